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
        if let earlier = consecutiveTo {
            sentences.append(
                Statement("explain-meeting-consecutive", [Fact("meeting", telling.meeting(earlier))]))
        }
        return sentences.paragraphs
    }
}

extension RollCallKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        guard let attendance else { return [] }
        let facts = [
            Fact("people", telling.actors(by)), .term("comparison", attendance.comparison.rawValue),
            .fraction("amount", attendance.amount), Fact("group", telling.group(attendance.of)),
        ]
        return [Statement("explain-roll-call", facts)].paragraphs
    }
}
