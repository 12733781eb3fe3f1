import TingTally

extension Check {
    /// A veto is not the last word.
    static func vetoes(_ graph: Graph) -> [Finding] {
        graph.states.compactMap { state in
            guard state.kind is VetoKind, let exit = state.exit("vetoed"),
                let target = graph.place(of: exit.goto),
                let result = graph.states[target].kind.final?.result, result != .adopted
            else { return nil }
            let facts: [Fact] = [.text("state", state.name), .text("next", exit.goto)]
            return Finding(
                .warning, Statement("veto-without-override", facts), at: exit.mark, width: "vetoed".count,
                mends: [Statement("mend-override"), Statement("mend-accept")])
        }
    }

    /// Who lost cannot ask again the next day where asking is cheap.
    ///
    /// Asking is cheap where a proposal comes to a vote although nobody but its author stands behind it.
    /// A choice among options loses nobody's cause, so it is left alone.
    static func cooldown(_ graph: Graph) -> [Finding] {
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
                let path = graph.course(to: end, over: { !isBacked($0) }),
                path.contains(where: { graph.states[$0.from].kind.vote?.asks == .proposal })
            else { return nil }
            return .about(
                state, "rejected-without-cooldown", severity: .warning, story: graph.story(path),
                mends: [Statement("mend-cooldown", [.text("state", state.name)]), Statement("mend-accept")])
        }
    }
}
