import TingTally
import TingWorkflow

/// The lines of a file whose indentation has a tab.
struct TabLines {
    private var lines: [Mark] = []

    /// Notes a tab in a line's indentation; the first of each line counts.
    mutating func note(line: Int, column: Int) {
        if lines.last?.line != line { lines.append(Mark(line: line, column: column)) }
    }

    /// The one finding about tabs, or none.
    ///
    /// Lines within a quoted or block text may begin as they like. Blank lines and
    /// comments are held against the file only where the reading stopped at them.
    func findings(seenBy reading: Reading, in source: SourceText) -> [Finding] {
        let stop = reading.stoppedAtTab
        let marks = lines.filter { mark in
            if mark.line == stop { return true }
            guard !reading.texts.contains(where: { $0.contains(mark.line) }) else { return false }
            let first = source.line(mark.line).first { $0 != " " && $0 != "\t" }
            return first != nil && first != "#"
        }
        guard let first = marks.first else { return [] }
        let others = marks.dropFirst()
        let shown = others.prefix(10).map { FactValue.number($0.line) }
        let more = Statement(
            others.count > shown.count ? "yaml-more-tabs-than-shown" : "yaml-more-tabs",
            [.number("count", others.count), Fact("lines", .list(shown))])
        return [Finding(.error, Statement("yaml-tab"), at: first, notes: others.isEmpty ? [] : [more])]
    }
}
