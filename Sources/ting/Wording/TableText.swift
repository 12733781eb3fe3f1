import TingReports
import TingTally

/// A square table for the terminal: numbered columns, the options' names in front.
struct TableText {
    let text: String

    init(_ table: Transcript.Table) {
        let digits = table.rows.joined().map { String($0).count }.max() ?? 1
        let width = max(digits, String(table.headings.count).count) + 2
        let names = table.headings.enumerated().map { place, name in
            "\(place + 1). ".leftPadded(to: String(table.headings.count).count + 2) + Visible.line(name)
        }
        let longest = min(40, names.map(\.count).max() ?? 0)
        var lines = [
            String(repeating: " ", count: longest + 2)
                + table.headings.indices.map { String($0 + 1).leftPadded(to: width) }.joined()
        ]
        for (row, numbers) in table.rows.enumerated() {
            let name = names[row].count > longest ? String(names[row].prefix(longest - 1)) + "…" : names[row]
            let cells = numbers.enumerated().map { column, number in
                (row == column ? "·" : String(number)).leftPadded(to: width)
            }
            lines.append("  " + name.padded(to: longest) + cells.joined())
        }
        text = lines.joined(separator: "\n")
    }
}
