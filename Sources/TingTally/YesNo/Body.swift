/// One of several bodies that must all agree: whose votes are its own, and the rule it decides by.
public struct Body: Hashable, Sendable {
    /// Whose votes a body has.
    public enum Votes: Hashable, Sendable {
        /// All who vote, one vote each.
        case everybody
        /// The members of one class, one vote each.
        case ofClass(String)
        /// The districts, each with a vote of its own.
        case districts(Districts)
    }

    /// The name of the body, such as `cantons`.
    public let name: String
    /// Whose votes it has.
    public let votes: Votes
    /// What its votes must satisfy.
    public var rule: YesNoRule

    /// Makes a body.
    public init(name: String, votes: Votes, rule: YesNoRule) {
        self.name = name
        self.votes = votes
        self.rule = rule
    }
}

/// Districts that vote as one each, with weights: a canton has one vote or half a vote.
///
/// A district is a class of those who vote. Its vote is yes when its own yes
/// reach the share; else no, so a tie within a district is a no.
///
/// - Source: Swiss federal constitution, articles 140 and 142.
public struct Districts: Hashable, Sendable {
    /// What yes must reach within a district for the district's vote to be yes.
    public let carriedBy: Share
    /// The districts with the worth of their votes, in the order of the workflow file.
    public let parts: [ClassWeights.Part]

    /// Makes districts.
    public init(carriedBy share: Share, _ parts: [ClassWeights.Part]) {
        carriedBy = share
        self.parts = parts
    }

    /// The votes of the districts as counts, in units that make every weight whole.
    ///
    /// - Throws: ``TallyError`` `class-not-counted`, `base-not-known`, `arithmetic-overflow`.
    func count(_ ballots: YesNoBallots, writing transcript: inout Transcript) throws(TallyError)
        -> ChoiceCount
    {
        var votes: [WeightedChoice] = []
        var rows: [Transcript.Table.Row] = []
        var all = Fraction(0)
        for part in parts {
            let counts = try ballots.counts(ofClass: part.className)
            let isCarried = try carriedBy.isMet(by: counts[.yes], of: counts)
            votes.append(WeightedChoice(isCarried ? .yes : .no, weight: part.weight))
            do { all = try all + part.weight } catch { throw TallyError(error) }
            rows.append(
                .init(
                    .text(part.className),
                    [
                        try counts.votes(counts[.yes]), try counts.votes(counts[.no]),
                        isCarried ? .fraction(part.weight) : nil, isCarried ? nil : .fraction(part.weight),
                    ]))
        }
        let counts = try ChoiceCount(weighted: votes, eligible: all)
        transcript.add(
            Statement(
                "districts-counted",
                [
                    .term("comparison", carriedBy.comparison.rawValue),
                    .fraction("share", carriedBy.fraction), carriedBy.baseFact,
                    Fact("yes", try counts.votes(counts[.yes])), Fact("no", try counts.votes(counts[.no])),
                    .fraction("all", all),
                ]),
            table: .init(
                headings: [.term("yes"), .term("no"), .term("votes-for"), .term("votes-against")], rows: rows)
        )
        return counts
    }
}
