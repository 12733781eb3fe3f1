import TingTally

extension Check {
    /// Nothing in a state is without effect.
    static func dead(_ graph: Graph) -> [Finding] {
        graph.states.indices.flatMap { place -> [Finding] in
            let state = graph.states[place]
            var findings: [Finding] = []
            if let limit = state.visits {
                let returns = graph.moves[place].contains { graph.path(from: $0.to, to: place) != nil }
                if !returns {
                    findings.append(
                        Finding(
                            .warning, Statement("limit-never-reached", [.text("state", state.name)]),
                            at: limit.mark, width: "visits".count, mends: [Statement("mend-leave-out")]))
                }
            }
            for action in state.actions where action.afterMinimum && state.minimum.period == nil {
                let facts: [Fact] = [.text("state", state.name), .text("action", action.name)]
                findings.append(
                    Finding(
                        .warning, Statement("minimum-of-nothing", facts), at: action.mark,
                        width: max(1, action.name.unicodeScalars.count),
                        mends: [Statement("mend-give-minimum", [.text("state", state.name)])]))
            }
            return findings
        }
    }
}
