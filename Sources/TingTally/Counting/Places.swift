extension Sequence<Int> {
    /// The options in places by a number that each has, the highest first.
    ///
    /// Options with the same number share a place, within which they stand in the order of the ballot paper.
    ///
    /// - Complexity: O(options × log options).
    func places<Number: Comparable & Hashable>(by number: (Int) -> Number) -> [[Int]] {
        Dictionary(grouping: self, by: number).sorted { $0.key > $1.key }.map { $0.value.sorted() }
    }
}
