/// A set of options, one bit each.
struct OptionSet256: Hashable, Sendable {
    private var words: SIMD4<UInt64> = .zero

    /// Whether no option is in the set.
    var isEmpty: Bool { words == .zero }

    /// How many options are in the set.
    var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

    /// An empty set.
    init() {}

    /// These options.
    init(_ options: some Sequence<Int>) {
        for option in options { self[option] = true }
    }

    /// The options, in the order of the ballot paper.
    var options: [Int] {
        var rest = self
        var options: [Int] = []
        while let option = rest.popFirst() { options.append(option) }
        return options
    }

    /// Whether the option is in the set.
    subscript(option: Int) -> Bool {
        get { words[option / 64] >> UInt64(option % 64) & 1 == 1 }
        set {
            let bit = UInt64(1) << UInt64(option % 64)
            if newValue { words[option / 64] |= bit } else { words[option / 64] &= ~bit }
        }
    }

    /// Takes the option with the lowest number out of the set; nil when the set is empty.
    mutating func popFirst() -> Int? {
        for word in 0..<4 where words[word] != 0 {
            let option = word * 64 + words[word].trailingZeroBitCount
            words[word] &= words[word] - 1
            return option
        }
        return nil
    }

    /// Adds all of another set.
    mutating func formUnion(_ other: OptionSet256) { words |= other.words }

    /// Takes out all of another set.
    mutating func subtract(_ other: OptionSet256) { words &= ~other.words }

    /// What is in both sets.
    func intersection(_ other: OptionSet256) -> OptionSet256 {
        var result = self
        result.words &= other.words
        return result
    }

    /// Whether all of this set is in the other.
    func isSubset(of other: OptionSet256) -> Bool { words & ~other.words == .zero }
}
