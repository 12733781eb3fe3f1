/// What a rule says of some ballots, and why.
public struct Verdict: Hashable, Sendable {
    /// How the vote ends.
    public let outcome: VoteOutcome
    /// The named alternative that passed first, where the rule has alternatives.
    public let passedBy: String?
    /// Every number and comparison, in the order of the rule.
    public let transcript: Transcript

    /// Makes a verdict.
    public init(outcome: VoteOutcome, passedBy: String? = nil, transcript: Transcript) {
        self.outcome = outcome
        self.passedBy = passedBy
        self.transcript = transcript
    }
}
