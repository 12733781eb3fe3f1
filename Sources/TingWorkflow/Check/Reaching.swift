import TingTally

extension Check {
    /// Every state can be reached, and from every one that can the end can be reached.
    static func reaching(_ graph: Graph) -> [Finding] {
        guard let first = graph.first else { return [] }
        let reached = graph.reachable(from: [first])
        let ending = graph.reaching(graph.finals())
        var findings: [Finding] = []
        for (place, state) in graph.states.enumerated() {
            if !reached.contains(place) {
                findings.append(
                    .about(state, "unreachable-state", [.text("first", graph.workflow.first)]))
            } else if !ending.contains(place) {
                let path = graph.path(from: first, to: place) ?? []
                findings.append(.about(state, "no-way-out", notes: graph.story(path)))
            }
        }
        return findings
    }
}
