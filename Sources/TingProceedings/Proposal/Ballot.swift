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
}
