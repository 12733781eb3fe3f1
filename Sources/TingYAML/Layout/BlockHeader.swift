/// The line that begins a block text: `|`, `>-`, `|2+`.
struct BlockHeader {
    /// `|` or `>`.
    let sign: Character
    /// How far the text is indented, where the file says so.
    let digit: Int?
    /// `-`, `+` or nothing: what happens to the empty lines at the end.
    let chomping: String

    /// Reads the line from its sign on.
    init(_ line: String) {
        let word = line.prefix { $0 != " " && $0 != "#" }
        sign = word.first ?? "|"
        digit = word.compactMap(\.wholeNumberValue).first
        chomping = word.contains("-") ? "-" : word.contains("+") ? "+" : ""
    }

    /// Whether the empty lines at the end belong to the text.
    var keepsEnd: Bool { chomping == "+" }

    /// The line, with a digit where one is needed; an endless text has no end of its last line.
    func written(digit: Int?, endless: Bool) -> String {
        String(sign) + (digit.map(String.init) ?? "") + (endless ? "-" : chomping)
    }
}

extension String {
    /// How many spaces stand at the beginning.
    var leadingSpaces: Int { prefix { $0 == " " }.count }
    /// The text without spaces and tabs at the beginning.
    var trimmedStart: String { String(drop { $0 == " " || $0 == "\t" }) }
    /// The text without spaces and tabs at the end.
    var trimmedEnd: String {
        var text = self[...]
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
    /// The same for a line of a text that goes on: a space after a backslash belongs to it.
    var trimmedFoldedEnd: String { trimmedEnd.hasSuffix("\\") ? self : trimmedEnd }
}
