import TingTally

extension Check {
    /// Promises that a sound file keeps already and does not make, as lines to put under `promises:`.
    ///
    /// What is adopted only after, the least time from the submission to each vote, from when the
    /// text is frozen, the longest life, and which votes are secret. A promise once made is
    /// held against every later change of the file. Nothing is suggested under a key that the file
    /// has, so that every line can be put in as it is.
    public static func suggestedPromises(for workflow: Workflow) -> [String] {
        let graph = Graph(workflow)
        guard let first = graph.first else { return [] }
        let promises = workflow.promises
        var lines: [String] = []
        if promises.adoptedOnlyAfter.isEmpty, let names = decisions(graph), !names.isEmpty {
            lines.append("adopted-only-after: [\(names.joined(separator: ", "))]")
        }
        lines += suggestedTimes(graph, from: first)
        lines += suggestedFreezes(graph)
        let secret = workflow.states.filter { $0.kind.vote?.secret ?? false }.map(\.name)
        if promises.secretUntilClosing.isEmpty, !secret.isEmpty {
            lines.append("secret-until-closing: [\(secret.joined(separator: ", "))]")
        }
        var life = LongestLife(graph)
        if promises.endsWithin == nil, case .seconds(let seconds, _) = life.longest(after: first), seconds > 0
        {
            lines.append("ends-within: \(Period((seconds + 86_399) / 86_400, .days))")
        }
        return lines
    }

    /// The decisions in favour, where nothing is adopted without one; nil where something is.
    private static func decisions(_ graph: Graph) -> [String]? {
        guard let first = graph.first, !graph.finals(.adopted).isEmpty, deciding(graph).isEmpty else {
            return nil
        }
        var names: [String] = []
        let reached = graph.reachable(from: [first])
        for move in graph.moves.joined() where move.decides && reached.contains(move.from) {
            guard case .outcome(let outcome) = move.cause else { continue }
            let name = "\(graph.states[move.from].name) \(outcome)"
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The least time from the submission to each vote, where the file promises no time at all.
    private static func suggestedTimes(_ graph: Graph, from first: Int) -> [String] {
        guard graph.workflow.promises.timeBetween.isEmpty else { return [] }
        let state = graph.states[first]
        let isDraft = state.kind is DraftKind
        let from = Promises.Happening(
            state: state.name, outcome: isDraft ? "submitted" : nil, mark: state.mark)
        let lines = graph.states.compactMap { vote -> String? in
            guard vote.kind.vote != nil, vote.name != state.name else { return nil }
            let to = Promises.Happening(state: vote.name, outcome: nil, mark: vote.mark)
            guard let (seconds, _) = QuickestWay.find(graph, from: from, to: to, monthsLong: false),
                seconds >= 86_400
            else { return nil }
            let least = Period(seconds / 86_400, .days)
            return "{from: \(from), to: \(vote.name) opened, at-least: \(least)}"
        }
        return lines.count > 1
            ? ["time-between:"] + lines.map { "  - \($0)" } : lines.map { "time-between: \($0)" }
    }

    /// From the first notice or vote on the text is frozen, where nothing can change it.
    private static func suggestedFreezes(_ graph: Graph) -> [String] {
        guard graph.workflow.promises.frozenText.isEmpty else { return [] }
        for end in graph.finals(.adopted) {
            for state in graph.states {
                let outcome = state.kind is NoticeKind ? "given" : nil
                guard state.kind is NoticeKind || state.kind.vote != nil else { continue }
                let from = Promises.Happening(state: state.name, outcome: outcome, mark: state.mark)
                let freeze = Promises.Freeze(from: from, to: graph.states[end].name, mark: state.mark)
                guard frozenText(freeze, graph).isEmpty else { continue }
                return ["frozen-text: {from: \(from), to: \(graph.states[end].name)}"]
            }
        }
        return []
    }
}
