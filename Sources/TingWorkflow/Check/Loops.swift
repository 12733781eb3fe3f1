import TingTally

extension Check {
    /// Every way back to an earlier state has a limit, and none goes round without time or people.
    static func loops(_ graph: Graph) -> [Finding] {
        let instant = rounds(graph, through: { _ in true }) { state, move in
            move.isInstant && state.visits == nil
        }
        // A total bounds the time in its own state; a round through others goes on without it.
        let endless = rounds(graph, through: { $0.inTotalAtMost == nil }) { state, move in
            state.visits == nil && !graph.usesUp(move)
        }
        // Where there is no way out at all, that is what is told.
        let stuck = graph.stuck(among: Set(graph.states.indices))
        let told = instant.map { Set($0.map(\.from)) }
        return instant.map { finding("loop-without-time", $0, graph) }
            + endless.filter { round in
                !stuck.contains(round[0].from) && !told.contains(Set(round.map(\.from)))
            }.map { finding("loop-without-limit", $0, graph) }
    }

    private static func finding(_ code: String, _ round: [Graph.Move], _ graph: Graph) -> Finding {
        let state = graph.states[round[0].from]
        let names = round.map { graph.states[$0.from].name }
        return .about(
            state, code, [.list("states", names)],
            story: graph.story(round),
            mends: [
                Statement("mend-limit-visits", [.text("state", state.name)]),
                Statement(code == "loop-without-time" ? "mend-let-people-act" : "mend-lead-to-final"),
            ])
    }

    /// The shortest round through each group of states that can go round, one for each group.
    ///
    /// A move counts when the state it leads to, and the move itself, are wanted; a round goes
    /// through a state that is meant.
    private static func rounds(
        _ graph: Graph, through isMeant: (State) -> Bool, over isWanted: (State, Graph.Move) -> Bool
    ) -> [[Graph.Move]] {
        var told: Set<Int> = []
        var rounds: [[Graph.Move]] = []
        func counts(_ move: Graph.Move) -> Bool {
            isWanted(graph.states[move.to], move) && isWanted(graph.states[move.from], move)
        }
        // A state that cannot be reached is told as that.
        let reached = graph.first.map { graph.reachable(from: [$0]) } ?? []
        for place in graph.states.indices
        where !told.contains(place) && reached.contains(place) && isMeant(graph.states[place]) {
            var best: [Graph.Move]?
            for move in graph.moves[place] where counts(move) {
                guard let back = graph.path(from: move.to, to: place, over: counts) else { continue }
                if best.map({ back.count + 1 < $0.count }) ?? true { best = [move] + back }
            }
            guard let best else { continue }
            rounds.append(best)
            // The states of one group share their rounds; telling one is enough.
            let forth = graph.reachable(from: [place], over: counts)
            let back = graph.reaching([place], over: counts)
            told.formUnion(forth.intersection(back))
        }
        return rounds
    }
}

extension Graph {
    /// Whether a move can be made only so often because each time uses some of a state's total: what only
    /// people do, after a minimum. When the total is used up, the state is over before they can.
    func usesUp(_ move: Move) -> Bool {
        states[move.from].inTotalAtMost != nil && !move.isInstant
            && move.least.seconds(monthsLong: false) > 0
    }
}
