import TingTally

/// The steps that nobody in the story does: days come, meetings are held, other proposals end.
extension StepReader {
    /// `2 ends adopted`, after `proposal`.
    mutating func otherEnds() -> Scenario.Line? {
        guard let number = phrase.number() else { return nil }
        let results = FinalKind.Result.allCases.map(\.rawValue)
        guard phrase.take("ends"), let result = phrase.peek, results.contains(result) else {
            phrase.unexpected(allowed: results.map { "proposal \(number) ends \($0)" })
            return nil
        }
        _ = phrase.next()
        return phrase.finish() ? .otherEnds(number, result: result) : nil
    }

    /// `another general-meeting is held`.
    mutating func otherMeeting() -> Scenario.Line? {
        guard let word = phrase.peek, verbs.calendars.contains(word) else {
            phrase.unexpected(allowed: verbs.calendars, suggestions: verbs.calendars)
            return nil
        }
        _ = phrase.next()
        guard phrase.take("is", "held") else {
            phrase.unexpected(allowed: ["another \(word) is held"])
            return nil
        }
        return phrase.finish() ? .otherMeeting(calendar: word) : nil
    }

    /// `on MEETING`, `on 2026-03-02`.
    mutating func day() -> Scenario.Line? {
        guard let word = phrase.peek else {
            phrase.unexpected()
            return nil
        }
        if let date = CivilDate(text: word) {
            _ = phrase.next()
            return phrase.finish() ? .onDate(date) : nil
        }
        guard verbs.meetings.contains(word) else {
            phrase.report(
                Statement("unknown-meeting", [.text("name", word)]), word: phrase.position,
                allowed: verbs.meetings + PhraseForm.date.examples,
                suggestion: didYouMean(word, among: verbs.meetings))
            return nil
        }
        _ = phrase.next()
        return phrase.finish() ? .onMeeting(word) : nil
    }
}
