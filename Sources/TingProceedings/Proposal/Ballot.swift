public import TingTally
public import TingWorkflow

/// A ballot as cast: whose it is, what it says, when.
public struct Ballot: Hashable, Sendable {
    /// What a ballot says.
    public enum Content: Hashable, Sendable {
        /// One of yes, no, abstain.
        case choice(Choice)
        /// Groups of options by their place on the ballot paper, best first;
        /// options not named are unranked.
        case ranking([[Int]])
        /// Options with their scores, by their place on the ballot paper, ascending; an approval is a score
        /// of 1, and options not named have none.
        case scores([Score])
    }

    /// An option and the score that a ballot gives it.
    public struct Score: Hashable, Sendable {
        /// The option, by its place on the ballot paper.
        public let option: Int
        /// The score: points, approval, +1 or -1.
        public let score: Int

        /// Makes a score.
        public init(option: Int, score: Int) {
            self.option = option
            self.score = score
        }
    }

    /// The member's id.
    public let by: String
    /// What it says.
    public let content: Content
    /// When it was cast.
    public let at: Instant

    /// Makes a ballot.
    public init(by: String, content: Content, at: Instant) {
        self.by = by
        self.content = content
        self.at = at
    }
}

/// A vote's ballot box as the count sees it: one effective ballot a voter.
public struct BallotSheet: Hashable, Sendable {
    /// The effective ballots, by voter id, ascending.
    public let ballots: [Ballot]

    /// Makes a sheet; the order given does not matter, each voter comes once.
    public init(_ ballots: [Ballot]) {
        self.ballots = ballots.sorted { $0.by < $1.by }
    }

    /// The ballots of those who may vote; the others only advise.
    public func binding(_ electorate: Electorate) -> BallotSheet {
        BallotSheet(ballots.filter { electorate.voter($0.by) != nil })
    }

    /// The ballots of those who only advise.
    public func advisory(_ electorate: Electorate) -> BallotSheet {
        BallotSheet(ballots.filter { electorate.voter($0.by) == nil })
    }
}
