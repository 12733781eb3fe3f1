import TingTally

extension TaskKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let facts = [
            Fact("people", telling.actors(by)), .text("task", does.text(in: telling.language)),
        ]
        return [Statement("explain-task", facts)].paragraphs
    }
}

extension FinalKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var sentences = [Statement("explain-final", [.term("result", result.rawValue)])]
        for case .adoptText(let document) in effects {
            sentences.append(Statement("explain-final-text", [.text("document", document)]))
        }
        if let cooldown {
            let value = telling.bySubject(cooldown) { telling.period($0) }
            sentences.append(Statement("explain-final-cooldown", [Fact("period", value)]))
        }
        if let reviewAfter {
            sentences.append(
                Statement("explain-final-review", [Fact("period", telling.period(reviewAfter))]))
        }
        if let report {
            var facts = [Fact("people", telling.addressees(report.to))]
            if let within = report.within { facts.append(Fact("period", telling.period(within))) }
            sentences.append(
                Statement(
                    report.within == nil ? "explain-final-report" : "explain-final-report-within", facts))
        }
        return sentences.paragraphs
    }
}
