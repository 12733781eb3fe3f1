/// A sentence of the words file, taken apart into texts and placeholders.
///
/// ```text
/// {name}             the fact of this name
/// {name:style}       the fact, written in one of the styles
/// {name|one|other}   a text chosen by the number of the fact: exactly 1, or any other
/// {{  }}             a brace itself
/// ```
struct Phrase {
    /// How a value is written.
    enum Style: String {
        /// The usual way: lists with "and", exact numbers as decimals where they end.
        case usual
        /// A list with "or" before its last item.
        case or
        /// A list with commas alone.
        case commas
        /// A list of whole sentences, one after the other.
        case sentences
        /// An exact number always as a fraction.
        case fraction
        /// A text that keeps its lines.
        case lines
        /// At the start of a sentence: the first letter large.
        case start
    }

    /// A part of a sentence.
    enum Piece {
        case literal(String)
        case value(String, Style)
        case plural(String, one: String, other: String)
    }

    /// A placeholder that cannot be read.
    struct Mistake: Error {
        /// The part of the sentence that is meant.
        let part: String
    }

    /// The parts, in their order.
    private(set) var pieces: [Piece] = []

    /// The names of the facts it uses, in their order, each once.
    var names: [String] {
        var names: [String] = []
        for piece in pieces {
            switch piece {
            case .literal: break
            case .value(let name, _), .plural(let name, _, _):
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    /// Takes a sentence apart.
    ///
    /// - Complexity: O(n) in its characters.
    static func read(_ text: String) -> Result<Phrase, Mistake> {
        var phrase = Phrase()
        var literal = ""
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            literal += rest[..<brace]
            let after = rest[rest.index(after: brace)...]
            if after.first == rest[brace] {
                literal.append(rest[brace])
                rest = after.dropFirst()
                continue
            }
            guard rest[brace] == "{", let close = after.firstIndex(of: "}"),
                let piece = placeholder(after[..<close])
            else { return .failure(Mistake(part: String(rest[brace...].prefix(30)))) }
            if !literal.isEmpty { phrase.pieces.append(.literal(literal)) }
            literal = ""
            phrase.pieces.append(piece)
            rest = after[after.index(after: close)...]
        }
        literal += rest
        if !literal.isEmpty { phrase.pieces.append(.literal(literal)) }
        return .success(phrase)
    }

    private static func placeholder(_ inner: Substring) -> Piece? {
        let forms = inner.split(separator: "|", omittingEmptySubsequences: false)
        if forms.count == 3 {
            guard let name = name(forms[0]) else { return nil }
            return .plural(name, one: String(forms[1]), other: String(forms[2]))
        }
        let parts = inner.split(separator: ":", omittingEmptySubsequences: false)
        guard forms.count == 1, parts.count <= 2, let first = parts.first, let name = name(first) else {
            return nil
        }
        guard parts.count == 2 else { return .value(name, .usual) }
        return Style(rawValue: String(parts[1])).map { .value(name, $0) }
    }

    private static func name(_ text: Substring) -> String? {
        let isName = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isName && !text.isEmpty ? String(text) : nil
    }
}
