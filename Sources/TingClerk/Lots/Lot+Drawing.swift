import TingProceedings
public import TingTally

extension Lot {
    /// Draws an order of options from a seed: by the SHA-256 of the seed, a line feed and the option's name.
    ///
    /// The option with the lowest digest stands first. Nobody can steer the order who does not choose the
    /// seed knowing the options, so the seed is committed before the vote; and anybody can draw again:
    ///
    ///     printf 'SEED\nOPTION' | sha256sum
    ///
    /// - Parameters:
    ///   - seed: What was committed.
    ///   - options: The names of the options, in the order of the ballot paper; no name twice.
    public static func drawn(from seed: String, among options: [String]) -> Lot {
        Lot(seed: seed, names: options, digest: Hashing.digest)
    }
}
