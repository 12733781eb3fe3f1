/// A table in Markdown whose columns are aligned in the plain text, too.
struct MarkdownTable {
    /// The headings, one a column.
    let headings: [String]
    /// The rows; each has as many cells as there are headings.
    let rows: [[String]]
    /// Which columns hold numbers: they are set to the right.
    let numbers: Set<Int>

    /// A table; every column but those named is set to the left.
    init(_ headings: [String], _ rows: [[String]], numbers: Set<Int>) {
        self.headings = headings
        self.rows = rows
        self.numbers = numbers
    }

    /// The lines of the table, without a line feed at the end.
    var text: String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in
            max(3, all.map { $0[column].count }.max() ?? 0)
        }
        let rule = headings.indices.map { column in
            String(repeating: "-", count: widths[column] - (numbers.contains(column) ? 1 : 0))
                + (numbers.contains(column) ? ":" : "")
        }
        return ([headings, rule] + rows).map { cells in
            "| "
                + headings.indices.map { pad(cells[$0], to: widths[$0], right: numbers.contains($0)) }
                .joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    private func pad(_ cell: String, to width: Int, right: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - cell.count))
        return right ? space + cell : cell + space
    }
}
