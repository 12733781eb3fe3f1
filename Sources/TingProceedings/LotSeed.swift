/// A seed from which a lot can be drawn, and the commitment to it.
///
/// The commitment stands in the opening of the vote, before any ballot; the
/// seed is kept beside the minutes and stands in the closing. So nobody can
/// choose a seed when the ballots are known: it would not fit the commitment.
/// Whoever can read the file of the minutes can know the seed while people
/// vote, and so the order of the lot; from them it protects nothing.
public struct LotSeed: Hashable, Sendable {
    /// Random digits that nobody can foretell.
    public let seed: String
    /// What the opening commits to.
    public let commitment: Digest

    /// Makes a seed.
    public init(seed: String, commitment: Digest) {
        self.seed = seed
        self.commitment = commitment
    }
}
