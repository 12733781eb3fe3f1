import TingTally

extension Check {
    /// Somebody can do whatever is to be done.
    static func eligible(_ workflow: Workflow) -> [Finding] {
        let hasPerson = workflow.proposal.fields.contains { $0.form == .member }
        let hasSponsors = workflow.states.contains { $0.kind is SponsorshipKind }
        return workflow.states.flatMap { state -> [Finding] in
            var findings: [Finding] = []
            var told: Set<String> = []
            func add(_ code: String, _ facts: [Fact], at mark: Mark, _ width: Int, _ mend: Statement) {
                let statement = Statement(code, [.text("state", state.name)] + facts)
                guard told.insert(code).inserted else { return }
                findings.append(Finding(.warning, statement, at: mark, width: max(1, width), mends: [mend]))
            }
            let named = state.name.unicodeScalars.count
            for deed in state.deeds(in: workflow) {
                let width = state.action(deed.verb).map { $0.name.unicodeScalars.count } ?? named
                if !hasPerson, deed.by.anyOf.allSatisfy({ $0 == .relation(.personConcerned) }) {
                    add("nobody-concerned", [], at: deed.mark, width, Statement("mend-member-field"))
                }
                if !hasSponsors, deed.by.anyOf == [.relation(.sponsors)] {
                    add(
                        "nobody-sponsors", [.text("deed", deed.verb)], at: deed.mark, width,
                        Statement("mend-sponsorship"))
                }
                let excepted = deed.except?.anyOf ?? []
                let isNobody = deed.by.anyOf.allSatisfy { who in
                    excepted.contains(who) || excepted.contains(.members)
                        || workflow.duties.contains {
                            who == .role($0.role) && ($0.never == who || $0.never == .members)
                        }
                }
                if isNobody {
                    add(
                        "nobody-left", [.text("deed", deed.verb)], at: deed.mark, width,
                        Statement("mend-others-act"))
                }
            }
            return findings
        }
    }

    /// No single office can bury a proposal by doing nothing.
    ///
    /// A state is told where only the holders of one role can take the proposal on towards an
    /// adoption, time running out ends it, and no way round that role leads to an adoption. Where they decide (a judgement, a veto), that is
    /// the point of the state, and it is left alone.
    static func burial(_ graph: Graph) -> [Finding] {
        let adopting = graph.reaching(graph.finals(.adopted))
        return graph.states.indices.compactMap { place in
            let state = graph.states[place]
            guard adopting.contains(place), place != graph.first, state.kind.final == nil,
                state.kind.vote == nil,
                !(state.kind is JudgementKind), !(state.kind is VetoKind)
            else { return nil }
            let onward = graph.moves[place].filter { adopting.contains($0.to) }
            let roles = onward.map { move in people(behind: move, in: graph) }
            guard let first = roles.first ?? nil, case .role(let role) = first,
                roles.allSatisfy({ $0 == first }),
                let begin = graph.first,
                graph.reachable(from: [begin], over: { self.people(behind: $0, in: graph) != first })
                    .isDisjoint(with: graph.finals(.adopted)),
                let lapse = graph.moves[place].first(where: {
                    !adopting.contains($0.to) && $0.isByTime(of: state)
                })
            else { return nil }
            let facts: [Fact] = [.text("role", role), .text("next", graph.states[lapse.to].name)]
            let path = graph.first.flatMap { graph.path(from: $0, to: place) } ?? []
            return .about(
                state, "one-office-buries", facts, severity: .warning, story: graph.story(path + [lapse]),
                mends: [Statement("mend-others-act"), Statement("mend-accept")])
        }
    }

    /// The one group whose deed makes a move; nil when several can, or time alone.
    private static func people(behind move: Graph.Move, in graph: Graph) -> People.Who? {
        let state = graph.states[move.from]
        let people: People?
        switch move.cause {
        case .action(let name): people = state.action(name)?.by
        case .outcome(let name):
            guard state.kind.outcomes.first(where: { $0.name == name })?.byPeople ?? false else { return nil }
            people =
                (state.kind as? MeetingKind)?.dateBy ?? state.kind.deeds(in: graph.workflow).first?.by
        }
        guard let people, people.anyOf.count == 1 else { return nil }
        return people.anyOf[0]
    }
}

extension Graph.Move {
    /// Whether the move comes when the time of a state is up.
    func isByTime(of state: State) -> Bool {
        guard case .outcome(let name) = cause else { return false }
        return !(state.kind.outcomes.first { $0.name == name }?.byPeople ?? true)
    }
}
