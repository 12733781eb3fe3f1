/// A set of options, one bit each.
struct OptionSet256: Hashable {
    private var words: SIMD4<UInt64> = .zero

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

/// Which options defeat which, kept from both sides.
struct Defeats {
    private var losers: [OptionSet256]
    private var winners: [OptionSet256]

    /// No defeats among so many options, at most 256.
    init(size: Int) {
        losers = Array(repeating: OptionSet256(), count: size)
        winners = losers
    }

    /// Adds or drops the defeat of one option by another.
    mutating func set(_ winner: Int, over loser: Int, _ isDefeat: Bool) {
        losers[winner][loser] = isDefeat
        winners[loser][winner] = isDefeat
    }

    /// The options in the set that transitively defeat every option in it which so defeats them.
    ///
    /// Found without the whole list of transitive defeats: an option whose
    /// every transitive conqueror it transitively defeats in turn is in the set
    /// together with all those conquerors; of any other option neither it nor
    /// anything it transitively defeats is in the set.
    ///
    /// - Complexity: O(options²) in the usual course.
    /// - Source: Debian Constitution 1.9, A.5.6.
    func schwartzSet(within options: OptionSet256) -> OptionSet256 {
        var result = OptionSet256()
        var waiting = options
        while let option = waiting.popFirst() {
            var below = Self.reached(from: option, over: losers, within: options)
            let above = Self.reached(from: option, over: winners, within: options)
            below[option] = true
            if above.isSubset(of: below) {
                result.formUnion(above)
                result[option] = true
            }
            waiting.subtract(below)
        }
        return result
    }

    /// Everything that can be reached from an option over one or more defeats.
    private static func reached(
        from start: Int, over defeats: [OptionSet256], within options: OptionSet256
    ) -> OptionSet256 {
        var found = defeats[start].intersection(options)
        var waiting = found
        while let option = waiting.popFirst() {
            var next = defeats[option].intersection(options)
            next.subtract(found)
            found.formUnion(next)
            waiting.formUnion(next)
        }
        return found
    }
}
