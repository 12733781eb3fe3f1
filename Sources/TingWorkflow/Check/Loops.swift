import TingTally

extension Check {
    /// Every way back to an earlier state has a limit, and none goes round without time or people.
    static func loops(_ graph: Graph) -> [Finding] {
        let instant = rounds(graph) { state, move in move.isInstant && state.visits == nil }
        let endless = rounds(graph) { state, _ in state.visits == nil && state.inTotalAtMost == nil }
        // Where there is no way out at all, that is what is told.
        let stuck = graph.stuck(among: Set(graph.states.indices))
        return instant.map { finding("loop-without-time", $0, graph) }
            + endless.filter { round in !stuck.contains(round[0].from) && !instant.contains(round) }.map {
                finding("loop-without-limit", $0, graph)
            }
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
    /// A move counts when the state it leads to, and the move itself, are wanted.
    private static func rounds(
        _ graph: Graph, over isWanted: (State, Graph.Move) -> Bool
    ) -> [[Graph.Move]] {
        var told: Set<Int> = []
        var rounds: [[Graph.Move]] = []
        func counts(_ move: Graph.Move) -> Bool {
            isWanted(graph.states[move.to], move) && isWanted(graph.states[move.from], move)
        }
        for place in graph.states.indices where !told.contains(place) {
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
