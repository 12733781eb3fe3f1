extension Sections {
    /// The text with each section replaced by the one of the same name in another text.
    ///
    /// Where a name stands several times, the first replaces the first, the second
    /// the second. A section that is new stands after the one it follows in the
    /// other text, behind that one's subsections unless it is a subsection of it;
    /// where it follows none, it stands at the end. What stands before the first
    /// heading of the other text is not taken over; a text without any heading
    /// stands at the end as a whole.
    ///
    /// - Complexity: O(n · m) for n sections and m changed ones.
    public func consolidated(with change: Sections) -> String {
        var result = sections
        var replaced: [String: Int] = [:]
        var place: Int?
        for section in change.sections {
            let count = replaced[section.name, default: 0]
            replaced[section.name] = count + 1
            let places = result.indices.filter { result[$0].name == section.name }
            if count < places.count {
                result[places[count]].lines = section.closed
                place = places[count]
            } else {
                let next = place.map { Sections.place(for: section, after: $0, in: result) } ?? result.count
                var added = section
                added.lines = section.closed
                if next > 0 { result[next - 1].lines = result[next - 1].closed }
                result.insert(added, at: next)
                place = next
            }
        }
        var lines = preamble
        for section in result { lines += section.lines }
        if change.sections.isEmpty, change.preamble.contains(where: { !$0.trimmed.isEmpty }) {
            while lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
            lines += [""] + change.preamble.drop { $0.trimmed.isEmpty }
        }
        while lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func place(for section: Section, after place: Int, in sections: [Section]) -> Int {
        let before = sections[place]
        var next = place + 1
        guard section.level <= before.level else { return next }
        while next < sections.count, sections[next].level > section.level { next += 1 }
        return next
    }
}

extension Sections.Section {
    /// The lines with one empty line at the end, so that the next heading stands apart.
    fileprivate var closed: [String] {
        var lines = lines
        while lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
        return lines + [""]
    }
}
