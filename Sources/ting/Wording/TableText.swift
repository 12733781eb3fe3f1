import TingReports
import TingTally

/// A table of a transcript for the terminal: numbers to the right, what rows are about in front.
///
/// The columns of a square table are numbered like its rows; any other table has its headings above.
struct TableText {
    let text: String

    init(_ table: Transcript.Table, _ words: Words) {
        let names = table.rows.enumerated().map { place, row in
            let name = Visible.line(words.text(of: row.name))
            return table.isSquare
                ? "\(place + 1). ".leftPadded(to: String(table.rows.count).count + 2) + name : name
        }
        let headings = table.headings.enumerated().map { place, heading in
            table.isSquare ? String(place + 1) : Visible.line(words.text(of: heading))
        }
        let cells = table.rows.enumerated().map { row, line in
            line.cells.enumerated().map { column, value in
                value.map { Visible.line(words.text(of: $0)) } ?? (table.isSquare && row == column ? "·" : "")
            }
        }
        let alike = cells.joined().map(\.count).max() ?? 1
        let widths = headings.enumerated().map { column, heading in
            let own = table.isSquare ? alike : cells.map { $0[column].count }.max() ?? 0
            return max(own, heading.count) + 2
        }
        let longest = min(40, names.map(\.count).max() ?? 0)
        var lines = [
            String(repeating: " ", count: longest + 2)
                + zip(headings, widths).map { $0.leftPadded(to: $1) }.joined()
        ]
        for (name, row) in zip(names, cells) {
            let shown = name.count > longest ? String(name.prefix(longest - 1)) + "…" : name
            lines.append(
                "  " + shown.padded(to: longest) + zip(row, widths).map { $0.leftPadded(to: $1) }.joined())
        }
        text = lines.joined(separator: "\n")
    }
}
