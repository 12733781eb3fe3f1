/// What becomes of ballots that do not rank options one by one; the names are RCTab's where it has one.
///
/// They concern the counts in rounds: plurality, instant runoff and the single
/// transferable vote. Counts over pairs take equal ranks as what they say.
public struct BallotRules: Hashable, Sendable {
    /// What becomes of a ballot with several options at one rank.
    public enum Overvotes: String, CaseIterable, Hashable, Sendable {
        /// The rank is passed over: RCTab's `alwaysSkipToNextRank`.
        case skip = "skip-to-next-rank"
        /// The ballot is exhausted there: RCTab's `exhaustImmediately`.
        case exhaust = "exhaust-immediately"
        /// The ballot is exhausted when several of the options still continue, and else counts for the one
        /// that does: RCTab's `exhaustIfMultipleContinuing`.
        case exhaustIfMultipleContinuing = "exhaust-if-multiple-continuing"
    }

    /// What becomes of several options at one rank; nil for what the method itself says: it exhausts the
    /// ballot, and Meek's count shares it among all orders of the equals.
    public var overvotes: Overvotes?
    /// How many ranks in a row may be left empty before the ballot is exhausted; nil for any number.
    /// RCTab's `maxSkippedRanksAllowed`.
    public var mostSkippedRanks: Int?
    /// How many ranks are counted, from the first; nil for all. RCTab's `maxRankingsAllowed`.
    public var mostRanks: Int?
    /// Whether a ballot that leaves options out is invalid, and counts as such.
    public var mustRankAll: Bool

    /// Makes the rules; the usual ones when nothing is given.
    public init(
        overvotes: Overvotes? = nil, mostSkippedRanks: Int? = nil, mostRanks: Int? = nil,
        mustRankAll: Bool = false
    ) {
        self.overvotes = overvotes
        self.mostSkippedRanks = mostSkippedRanks
        self.mostRanks = mostRanks
        self.mustRankAll = mustRankAll
    }
}
