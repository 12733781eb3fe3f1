import TingTally

extension NoticeKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var facts = [Fact("people", telling.actors(by)), Fact("to", telling.addressees(to))]
        var sentences: [Statement] = []
        if let meeting {
            facts.append(Fact("meeting", telling.meeting(meeting)))
            sentences.append(Statement("explain-notice-meeting", facts))
        } else {
            sentences.append(Statement("explain-notice", facts))
        }
        if let window {
            var facts = [
                Fact("least", telling.period(window.atLeast)),
                Fact("meeting", telling.meeting(window.meeting)),
            ]
            if let most = window.atMost { facts.append(Fact("most", telling.period(most))) }
            let code = window.atMost == nil ? "explain-notice-before" : "explain-notice-window"
            sentences.append(Statement(code, facts))
        }
        if attachesText { sentences.append(Statement("explain-notice-text")) }
        return sentences.paragraphs
    }
}

extension MeetingKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let facts = [Fact("people", telling.actors(dateBy)), .text("calendar", calendar)]
        var sentences = [Statement("explain-meeting", facts)]
        if let length {
            sentences.append(Statement("explain-meeting-length", [Fact("period", telling.period(length))]))
        }
        return sentences.paragraphs
    }
}
