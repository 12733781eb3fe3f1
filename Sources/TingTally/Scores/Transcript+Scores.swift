extension Transcript {
    /// A line with the sum of every option.
    mutating func add(sums: [Int], heading: String, code: String, _ options: [String], facts: [Fact] = []) {
        add(
            Statement(code, facts),
            table: Table(
                headings: [.term(heading)],
                rows: zip(options, sums).map { Table.Row(.text($0), [.number($1)]) }))
    }
}

/// Options in groups of equals by a number, best first.
func groups<Number: Comparable & Hashable>(_ options: [Int], by number: (Int) -> Number) -> [[Int]] {
    Dictionary(grouping: options, by: number).sorted { $0.key > $1.key }.map { $0.value.sorted() }
}
