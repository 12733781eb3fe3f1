/// How a vote can end; spelt as the outcomes of the state kind `vote`.
public enum VoteOutcome: String, CaseIterable, Hashable, Sendable {
    /// The rule is satisfied.
    case passed
    /// The rule is not satisfied.
    case failed
    /// As many yes as no, under a rule that leaves ties to somebody.
    case tied
    /// Too few ballots: nothing was decided.
    case noQuorum = "no-quorum"
}
