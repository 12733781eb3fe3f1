/// The result of a count, with all that led to it.
public struct Tally: Hashable, Sendable {
    /// The name of the method, as on the command line: `schulze`, `debian`.
    public let method: String
    /// How many ballots were counted.
    public let ballots: Int
    /// The options in the order of the ballot paper; the numbers below are places in this list.
    public let options: [String]
    /// How many could win.
    public let seats: Int
    /// The winners, best first where the method puts them in order; more than there are seats where a tie is left.
    public let winners: [Int]
    /// Those of the winners that are tied for fewer seats than there are of them; empty when nothing is tied.
    public let tied: [Int]
    /// Seats that nobody takes or is tied for: there are too few options, or a cap leaves none for them.
    public let emptySeats: Int
    /// Options in groups of equals, best first: every option once, unless the method puts only the first in order.
    public let ranking: [[Int]]
    /// Options that were dropped before any were compared, and why.
    public let dropped: [DroppedOption]
    /// How the vote ends, where there is a default option to be better than; else nil.
    public let outcome: VoteOutcome?
    /// Every number and comparison.
    public let transcript: Transcript

    /// Makes a tally; without `tied`, more winners than seats are all tied, and without `emptySeats`, the
    /// seats beyond the winners are empty.
    public init(
        method: String, ballots: Int, options: [String], seats: Int = 1, winners: [Int], tied: [Int]? = nil,
        emptySeats: Int? = nil, ranking: [[Int]], dropped: [DroppedOption] = [], outcome: VoteOutcome? = nil,
        transcript: Transcript
    ) {
        self.method = method
        self.ballots = ballots
        self.options = options
        self.seats = seats
        self.winners = winners
        self.tied = tied ?? (winners.count > seats ? winners : [])
        self.emptySeats = emptySeats ?? max(0, seats - winners.count)
        self.ranking = ranking
        self.dropped = dropped
        self.outcome = outcome
        self.transcript = transcript
    }

    /// How many seats those who are tied share; 0 when nothing is tied.
    public var tiedSeats: Int { tied.isEmpty ? 0 : seats - emptySeats - (winners.count - tied.count) }

    /// The names of the winners.
    public var winnerNames: [String] { winners.map { options[$0] } }

    /// The names of the options that are tied.
    public var tiedNames: [String] { tied.map { options[$0] } }

    /// The names in the ranking.
    public var rankingNames: [[String]] { ranking.map { $0.map { options[$0] } } }
}

/// An option that was dropped before options were compared.
public struct DroppedOption: Hashable, Sendable {
    /// What it lacked.
    public enum Lack: String, Hashable, Sendable {
        /// Too few ballots prefer it to the default option.
        case quorum
        /// Its ratio over the default option is too small.
        case majority
    }

    /// The option's place on the ballot paper.
    public let option: Int
    /// What it lacked; the quorum is asked first.
    public let lack: Lack

    /// Makes the option and what it lacked.
    public init(option: Int, lack: Lack) {
        self.option = option
        self.lack = lack
    }
}
