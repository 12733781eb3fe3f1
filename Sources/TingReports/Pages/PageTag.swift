import TingTally
import TingWorkflow

/// One tag of a template, such as `{{title}}` or `{{#options}}`.
struct PageTag {
    /// What a tag does.
    enum Kind { case variable, section, inverted, end, partial, comment }

    /// What it does.
    let kind: Kind
    /// The name in it; empty for a comment.
    let name: String
    /// Where it begins.
    let mark: Mark
    /// How many columns it has, within its first line.
    let width: Int

    /// Finds the tags of a template.
    ///
    /// Of Mustache only this is used: variables, sections, inverted sections,
    /// included templates, comments, and `first()` and `last()` within lists.
    ///
    /// - Returns: The tags in their order, and what cannot be used.
    static func all(in text: String) -> (tags: [PageTag], findings: [Finding]) {
        var scanner = Scanner(text)
        scanner.run()
        return (scanner.tags, scanner.findings)
    }

    private struct Scanner {
        private let scalars: [Unicode.Scalar]
        private var index = 0
        private var line = 1
        private var lineStart = 0
        private(set) var tags: [PageTag] = []
        private(set) var findings: [Finding] = []

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        mutating func run() {
            while index < scalars.count {
                if isPair("{", at: index) {
                    take()
                } else {
                    step()
                }
            }
        }

        private mutating func step() {
            if scalars[index] == "\n" {
                line += 1
                lineStart = index + 1
            }
            index += 1
        }

        private func isPair(_ brace: Unicode.Scalar, at place: Int) -> Bool {
            place + 1 < scalars.count && scalars[place] == brace && scalars[place + 1] == brace
        }

        private mutating func take() {
            let mark = Mark(line: line, column: index - lineStart + 1)
            let start = index
            var end = index + 2
            while end < scalars.count, !isPair("}", at: end) { end += 1 }
            guard end < scalars.count else {
                findings.append(Finding(.error, Statement("page-tag-unclosed"), at: mark, width: 2))
                index = scalars.count
                return
            }
            var inner = String.UnicodeScalarView()
            inner.append(contentsOf: scalars[(start + 2)..<end])
            let oneLine = scalars[start..<end].firstIndex(of: "\n") ?? (end + 2)
            read(String(inner), mark, width: oneLine - start)
            while index < end + 2 { step() }
        }

        private mutating func read(_ inner: String, _ mark: Mark, width: Int) {
            guard let sign = inner.unicodeScalars.first else { return refuse(inner, mark, width) }
            let (kind, rest) = Self.kind(sign, inner)
            let name = rest.trimmed
            guard let kind, kind == .comment || Self.isName(name, kind) else {
                return refuse(inner, mark, width)
            }
            tags.append(PageTag(kind: kind, name: kind == .comment ? "" : name, mark: mark, width: width))
        }

        private mutating func refuse(_ inner: String, _ mark: Mark, _ width: Int) {
            let facts: [Fact] = [.text("tag", "{{" + inner + "}}")]
            findings.append(Finding(.error, Statement("page-tag-unknown", facts), at: mark, width: width))
        }

        private static func kind(_ sign: Unicode.Scalar, _ inner: String) -> (Kind?, Substring) {
            switch sign {
            case "#": (.section, inner.dropFirst())
            case "^": (.inverted, inner.dropFirst())
            case "/": (.end, inner.dropFirst())
            case ">": (.partial, inner.dropFirst())
            case "!": (.comment, inner.dropFirst())
            // Unescaped values, inherited templates, other delimiters and settings.
            case "{", "&", "<", "$", "=", "%", "*": (nil, inner[...])
            default: (.variable, inner[...])
            }
        }

        private static func isName(_ name: String, _ kind: Kind) -> Bool {
            if name == "first()" || name == "last()" {
                return kind == .section || kind == .inverted || kind == .end
            }
            if name == "." { return kind != .partial }
            return !name.isEmpty
                && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                    !part.isEmpty && part.utf8.allSatisfy(isNameByte)
                }
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}

extension Substring {
    /// The text without spaces and line ends around it.
    fileprivate var trimmed: String {
        var part = drop(while: \.isWhitespace)
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
