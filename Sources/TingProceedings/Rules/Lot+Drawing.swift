public import TingTally

extension Lot {
    /// Draws an order of options from a seed: by the SHA-256 of the seed, a line feed and the option's name.
    ///
    /// The option with the lowest digest stands first. In a vote of an assembly the names are the letters
    /// on the ballot paper, and anybody can draw again: `printf 'SEED\nA' | sha256sum`, for each letter.
    ///
    /// - Parameters:
    ///   - names: The names of the options, in the order of the ballot paper; no name twice.
    ///   - digest: SHA-256, handed in so that no rule needs a cryptographic library.
    public init(seed: String, names: [String], digest: ([UInt8]) -> Digest) {
        let drawn = names.map { digest(Array((seed + "\n" + $0).utf8)).hex }
        // Names differ, so digests do; the place on the paper never decides.
        self.init(
            seed: seed, order: names.indices.sorted { (drawn[$0], names[$0]) < (drawn[$1], names[$1]) })
    }
}
