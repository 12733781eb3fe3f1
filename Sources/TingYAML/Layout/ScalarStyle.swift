/// How a text of one line is written: plain where YAML reads it back as the same text.
enum ScalarStyle {
    /// The text as it stands in a file.
    ///
    /// - Parameters:
    ///   - text: One line.
    ///   - wasPlain: Whether it stood without quotes before, and so is known to be read back in such a place.
    ///   - flow: Whether it stands in brackets.
    ///   - isKey: Whether a colon follows.
    static func written(_ text: String, wasPlain: Bool, flow: Bool, isKey: Bool = false) -> String {
        if text.isEmpty { return wasPlain ? "" : "\"\"" }
        if isPlain(text, flow: flow), wasPlain || !looksLikeSomethingElse(text), !isKey || text != "<<" {
            return text
        }
        return quoted(text)
    }

    /// Whether YAML reads a text without quotes as this text.
    static func isPlain(_ text: String, flow: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":"
        else {
            return false
        }
        guard !scalars.contains(where: { $0.value < 0x20 || Forbidden.isControl($0) || $0 == "\u{FFFE}" })
        else { return false }
        if "!&*'\"|>%@`#,[]{}".unicodeScalars.contains(first) { return false }
        if "-?:".unicodeScalars.contains(first) {
            guard !flow, scalars.count > 1, scalars[1] != " " else { return false }
        }
        if text.hasPrefix("---") || text.hasPrefix("...") { return false }
        if flow, scalars.contains(where: { ",[]{}?".unicodeScalars.contains($0) }) { return false }
        for (index, scalar) in scalars.enumerated() {
            if scalar == ":", index + 1 < scalars.count, flow || scalars[index + 1] == " " {
                if !flow || !scalars[index + 1].properties.isAlphabetic { return false }
            }
            if scalar == "#", index > 0, scalars[index - 1] == " " { return false }
        }
        return true
    }

    /// Whether other readers of YAML, an editor's among them, take the text for a number, a date or a flag.
    private static func looksLikeSomethingElse(_ text: String) -> Bool {
        let words = ["true", "false", "null", "~", "yes", "no", "on", "off", "y", "n", "=", ".inf", ".nan"]
        if words.contains(text.lowercased()) { return true }
        guard let first = text.unicodeScalars.first, "0123456789+-.".unicodeScalars.contains(first) else {
            return false
        }
        let signs = "0123456789+-.:_eExXoOabcdfABCDFTZ ".unicodeScalars
        return text.unicodeScalars.allSatisfy { signs.contains($0) }
    }

    /// The text in double quotes; in single quotes where that spares signs before its own.
    private static func quoted(_ text: String) -> String {
        let isVisible = text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
        if isVisible, text.contains("\"") || text.contains("\\"), !text.contains("'") {
            return "'\(text)'"
        }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
