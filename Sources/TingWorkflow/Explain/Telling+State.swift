import TingTally

extension Telling {
    /// Everything that a state says: what happens in it, how long, what people may do, what then.
    func state(_ state: State) -> [Explanation.Paragraph] {
        let own = state.kind.paragraphs(of: state, telling: self)
        guard state.kind.final == nil else { return own + paragraphs(told(of: state)) }
        let after = clock(of: state) + told(of: state) + actions(of: state) + support(of: state)
        return own + paragraphs(after + outcomes(of: state) + visits(of: state))
    }

    private func paragraphs(_ sentences: [Statement]) -> [Explanation.Paragraph] {
        sentences.map { Explanation.Paragraph($0) }
    }

    private func told(of state: State) -> [Statement] {
        var sentences: [Statement] = []
        if !state.notify.isEmpty {
            sentences.append(Statement("explain-notify", [Fact("people", addressees(state.notify))]))
        }
        return sentences
            + state.reminders.map { reminder in
                Statement(
                    "explain-remind",
                    [Fact("people", addressees(reminder.to)), Fact("period", period(reminder.before))])
            }
    }

    private func clock(of state: State) -> [Statement] {
        var sentences: [Statement] = []
        switch state.clock {
        case .exactly(let periods):
            sentences.append(Statement("explain-lasts", [Fact("period", bySubject(periods, period))]))
        case .between(let atLeast, let atMost, let endedBy):
            sentences += between(atLeast, atMost, endedBy)
        case .extendable(let bounds):
            let facts = [
                Fact("period", period(bounds.endsAfter)), Fact("most", period(bounds.extendableTo)),
            ]
            sentences.append(Statement("explain-extendable", facts))
            if let left = bounds.leftAfterAmendment {
                sentences.append(Statement("explain-left-after-amendment", [Fact("period", period(left))]))
            }
            if let adjustment = bounds.adjustment {
                let facts = [
                    Fact("people", actors(adjustment.by)), Fact("period", period(adjustment.atMost)),
                ]
                sentences.append(Statement("explain-adjusted", facts))
            }
        case .afterQuorum(let after, let atMost):
            let facts = [Fact("period", period(after)), Fact("most", period(atMost))]
            sentences.append(Statement("explain-after-quorum", facts))
        case .waits(let wording):
            sentences.append(Statement("explain-waits", [.text("event", wording.text(in: language))]))
        case .untilEnd(let name):
            sentences.append(Statement("explain-until-end", [Fact("meeting", meeting(name))]))
        case .none: break
        }
        if let total = state.inTotalAtMost {
            sentences.append(Statement("explain-in-total", [Fact("period", period(total))]))
        }
        return sentences
    }

    private func between(
        _ atLeast: Period?, _ atMost: BySubject<Period>?, _ endedBy: People?
    ) -> [Statement] {
        var sentences: [Statement] = []
        var facts: [Fact] = []
        if let atLeast { facts.append(Fact("least", period(atLeast))) }
        if let atMost { facts.append(Fact("most", bySubject(atMost, period))) }
        switch (atLeast != nil, atMost != nil) {
        case (true, true): sentences.append(Statement("explain-between", facts))
        case (true, false): sentences.append(Statement("explain-at-least", facts))
        case (false, true): sentences.append(Statement("explain-at-most", facts))
        case (false, false): break
        }
        if let endedBy {
            let code = atLeast == nil ? "explain-ended-by" : "explain-ended-by-after"
            sentences.append(Statement(code, [Fact("people", actors(endedBy))]))
        }
        return sentences
    }

    private func actions(of state: State) -> [Statement] {
        state.actions.map { action in
            let code =
                switch (action.afterMinimum, action.needsReason) {
                case (false, false): "explain-action"
                case (false, true): "explain-action-reason"
                case (true, false): "explain-action-after"
                case (true, true): "explain-action-after-reason"
                }
            let facts = [
                Fact("people", actors(action.by)), .text("action", action.name), next(action.goto),
            ]
            guard let silence = action.afterSilence else { return Statement(code, facts) }
            return Statement(
                "explain-action-silence",
                [Fact("action", .statement(Statement(code, facts))), Fact("period", period(silence))])
        }
    }

    private func support(of state: State) -> [Statement] {
        guard let support = state.support else { return [] }
        return [
            Statement("explain-support", [Fact("amount", amount(support.sponsors)), next(support.otherwise)])
        ]
    }

    private func outcomes(of state: State) -> [Statement] {
        state.outcomes.map { exit in
            state.kind.sentence(for: exit.name, leading: next(exit.goto), telling: self)
        }
    }

    private func visits(of state: State) -> [Statement] {
        guard let limit = state.visits else { return [] }
        guard limit.atMost > 1 else { return [Statement("explain-visit", [next(limit.then)])] }
        return [Statement("explain-visits", [.number("count", limit.atMost), next(limit.then)])]
    }
}
