/// Ballots of either form that counting methods know.
public enum Ballots: Hashable, Sendable {
    /// Options in order of preference.
    case ranked(RankedBallots)
    /// Options with a score each: approvals, scores, points, credits.
    case scored(ScoredBallots)

    /// The form of a ballot, spelt as on the command line and in words for people.
    public enum Form: String, CaseIterable, Hashable, Sendable {
        /// Options in order of preference.
        case ranking
        /// Options with a score each.
        case scores
    }

    /// The form of these ballots.
    public var form: Form {
        switch self {
        case .ranked: .ranking
        case .scored: .scores
        }
    }

    /// The options in the order of the ballot paper.
    public var options: [String] {
        switch self {
        case .ranked(let ballots): ballots.options
        case .scored(let ballots): ballots.options
        }
    }

    /// All ballots together, in units of ``unit``.
    public var total: Int {
        switch self {
        case .ranked(let ballots): ballots.total
        case .scored(let ballots): ballots.total
        }
    }

    /// What one unit of weight is worth in votes; 1 unless weights are fractions.
    public var unit: Fraction {
        switch self {
        case .ranked(let ballots): ballots.unit
        case .scored(let ballots): ballots.unit
        }
    }

    /// The ballots as rankings: scores order the options, and equal scores are equal ranks.
    ///
    /// An option without a score stays unranked.
    ///
    /// - Throws: Nothing that the ballots themselves did not already refuse.
    public func ranked() throws(TallyError) -> RankedBallots {
        switch self {
        case .ranked(let ballots): ballots
        case .scored(let ballots): try ballots.ranked()
        }
    }

    /// The ballots as scores: a ballot that names options without order approves of them, with a score of 1.
    ///
    /// - Throws: ``TallyError`` `ranking-is-no-approval` when a ballot prefers one named option to another.
    public func scored() throws(TallyError) -> ScoredBallots {
        switch self {
        case .ranked(let ballots): try ballots.approvals()
        case .scored(let ballots): ballots
        }
    }
}
