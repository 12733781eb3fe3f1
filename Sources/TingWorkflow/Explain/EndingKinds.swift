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
        switch inForce {
        case .after(let period):
            sentences.append(Statement("explain-final-in-force", [Fact("period", telling.period(period))]))
        case .date(let field):
            sentences.append(Statement("explain-final-in-force-on", [.text("field", field)]))
        case nil: break
        }
        return (sentences + afterwards(telling)).paragraphs
    }

    /// What follows after the end, and how long the matter rests.
    private func afterwards(_ telling: Telling) -> [Statement] {
        var sentences: [Statement] = []
        if let sunset {
            let facts = [Fact("period", telling.period(sunset.after))]
            if let people = sunset.renewedBy {
                sentences.append(
                    Statement(
                        "explain-final-sunset-renewed", facts + [Fact("people", telling.actors(people))]))
            } else {
                sentences.append(Statement("explain-final-sunset", facts))
            }
            for reminder in sunset.reminders {
                sentences.append(
                    Statement(
                        "explain-remind",
                        [
                            Fact("people", telling.addressees(reminder.to)),
                            Fact("period", telling.period(reminder.before)),
                        ]))
            }
        }
        if let period = cooldown?.period {
            let value = telling.bySubject(period) { telling.period($0) }
            sentences.append(Statement("explain-final-cooldown", [Fact("period", value)]))
        }
        if let calendar = cooldown?.untilNext {
            sentences.append(Statement("explain-final-cooldown-until", [.text("meeting", calendar)]))
        }
        if let number = cooldown?.unlessSponsors {
            sentences.append(Statement("explain-final-cooldown-unless", [.number("sponsors", number)]))
        }
        if let review {
            let facts = [
                Fact("period", telling.period(review.after)), Fact("people", telling.actors(review.by)),
            ]
            sentences.append(Statement("explain-final-review", facts))
        }
        if let report {
            var facts = [Fact("people", telling.addressees(report.to))]
            if let within = report.within {
                facts += [Fact("period", telling.period(within)), Fact("by", telling.actors(report.by))]
            }
            sentences.append(
                Statement(
                    report.within == nil ? "explain-final-report" : "explain-final-report-within", facts))
        }
        return sentences
    }
}
