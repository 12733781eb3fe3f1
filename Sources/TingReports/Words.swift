public import TingTally
public import TingWorkflow

/// All words for people in one language, read from `Templates/words/<language>.yaml`.
///
/// The file is a map of sections; a section is a map from a code or key to a
/// sentence. Codes of statements are unique over the whole file, so that a
/// statement finds its sentence without naming a section. Sections listed under
/// `labels` are reached as `section.key` only, and may repeat keys.
///
/// Rendering never fails: a hole in the words file shows as `[code: name=value]`.
///
/// Sentences are parsed when they are used, so reading a file costs little more
/// than two dictionaries.
public struct Words: Sendable {
    /// The language, as a BCP 47 tag such as `en`.
    public let language: String
    /// How a moment is written, from seconds since 1970 UTC.
    ///
    /// Whoever knows the time zone sets it; until then moments show as `@seconds`.
    public var instant: @Sendable (Int) -> String = { "@\($0)" }

    /// Every sentence of the file, in file order.
    let lines: [Line]
    private let byKey: [String: Int]
    private let byCode: [String: Int]

    /// One sentence of the words file with its place.
    struct Line: Sendable {
        let section: String
        let code: String
        let text: String
        let mark: Mark
        let width: Int
        let isLabel: Bool
    }

    /// Takes the words from the root of a words file.
    ///
    /// - Throws: ``Unreadable`` when the root is no map of sections, a section is no map of
    ///   texts, or `language` is missing. Codes that stand twice and placeholders that
    ///   cannot be read are no errors here; ``validate()`` tells them.
    public init(_ root: Node) throws(Unreadable) {
        var reader = WordsReader()
        reader.read(root)
        guard reader.findings.isEmpty, let language = reader.language else {
            throw Unreadable(reader.findings)
        }
        self.init(language: language, lines: reader.lines)
    }

    /// These words, and those of another language for what they lack.
    public func backed(by other: Words) -> Words {
        var words = Words(language: language, lines: lines + other.lines)
        words.instant = instant
        return words
    }

    /// Takes the words from lines; of two with the same key, the first counts.
    init(language: String, lines: [Line]) {
        self.language = language
        self.lines = lines
        var byKey: [String: Int] = [:]
        var byCode: [String: Int] = [:]
        byKey.reserveCapacity(lines.count)
        byCode.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            if byKey[line.section + "." + line.code] == nil { byKey[line.section + "." + line.code] = index }
            if !line.isLabel, byCode[line.code] == nil { byCode[line.code] = index }
        }
        self.byKey = byKey
        self.byCode = byCode
    }

    /// Puts a statement into words.
    ///
    /// Control characters in facts are shown as escapes, so that no text of a
    /// user can move the cursor of a terminal or hide what follows.
    public func render(_ statement: Statement) -> String {
        guard let text = sentence(of: statement.code) else { return hole(statement) }
        return fill(text, statement) ?? hole(statement)
    }

    /// A label by its section and key, such as `frame.error`; `[frame.error]` when there is none.
    public func plain(_ key: String) -> String {
        label(key) ?? "[\(Visible.line(key))]"
    }

    /// A label with placeholders, filled in; `[section.key: name=value]` when it cannot be.
    public func plain(_ key: String, _ facts: [Fact]) -> String {
        let statement = Statement(key, facts)
        return label(key).flatMap { fill($0, statement) } ?? hole(statement)
    }

    /// A label by its section and key; nil when there is none.
    func label(_ key: String) -> String? {
        byKey[key].map { lines[$0].text }
    }

    /// The sentence of a code as it stands in the file; nil when there is none.
    func sentence(of code: String) -> String? {
        byCode[code].map { lines[$0].text }
    }

    /// A hole, visible, with everything that should have been said.
    func hole(_ statement: Statement) -> String {
        let facts = statement.facts.map { "\(Visible.line($0.name))=\(write($0.value, as: .usual))" }
        let code = Visible.line(statement.code)
        return facts.isEmpty ? "[\(code)]" : "[\(code): \(facts.joined(separator: " "))]"
    }
}
