/// A Markdown text in sections, each under its heading, with stable names.
///
/// A section's name is what its heading says in braces, `## Fees {#fees}`, else
/// the heading's words in lower case with hyphens between them. A proposal for a
/// governed document holds the whole new text of each section it changes; by
/// their names the machine finds out what the proposal touches.
///
/// Headings begin with one to six number signs and a space; underlined headings
/// are ordinary lines here. Front matter between `---` lines at the beginning,
/// and code between fences, have no headings. A heading without a letter or a
/// digit has no name and begins no section.
public struct Sections: Hashable, Sendable {
    /// A heading and what follows it, up to the next heading.
    public struct Section: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The level of the heading, 1 to 6.
        public let level: Int
        /// The heading line and the lines below it.
        public var lines: [String]
    }

    /// The lines before the first heading.
    public internal(set) var preamble: [String]
    /// The sections, in order; a section's own lines only, without those of its subsections.
    public internal(set) var sections: [Section]

    /// Reads a text; lines may end as any system ends them.
    ///
    /// - Complexity: O(n).
    public init(_ text: String) {
        preamble = []
        sections = []
        var shape = LineShape()
        let lines = PlainText.lines(of: text).split(separator: "\n", omittingEmptySubsequences: false)
        shape.hasFrontMatter = lines.first == "---" && lines.dropFirst().contains("---")
        for line in lines.map(String.init) {
            if shape.allowsHeading(line), let (level, name) = Sections.heading(line) {
                sections.append(Section(name: name, level: level, lines: [line]))
            } else if sections.isEmpty {
                preamble.append(line)
            } else {
                sections[sections.count - 1].lines.append(line)
            }
        }
    }

    /// The names of the sections, in order, each once.
    public var names: [String] {
        var seen: Set<String> = []
        return sections.map(\.name).filter { seen.insert($0).inserted }
    }

    private static func heading(_ line: String) -> (level: Int, name: String)? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
        let words = String(line.dropFirst(level)).trimmed
        if words.hasSuffix("}"), let open = words.lastIndex(of: "{"),
            words[words.index(after: open)...].first == "#"
        {
            let name = words[open...].dropFirst(2).dropLast()
            if !name.isEmpty { return (level, String(name)) }
        }
        let name = words.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
        return name.isEmpty ? nil : (level, name)
    }
}

/// What came before a line, as far as it decides whether the line can be a heading.
private struct LineShape {
    /// Whether the text begins with front matter that also ends.
    var hasFrontMatter = false
    private var number = 0
    private var fence = ""

    /// Whether a line may be a heading; lines are asked about in order.
    mutating func allowsHeading(_ line: String) -> Bool {
        number += 1
        if hasFrontMatter {
            if number > 1, line == "---" { hasFrontMatter = false }
            return false
        }
        let marks = line.trimmed.prefix { $0 == line.trimmed.first }
        let isFence = marks.count >= 3 && (marks.first == "`" || marks.first == "~")
        if fence.isEmpty {
            if isFence { fence = String(marks) }
            return !isFence
        }
        // A fence is closed by at least as many of the same marks, and nothing else.
        if isFence, marks.hasPrefix(fence), line.trimmed.count == marks.count { fence = "" }
        return false
    }
}
