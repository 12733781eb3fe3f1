import TingTally

extension Check {
    /// Every state can be reached, and from every one that can the end can be reached.
    ///
    /// States that only follow from another such state are told in its notes.
    static func reaching(_ graph: Graph) -> [Finding] {
        guard let first = graph.first else { return [] }
        let reached = graph.reachable(from: [first])
        let lost = graph.states.indices.filter { !reached.contains($0) }
        let stuck = graph.stuck(among: reached)
        return grouped(lost, graph).map { place, others in
            .about(
                graph.states[place], "unreachable-state", [.text("first", graph.workflow.first)],
                notes: others.isEmpty ? [] : [Statement("unreachable-too", [.list("states", others)])],
                mends: [Statement("mend-lead-here", [.text("state", graph.states[place].name)])])
        }
            + grouped(graph.states.indices.filter(stuck.contains), graph).map { place, _ in
                let path = graph.course(to: place) ?? []
                return .about(
                    graph.states[place], "no-way-out", story: graph.story(path),
                    mends: [Statement("mend-lead-to-final")])
            }
    }

    /// Places in groups: one that leads to the others, and the names of the others.
    private static func grouped(_ places: [Int], _ graph: Graph) -> [(Int, [String])] {
        var groups: [(Int, [String])] = []
        var told: Set<Int> = []
        func isHead(_ place: Int) -> Bool {
            // A head is led to only by places that it leads to itself.
            let before = graph.reaching([place]).intersection(places)
            return before.isSubset(of: graph.reachable(from: [place]))
        }
        for place in places where !told.contains(place) && isHead(place) {
            let followers = graph.reachable(from: [place]).intersection(places).subtracting(told)
            told.formUnion(followers)
            groups.append((place, followers.subtracting([place]).sorted().map { graph.states[$0].name }))
        }
        return groups
    }
}

extension Graph {
    /// The states from which no final state can be reached.
    func stuck(among places: Set<Int>) -> Set<Int> {
        places.subtracting(reaching(finals()))
    }
}
