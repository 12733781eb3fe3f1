public import TingProceedings
public import TingTally

/// What an option costs and which group it belongs to, as a part of a sentence.
public enum OptionDetails {
    /// The details; nil where the option has neither.
    public static func statement(cost: Fraction?, group: String?) -> Statement? {
        switch (cost, group) {
        case (nil, nil): nil
        case (let cost?, nil): Statement("option-details-cost", [.fraction("cost", cost)])
        case (nil, let group?): Statement("option-details-group", [.text("group", group)])
        case (let cost?, let group?):
            Statement("option-details-both", [.fraction("cost", cost), .text("group", group)])
        }
    }
}

extension ProposalEvent.OptionOffered {
    /// What it costs and its group; nil where it has neither.
    public var details: Statement? { OptionDetails.statement(cost: cost, group: group) }

    /// A sentence about it: with the details where there are any, under the code and `-with`.
    public func sentence(_ code: String, _ facts: [Fact]) -> Statement {
        Statement(code, facts, with: details)
    }
}

extension ProposalEvent.BallotOption {
    /// What it costs and its group; nil where it has neither.
    public var details: Statement? { OptionDetails.statement(cost: cost, group: group) }

    /// A sentence about it: with the details where there are any, under the code and `-with`.
    public func sentence(_ code: String, _ facts: [Fact]) -> Statement {
        Statement(code, facts, with: details)
    }
}

extension Statement {
    fileprivate init(_ code: String, _ facts: [Fact], with details: Statement?) {
        if let details {
            self.init(code + "-with", facts + [Fact("details", .statement(details))])
        } else {
            self.init(code, facts)
        }
    }
}
