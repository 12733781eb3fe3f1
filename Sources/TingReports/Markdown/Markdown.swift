/// Puts texts of users into Markdown so that they stay texts.
///
/// Nothing a user writes may become a heading, a table, a link or HTML of the
/// page around it.
enum Markdown {
    /// A text in one line, with the signs escaped that would begin something.
    ///
    /// The result stands within a line, after words of the page, or in a cell of a table.
    static func line(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let characters = Array(flat)
        var result = ""
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let begins =
                switch character {
                case "\\", "`", "*", "_", "[", "]", "<", "|", "~": true
                // A reference to a character, such as `&#35;`.
                case "&": next == "#" || next.isLetter
                default: false
                }
            if begins { result.append("\\") }
            result.append(character)
        }
        return result
    }

    /// A text of several lines as a quotation: every line behind `>`, HTML made harmless.
    ///
    /// Headings, lists and tables within it belong to the quotation, and end with it.
    static func quote(_ text: String) -> String {
        var lines = Visible.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        return lines.map { line in line.isEmpty ? ">" : "> " + harmless(line) }.joined(separator: "\n")
    }

    /// A line without the beginning of a tag, and without a definition of a link for the whole page.
    private static func harmless(_ line: Substring) -> String {
        var result = ""
        var isDefinition = line.drop(while: { $0 == " " || $0 == ">" }).first == "["
        let characters = Array(line)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character == "<", next.isLetter || next == "/" || next == "!" || next == "?" {
                result.append("\\")
            }
            if character == "[", isDefinition {
                result.append("\\")
                isDefinition = false
            }
            result.append(character)
        }
        return result
    }
}
