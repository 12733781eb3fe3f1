import TingTally
public import TingWorkflow

/// Shows findings of one file as people read them: place, sentence, source line, caret, help.
///
/// ```text
/// feature-request.yaml:67:37: error[A5]: `adoptd` is not a state of this workflow.
///    67 |       fast-track: { by: maintainer, goto: adoptd }
///       |                                           ^~~~~~
///   Expected one of: adopted, rejected, lapsed
///   Did you mean "adopted"?
/// ```
///
/// The id in brackets is that of the check (`ting explain A5`); a finding about a file
/// that is no workflow ends with its code instead.
///
/// The caret stands under the character meant: see ``FrameLine`` for how tabs,
/// wide characters and long lines are shown.
public struct Frame: Sendable {
    /// The words to use.
    public let words: Words
    /// The name of the file, as printed.
    public let file: String
    private let lines: [String]
    private let colour: Bool

    /// Makes a frame for the findings of one file.
    ///
    /// - Parameters:
    ///   - source: The bytes of the file; what is not UTF-8 shows as U+FFFD.
    ///   - colour: Whether to add colour; everything is said without it, too.
    public init(words: Words, file: String, source: [UInt8], colour: Bool = false) {
        self.words = words
        self.file = file
        self.lines = Self.split(source)
        self.colour = colour
    }

    /// All findings in the order of their places, and a line that counts them; ends with a line feed.
    ///
    /// - Returns: An empty text when there are no findings.
    public func text(_ findings: [Finding]) -> String {
        guard !findings.isEmpty else { return "" }
        let parts = Self.sorted(findings).map { text($0) } + [summary(findings) + "\n"]
        return parts.joined(separator: "\n")
    }

    /// One finding; ends with a line feed.
    public func text(_ finding: Finding) -> String {
        let place = "\(Visible.line(file)):\(finding.mark.line):\(finding.mark.column): "
        let severity = paint(words.plain("frame.\(finding.severity.rawValue)"), finding.severity)
        let sentence = words.render(finding.statement)
        let head = finding.id.map { "\(severity)[\($0)]: \(sentence)" }
        var result = [place + (head ?? "\(severity): \(sentence) [\(Visible.line(finding.statement.code))]")]
        result += picture(finding)
        result += helps(finding).map { "  " + $0 }
        return result.joined(separator: "\n") + "\n"
    }

    /// The lines below the picture: what may stand there, what was meant, notes, the promise
    /// that is broken, how it could happen, ways to mend it.
    public func helps(_ finding: Finding) -> [String] {
        var helps: [String] = []
        if !finding.allowed.isEmpty {
            helps.append(words.plain("frame.allowed", [.list("allowed", finding.allowed)]))
        }
        if let suggestion = finding.suggestion {
            helps.append(words.plain("frame.suggestion", [.text("suggestion", suggestion)]))
        }
        helps += finding.notes.map { words.render($0) }
        if let promise = finding.promise {
            helps.append(
                words.plain(
                    "frame.promise",
                    [.number("line", promise.mark.line), Fact("promise", .statement(promise.statement))]))
        }
        if !finding.story.isEmpty {
            helps += [words.plain("frame.story")] + story(finding).map { "  " + $0 }
        }
        if !finding.mends.isEmpty {
            helps += [words.plain("frame.mends", [.number("count", finding.mends.count)])]
            helps += finding.mends.map { "  - " + words.render($0) }
        }
        return helps
    }

    /// The line that counts: `2 errors, 1 warning in feature-request.yaml`.
    public func summary(_ findings: [Finding]) -> String {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count - errors
        var counts: [String] = []
        if errors > 0 { counts.append(words.plain("frame.errors", [.number("count", errors)])) }
        if warnings > 0 { counts.append(words.plain("frame.warnings", [.number("count", warnings)])) }
        return words.plain("frame.summary", [.list("counts", counts), .text("file", file)])
    }

    /// The findings by place; at one place errors come first, and equals keep their order.
    public static func sorted(_ findings: [Finding]) -> [Finding] {
        func rank(_ finding: Finding) -> Int { finding.severity == .error ? 0 : 1 }
        return findings.enumerated().sorted { left, right in
            (left.element.mark, rank(left.element), left.offset)
                < (right.element.mark, rank(right.element), right.offset)
        }.map(\.element)
    }

    /// The source line with its caret; nothing when the file has no such line.
    private func picture(_ finding: Finding) -> [String] {
        guard lines.indices.contains(finding.mark.line - 1) else { return [] }
        let line = FrameLine(
            lines[finding.mark.line - 1], column: finding.mark.column, width: finding.width)
        let number = String(finding.mark.line)
        let margin = max(5, number.count)
        let gutter = String(repeating: " ", count: margin - number.count) + number
        let blank = String(repeating: " ", count: margin)
        let caret = "^" + String(repeating: "~", count: line.length - 1)
        let spaces = String(repeating: " ", count: line.offset)
        let source = line.text.isEmpty ? "" : " " + line.text
        return ["\(gutter) |\(source)", "\(blank) | \(spaces)\(paint(caret, finding.severity))"]
    }

    private func paint(_ text: String, _ severity: Finding.Severity) -> String {
        guard colour else { return text }
        let code = severity == .error ? "1;31" : "1;33"
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// The lines of a file, split where libyaml splits them, without a byte order mark.
    private static func split(_ source: [UInt8]) -> [String] {
        let bytes = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source.dropFirst(3) : source[...]
        var lines: [String] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
                index += 1
                continue
            }
            lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
            index += isPair ? 2 : 1
            start = index
        }
        lines.append(String(decoding: bytes[start...], as: UTF8.self))
        return lines
    }
}
