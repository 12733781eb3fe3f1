import TingTally

extension Check {
    /// Silence decides only where people were told, and a veto is not the last word.
    static func silence(_ graph: Graph) -> [Finding] {
        graph.states.indices.flatMap { place -> [Finding] in
            let state = graph.states[place]
            // Consent has checks of its own for this.
            guard state.kind.vote == nil, state.kind.final == nil, state.kind.word != "consent" else {
                return []
            }
            var findings: [Finding] = []
            for form in state.kind.outcomes where form.decides && !form.byPeople {
                guard let exit = state.exit(form.name), state.notify.isEmpty, !isNoticed(place, graph) else {
                    continue
                }
                findings.append(
                    Finding(
                        .warning,
                        Statement(
                            "silence-untold", [.text("state", state.name), .text("outcome", form.name)]),
                        at: exit.mark, width: max(1, exit.name.unicodeScalars.count),
                        mends: [Statement("mend-notify", [.text("state", state.name)])]))
            }
            if state.kind is VetoKind, let exit = state.exit("vetoed"),
                let target = graph.place(of: exit.goto),
                let result = graph.states[target].kind.final?.result, result != .adopted
            {
                let facts: [Fact] = [.text("state", state.name), .text("next", exit.goto)]
                findings.append(
                    Finding(
                        .warning, Statement("veto-without-override", facts), at: exit.mark,
                        width: "vetoed".count, mends: [Statement("mend-override"), Statement("mend-accept")]))
            }
            return findings
        }
    }

    /// Whether a notice is given on every way to a state.
    private static func isNoticed(_ place: Int, _ graph: Graph) -> Bool {
        guard let first = graph.first else { return false }
        return graph.path(from: first, to: place) {
            !(graph.states[$0.from].kind is NoticeKind && $0.cause == .outcome("given"))
        } == nil
    }

    /// Who lost cannot ask again the next day where asking is cheap.
    ///
    /// Asking is cheap where a proposal comes to a vote although nobody but its author stands behind it.
    /// A choice among options loses nobody's cause, so it is left alone.
    static func cooldown(_ graph: Graph) -> [Finding] {
        guard let first = graph.first else { return [] }
        func isBacked(_ move: Graph.Move) -> Bool {
            let state = graph.states[move.from]
            if case .action(let name) = move.cause, case .role? = state.action(name)?.by.anyOf.first {
                return true
            }
            if let sponsors = state.kind as? SponsorshipKind {
                return move.cause == .outcome("enough")
                    && (sponsors.sponsors?.all.allSatisfy { ($0.wholeNumber ?? 2) > 1 } ?? false)
            }
            // Whoever sets a meeting, gives a notice or an opinion stands between an author and the vote.
            return state.kind is NoticeKind || state.kind.isMeeting || state.kind is JudgementKind
        }
        return graph.finals(.rejected).compactMap { end in
            let state = graph.states[end]
            guard state.kind.final?.cooldown == nil,
                let path = graph.path(from: first, to: end, over: { !isBacked($0) }),
                path.contains(where: { graph.states[$0.from].kind.vote?.asks == .proposal })
            else { return nil }
            return .about(
                state, "rejected-without-cooldown", severity: .warning, story: graph.story(path),
                mends: [Statement("mend-cooldown", [.text("state", state.name)]), Statement("mend-accept")])
        }
    }
}
