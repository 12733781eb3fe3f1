import TingTally

extension Why {
    /// The explanation as lines for a terminal, with labels and marks in columns.
    ///
    /// No line ends with a space or holds a line feed. Colour is the caller's business.
    public func lines(_ words: Words) -> [String] {
        let labels = rows.map { row in row.label.map(words.render) ?? "" }
        let texts = rows.map { String(repeating: "  ", count: $0.depth) + words.render($0.text) }
        let labelWidth = labels.map(\.count).max() ?? 0
        let textWidth = zip(rows, texts).map { $0.mark == nil ? 0 : $1.count }.max() ?? 0
        var lines = [words.render(headline)]
        for (index, row) in rows.enumerated() {
            var line = "  " + padded(labels[index], to: labelWidth) + "  "
            if let mark = row.mark {
                line += padded(texts[index], to: textWidth) + "  " + words.render(mark)
            } else {
                line += texts[index]
            }
            while line.last == " " { line.removeLast() }
            lines.append(line)
        }
        return lines
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
