import TingTally

extension Graph {
    /// The moves that one state allows.
    static func moves(
        from place: Int, _ state: State, places: [String: Int], _ workflow: Workflow
    ) -> [Move] {
        var moves: [Move] = []
        for exit in state.outcomes {
            guard let form = state.kind.outcomes.first(where: { $0.name == exit.name }),
                let wait = state.wait(for: form)
            else { continue }
            let width = max(1, exit.name.unicodeScalars.count)
            for target in targets(of: exit.goto, places, workflow) {
                moves.append(
                    Move(
                        from: place, to: target.place, cause: .outcome(exit.name),
                        insteadOf: target.insteadOf,
                        decides: form.decides, least: wait, isInstant: state.isInstant(form),
                        mark: exit.mark, width: width))
            }
        }
        for action in state.actions {
            let least = action.afterMinimum ? state.minimum : .none
            let width = max(1, action.name.unicodeScalars.count)
            for target in targets(of: action.goto, places, workflow) {
                moves.append(
                    Move(
                        from: place, to: target.place, cause: .action(action.name),
                        insteadOf: target.insteadOf, decides: false, least: least, isInstant: false,
                        mark: action.mark, width: width))
            }
        }
        for target in state.support.map({ targets(of: $0.otherwise, places, workflow) }) ?? [] {
            moves.append(
                Move(
                    from: place, to: target.place, cause: .action(State.unsponsorVerb),
                    insteadOf: target.insteadOf, decides: false, least: .none, isInstant: false,
                    mark: state.support?.mark ?? state.mark, width: "support".count))
        }
        return moves
    }

    /// A state, and those entered instead of it when it may not be entered again.
    private static func targets(
        of name: String, _ places: [String: Int], _ workflow: Workflow
    ) -> [(place: Int, insteadOf: Int?)] {
        var targets: [(place: Int, insteadOf: Int?)] = []
        var next = name
        var full: Int?
        while let place = places[next], !targets.contains(where: { $0.place == place }) {
            targets.append((place, full))
            guard let limit = workflow.states[place].visits else { break }
            full = place
            next = limit.then
        }
        return targets
    }
}

extension State {
    /// How soon an outcome can come after the entry; nil when it never can.
    fileprivate func wait(for form: OutcomeForm) -> Graph.Wait? {
        if kind.endsEarly { return Graph.Wait.none }
        // A hold ends when the other decision is reported, whatever its clock.
        if form.byPeople, kind is HoldKind { return Graph.Wait.none }
        if form.byPeople, !clock.isExact { return minimum }
        // With the publication of the clusters the time for appeals runs, and no more.
        if let appeals = (kind as? ClusterKind)?.appeals, form.name == ClusterKind.done {
            return Graph.Wait(period: appeals.within)
        }
        switch clock {
        case .exactly(let periods): return Graph.Wait(period: periods.shortest)
        case .between(let atLeast, let atMost, let endedBy):
            if endedBy != nil { return Graph.Wait(period: atLeast) }
            return (atMost?.shortest ?? inTotalAtMost).map { Graph.Wait(period: $0) }
        case .extendable(let bounds):
            return Graph.Wait(period: bounds.endsAfter, less: bounds.adjustment?.atMost)
        case .waits: return inTotalAtMost.map { Graph.Wait(period: $0) }
        case .untilEnd: return Graph.Wait.none
        case .afterQuorum(let period, _): return Graph.Wait(period: period)
        case .none: return nil
        }
    }

    /// The minimum time of the clock.
    var minimum: Graph.Wait {
        if case .between(let atLeast, _, _) = clock { Graph.Wait(period: atLeast) } else { .none }
    }

    /// Whether an outcome can come by itself at the moment of the entry: a
    /// meeting whose date is past, one that is over, a total time that is used up.
    fileprivate func isInstant(_ form: OutcomeForm) -> Bool {
        if kind.isMeeting { return form.byPeople || inTotalAtMost != nil }
        if case .untilEnd = clock { return !form.byPeople }
        return inTotalAtMost != nil && (!form.byPeople || (clock.isExact && !(kind is HoldKind)))
    }
}

extension BySubject<Period> {
    /// The shortest of the periods; of equally short ones the first.
    var shortest: Period { all.min { $0.shortest < $1.shortest } ?? otherwise }
    /// The longest of the periods.
    var longest: Period { all.max { $0.longest < $1.longest } ?? otherwise }
}
