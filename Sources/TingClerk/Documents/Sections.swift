/// A Markdown text in sections, each under its heading, with stable names.
///
/// A section's name is what its heading says in braces, `## Fees {#fees}`, else
/// the heading's words in lower case with hyphens between them. A proposal for a
/// governed document holds the whole new text of each section it changes; by
/// their names the machine finds out what the proposal touches.
public struct Sections: Hashable, Sendable {
    /// A heading and what follows it, up to the next heading of its level or above.
    public struct Section: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The level of the heading, 1 to 6.
        public let level: Int
        /// The heading line and the lines below it.
        public var lines: [String]
    }

    /// The lines before the first heading.
    public private(set) var preamble: [String]
    /// The sections, in order; a section's own lines only, without those of its subsections.
    public private(set) var sections: [Section]

    /// Reads a text.
    public init(_ text: String) {
        preamble = []
        sections = []
        var fenced = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") { fenced.toggle() }
            if !fenced, let (level, name) = Sections.heading(line) {
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
        var names: [String] = []
        for section in sections where !names.contains(section.name) { names.append(section.name) }
        return names
    }

    /// The text with each section replaced by the one of the same name in another
    /// text; sections that are new stand at the end.
    public func consolidated(with change: Sections) -> String {
        var result = self
        for section in change.sections {
            if let place = result.sections.firstIndex(where: { $0.name == section.name }) {
                result.sections[place].lines = section.lines
            } else {
                result.sections.append(section)
            }
        }
        var lines = result.preamble + result.sections.flatMap(\.lines)
        while lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func heading(_ line: String) -> (level: Int, name: String)? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
        let words = String(line.dropFirst(level)).trimmed
        if words.hasSuffix("}"), let open = words.range(of: "{#")?.lowerBound {
            let name = words[open...].dropFirst(2).dropLast()
            if !name.isEmpty { return (level, String(name)) }
        }
        let name = words.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
        return (level, name)
    }
}

extension String {
    /// Where a text first occurs in this one.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                return start..<(index(start, offsetBy: text.count, limitedBy: endIndex) ?? endIndex)
            }
            start = index(after: start)
        }
        return nil
    }
}
