import TingTally

extension ConsentKind {
    /// Where silence consents, those asked have been told.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        guard silence == .consents, !isTold(state.notify), !isNoticed(state, in: workflow) else { return [] }
        let facts: [Fact] = [.text("people", group.description)]
        return [.about(state, "silence-without-notice", facts, allowed: ["notify: \(group)"])]
    }

    private func isTold(_ people: [People]) -> Bool {
        people.contains { $0.anyOf.contains(.members) || $0.anyOf.contains(group) }
    }

    /// Whether every way into the state is a notice given to those asked.
    private func isNoticed(_ state: State, in workflow: Workflow) -> Bool {
        guard workflow.first != state.name else { return false }
        var isReached = false
        for other in workflow.states {
            let notice = other.kind as? NoticeKind
            for exit in other.outcomes where exit.goto == state.name {
                guard let notice, exit.name == "given", isTold([notice.to]) else { return false }
                isReached = true
            }
            if other.actions.contains(where: { $0.goto == state.name }) { return false }
            if other.visits?.then == state.name { return false }
        }
        return isReached
    }

    /// Who was asked, how they answered, and whether that is enough.
    public func reckoning(of outcome: String, in visit: Visit, of workflow: Workflow) throws -> Reckoning? {
        let round = ConsentRound(visit)
        let standing = standing(in: round).map(\.number)
        var lines = [
            Statement(
                "consent-asked",
                [
                    .number("asked", visit.asked.count),
                    .number("excused", visit.asked.count - round.base.count),
                    .number("answered", round.answers.count), .number("silent", round.silent.count),
                ]),
            Statement(
                "consent-answers",
                [
                    .number("consent", round.count(.consent)), .number("concern", round.count(.concern)),
                    .number("objection", round.count(.objection)), .number("aside", round.count(.standAside)),
                ]),
        ]
        if let answers {
            let bound = try answers.bound(
                members: visit.members, asked: round.base.count, formulas: workflow.formulas)
            let needed = try answers.comparison.least(beyond: bound)
            lines.append(
                Statement(
                    round.answers.count >= needed ? "consent-enough" : "consent-too-few",
                    [.number("needed", needed), .number("reached", round.answers.count)]))
        }
        if silence == .consents, !round.silent.isEmpty {
            lines.append(Statement("consent-silence", [.number("silent", round.silent.count)]))
        }
        for objection in round.objections {
            let code =
                switch objection.test {
                case true?: "objection-upheld"
                case false?: "objection-dismissed"
                case nil: test == nil ? "objection-stands" : "objection-untested"
                }
            var facts: [Fact] = [.number("number", objection.number)]
            if code == "objection-untested" {
                facts.append(.term("becomes", test?.untestedStands ?? true ? "stands" : "falls"))
            }
            lines.append(Statement(code, facts))
        }
        return Reckoning(lines: lines, objections: standing)
    }
}
