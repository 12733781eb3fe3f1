/// What a share is a share of; spelt as in the workflow language.
public enum Base: String, CaseIterable, Hashable, Sendable {
    /// Yes and no.
    case votesCast = "votes cast"
    /// Yes, no and abstain.
    case ballotsCast = "ballots cast"
    /// Every ballot handed in, the blank and the unreadable too.
    case ballotsReceived = "ballots received"
    /// All who may vote on the matter.
    case electorate
    /// Those present at the meeting.
    case present
    /// The full size of the body, vacant seats included.
    case seats
    /// All who may vote less those who abstain, so that each abstention lowers the number needed.
    case electorateWithoutAbstentions = "electorate without abstentions"
    /// Those present less those who abstain.
    case presentWithoutAbstentions = "present without abstentions"
    /// All seats less those whose holders abstain, and less the vacant ones where these count as abstaining.
    case seatsWithoutAbstentions = "seats without abstentions"
}

extension ChoiceCount {
    /// The number that a share of this base is a share of, in units.
    ///
    /// - Throws: ``TallyError`` `base-not-known` when nobody told the number present or of seats,
    ///   `more-abstain-than-base` when more abstain than the base holds.
    public func base(_ base: Base) throws(TallyError) -> Int {
        let known: Int? =
            switch base {
            case .votesCast: votesCast
            case .ballotsCast: ballotsCast
            case .ballotsReceived: received
            case .electorate, .electorateWithoutAbstentions: eligible
            case .present, .presentWithoutAbstentions: present
            case .seats, .seatsWithoutAbstentions: seats
            }
        guard let known else {
            throw TallyError(Statement("base-not-known", [.term("base", base.rawValue)]))
        }
        guard base.leavesAbstentionsOut else { return known }
        guard self[.abstain] <= known else {
            throw TallyError(
                Statement(
                    "more-abstain-than-base",
                    [
                        .term("base", base.rawValue), Fact("abstain", try votes(self[.abstain])),
                        Fact("count", try votes(known)),
                    ]))
        }
        return known - self[.abstain]
    }
}

extension Base {
    /// Whether it is known only where somebody counts who is present.
    public var isOfPresent: Bool {
        switch self {
        case .present, .presentWithoutAbstentions: true
        case .votesCast, .ballotsCast, .ballotsReceived, .electorate, .electorateWithoutAbstentions, .seats,
            .seatsWithoutAbstentions:
            false
        }
    }

    /// Whether abstentions are taken out of it, though those who abstain belong to it.
    public var leavesAbstentionsOut: Bool {
        switch self {
        case .electorateWithoutAbstentions, .presentWithoutAbstentions, .seatsWithoutAbstentions: true
        case .votesCast, .ballotsCast, .ballotsReceived, .electorate, .present, .seats: false
        }
    }
}
