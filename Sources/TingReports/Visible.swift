/// Shows what a terminal would obey and not show.
///
/// Texts of users go through here on their way to people: control characters
/// could move the cursor, hide a line or retitle the window, and marks of
/// direction could turn the order in which a sentence is read.
public enum Visible {
    /// A text in one line: every control character, line ends too, as `\u{1B}`, `\n` or `\t`.
    public static func line(_ text: String) -> String {
        escape(text, keepingLines: false)
    }

    /// A text of several lines: as ``line(_:)``, but line feeds stay.
    ///
    /// A Windows line end becomes a line feed.
    public static func lines(_ text: String) -> String {
        escape(text, keepingLines: true)
    }

    /// The escape of a character; nil when the character may be shown as it is.
    static func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
            "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: nil
        }
    }

    private static func escape(_ text: String, keepingLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: { escape($0) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if keepingLines, scalar == "\n" {
                if previous == "\r" { result.removeLast(2) }
                result.append(scalar)
            } else if let shown = escape(scalar) {
                result.append(contentsOf: shown.unicodeScalars)
            } else {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }
}
