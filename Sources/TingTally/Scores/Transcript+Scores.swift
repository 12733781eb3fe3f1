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
