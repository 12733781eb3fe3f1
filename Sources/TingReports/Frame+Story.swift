import TingTally
public import TingWorkflow

extension Frame {
    /// The story of a finding: one line for each step, with its date, what happens, and where it leads.
    ///
    /// The year is told where the story goes on for most of one.
    public func story(_ finding: Finding) -> [String] { lines(of: finding.story) }

    /// The lines of a story.
    public func lines(of story: [StoryStep]) -> [String] {
        let dates = story.compactMap(\.date)
        let first = dates.first?.daysSince1970 ?? 0
        let tellsYear = (dates.last?.daysSince1970 ?? 0) - first > 270
        let rows = story.map { step in
            (
                day: step.date.map { day($0, tellsYear) } ?? "", sentence: words.render(step.statement),
                step.next
            )
        }
        let width = rows.map(\.day.unicodeScalars.count).max() ?? 0
        let widest = rows.filter { $0.2 != nil }.map { min(60, $0.sentence.unicodeScalars.count) }.max() ?? 0
        return rows.map { day, sentence, next in
            let start =
                day + String(repeating: " ", count: width - day.unicodeScalars.count) + "  " + sentence
            guard let next else { return start }
            let gap = max(0, widest - sentence.unicodeScalars.count)
            return start + String(repeating: " ", count: gap) + "  -> " + Visible.line(next)
        }
    }

    /// One step of a story in one line, for programs that show steps by themselves.
    public func line(_ step: StoryStep) -> String {
        let sentence = words.render(step.statement)
        guard let date = step.date else { return sentence }
        return day(date, true) + ": " + sentence
    }

    private func day(_ date: CivilDate, _ tellsYear: Bool) -> String {
        let number = String(date.day)
        return words.plain(
            tellsYear ? "frame.day-of-year" : "frame.day",
            [
                .text("weekday", words.plain("weekday.\(date.weekday)")),
                .text("day", number.count == 1 ? " " + number : number),
                .text("month", words.plain("month.\(date.month)")), .number("year", date.year),
            ])
    }
}
