/// What a rule says of some ballots, and why.
public struct Verdict: Hashable, Sendable {
    /// How the vote ends.
    public let outcome: VoteOutcome
    /// The named alternative that passed first, where the rule has alternatives.
    public let passedBy: String?
    /// The name that the rule gives to this end of the vote; nil where it gives none.
    public let name: String?
    /// Every number and comparison, in the order of the rule.
    public let transcript: Transcript

    /// Makes a verdict.
    public init(
        outcome: VoteOutcome, passedBy: String? = nil, name: String? = nil, transcript: Transcript
    ) {
        self.outcome = outcome
        self.passedBy = passedBy
        self.name = name
        self.transcript = transcript
    }
}
