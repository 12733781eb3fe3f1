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
