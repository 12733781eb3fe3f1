/// Which options stand above which, by the pairs held so far and by what follows from them.
///
/// The relation is always closed: what stands above an option stands above all
/// that the option stands above.
struct HeldOrder: Hashable, Sendable {
    private var below: [OptionSet256]
    private var above: [OptionSet256]

    /// No pair held, among so many options.
    init(size: Int) {
        below = Array(repeating: OptionSet256(), count: size)
        above = below
    }

    /// Whether the first option stands above the second.
    func isAbove(_ first: Int, _ second: Int) -> Bool { below[first][second] }

    /// Whether nothing in the set stands above the option.
    func isTop(_ option: Int, among options: OptionSet256) -> Bool {
        above[option].intersection(options).isEmpty
    }

    /// Puts one option above another, and closes the relation.
    ///
    /// - Complexity: O(options).
    mutating func hold(_ winner: Int, over loser: Int) {
        var lower = below[loser]
        lower[loser] = true
        var upper = above[winner]
        upper[winner] = true
        var rest = upper
        while let option = rest.popFirst() { below[option].formUnion(lower) }
        rest = lower
        while let option = rest.popFirst() { above[option].formUnion(upper) }
    }

    /// Whether two orders put the same above the same.
    static func == (first: HeldOrder, second: HeldOrder) -> Bool { first.below == second.below }

    /// The one side says it all.
    func hash(into hasher: inout Hasher) { hasher.combine(below) }
}
