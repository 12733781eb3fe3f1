/// The line on which each row of a ballot file stands, kept as runs of neighbouring lines.
///
/// Most files have their ballots on one line after the other: that is one run,
/// whatever their number.
struct RowLines: Hashable, Sendable {
    /// Rows from this one on stand on lines from this one on, one a line.
    private struct Run: Hashable, Sendable {
        let row: Int
        let line: Int
    }

    private var runs: [Run] = []
    /// How many rows there are.
    private(set) var count = 0

    /// No rows yet.
    init() {}

    /// The lines of all rows, in order.
    init(_ lines: [Int]) {
        for line in lines { append(line) }
    }

    /// Notes the line of the next row.
    mutating func append(_ line: Int) {
        if let run = runs.last, run.line + (count - run.row) == line {
            count += 1
            return
        }
        runs.append(Run(row: count, line: line))
        count += 1
    }

    /// The line of a row.
    subscript(row: Int) -> Int {
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].row <= row { low = middle } else { high = middle }
        }
        return runs[low].line + (row - runs[low].row)
    }
}
