import TingTally

extension Check {
    /// Nothing is adopted with a text that was changed after it had been decided on.
    ///
    /// A state is wrong where amendments can be made in it, where a decision in
    /// favour can lead to it, and from which the proposal can come to be adopted,
    /// both without another decision in favour on the way.
    ///
    /// - Complexity: O(decisions × moves), and as much again for each state that is wrong.
    static func textsAfterDecisions(_ graph: Graph) -> [Finding] {
        let ends = graph.finals(.adopted)
        let adopting = graph.reaching(ends) { !$0.decides }
        let decisions = graph.moves.joined().filter(\.decides)
        let starts = Array(Set(decisions.map(\.to)))
        let decided = graph.reachable(from: starts) { !$0.decides }
        return graph.states.indices.compactMap { place in
            let state = graph.states[place]
            guard state.kind.writing.amendments != nil, decided.contains(place), adopting.contains(place),
                let (final, path) = graph.shortest(from: place, to: ends, after: decisions)
            else { return nil }
            return .about(
                state, "text-changes-after-decision", [.text("final", graph.states[final].name)],
                story: graph.story(path),
                mends: [
                    Statement("mend-no-amendments", [.text("state", state.name)]),
                    Statement("mend-another-vote", [.text("state", state.name)]),
                ])
        }
    }
}

extension Graph {
    /// A way from the first state over a decision and then this state to an end, with no other
    /// decision after that one; nil when there is none.
    fileprivate func shortest(from place: Int, to ends: [Int], after decisions: [Move])
        -> (end: Int, path: [Move])?
    {
        guard let first else { return nil }
        var best: (end: Int, path: [Move])?
        for decision in decisions {
            guard let before = path(from: first, to: decision.from),
                let between = path(from: decision.to, to: place, over: { !$0.decides })
            else { continue }
            for end in ends {
                guard let after = path(from: place, to: end, over: { !$0.decides }) else { continue }
                let whole = before + [decision] + between + after
                if best.map({ whole.count < $0.path.count }) ?? true { best = (end, whole) }
            }
        }
        return best
    }
}
