/// What a ballot says of the options that it leaves out. The choice can change the winner.
public enum Unranked: String, CaseIterable, Hashable, Sendable {
    /// They stand below everything ranked, and level with one another.
    case last
    /// They take no part in comparisons on that ballot.
    case noOpinion = "no-opinion"
}
