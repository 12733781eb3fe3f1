import TingTally

extension DraftKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var sentences = [Statement(coAuthors == nil ? "explain-draft" : "explain-draft-together")]
        if let coAuthors {
            sentences.append(Statement("explain-co-authors", [Fact("people", telling.actors(coAuthors))]))
        }
        return sentences.paragraphs
    }
}

extension DeliberationKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var sentences: [Statement] = []
        if let people = writing.comments {
            sentences.append(Statement("explain-comments", [Fact("people", telling.actors(people))]))
        } else {
            sentences.append(Statement("explain-comments-none"))
        }
        if let people = writing.amendments {
            let facts = [Fact("people", telling.actors(people))]
            if let most = writing.amendmentsAtMost {
                let facts = facts + [.number("count", most)]
                sentences.append(Statement("explain-amendments-at-most", facts))
            } else {
                sentences.append(Statement("explain-amendments", facts))
            }
            let restarts = writing.amendmentsRestartClock
            if restarts { sentences.append(Statement("explain-amendments-restart")) }
            if let minor = writing.minorChanges {
                let facts = [
                    Fact("people", telling.actors(minor.objectedBy)),
                    Fact("period", telling.period(minor.within)),
                ]
                sentences.append(Statement("explain-minor-changes", facts))
            }
        } else {
            sentences.append(Statement("explain-amendments-none"))
        }
        if let options = writing.options {
            sentences.append(Statement("explain-options", [Fact("people", telling.actors(options.by))]))
            if let seconders = options.seconders {
                sentences.append(
                    Statement("explain-seconders", [Fact("amount", telling.amount(seconders))]))
            }
            sentences += telling.demands(of: options)
        }
        sentences += concerns?.explained(telling) ?? []
        return sentences.paragraphs
    }
}

extension Telling {
    /// What every option must say of its cost and its group.
    func demands(of options: Writing.OptionWriting) -> [Statement] {
        var sentences: [Statement] = []
        switch options.cost {
        case .atMostTheBudget: sentences.append(Statement("explain-cost-at-most"))
        case .anyAmount: sentences.append(Statement("explain-cost-any"))
        case nil: break
        }
        switch options.group {
        case .required: sentences.append(Statement("explain-group-required"))
        case .optional: sentences.append(Statement("explain-group-optional"))
        case nil: break
        }
        return sentences
    }
}

extension OpinionKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let facts = [Fact("people", telling.actors(by)), .list("choices", choices)]
        return [Statement("explain-opinion", facts)].paragraphs
    }
}
