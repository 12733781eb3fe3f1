extension Sections {
    /// The text with a line below the headings of some sections that says since when and until when they hold.
    ///
    /// A line about the same proposal that stands there already is replaced; whatever the line says, it
    /// begins and ends as `*[P-12] ...*`.
    ///
    /// - Parameters:
    ///   - line: What is noted, in one line.
    ///   - names: The names of the sections; the first of each name is meant.
    ///   - proposal: The name of the proposal that brought them in, such as `P-12`.
    /// - Complexity: O(n · m) for n sections and m names.
    public func noting(_ line: String, in names: [String], about proposal: String) -> String {
        var result = sections
        let mark = "*[\(proposal)] "
        for name in names {
            guard let place = result.firstIndex(where: { $0.name == name }) else { continue }
            var lines = result[place].lines.filter { !($0.hasPrefix(mark) && $0.hasSuffix("*")) }
            // The heading, an empty line, the note; a note taken out leaves no second empty line.
            var rest = Array(lines.dropFirst())
            while rest.first?.trimmed.isEmpty ?? false { rest.removeFirst() }
            lines = Array(lines.prefix(1)) + ["", mark + line + "*", ""] + rest
            result[place].lines = lines
        }
        var lines = preamble
        for section in result { lines += section.lines }
        while lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
