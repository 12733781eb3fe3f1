import TingTally

extension Check {
    /// Members learn of votes, duties stay apart, and a proposal can be taken back.
    static func rights(_ graph: Graph) -> [Finding] {
        duties(graph.workflow) + told(graph) + withdrawing(graph) + lateAmendments(graph) + appeals(graph)
    }

    /// Who must not act in a role cannot do the same by another name.
    private static func duties(_ workflow: Workflow) -> [Finding] {
        workflow.states.flatMap { state in
            state.deeds(in: workflow).compactMap { deed -> Finding? in
                guard
                    let duty = workflow.duties.first(where: { duty in
                        // Another role has rights of its own; a relation is what the duty is about.
                        guard case .relation = duty.never else { return false }
                        return deed.by.anyOf.contains(.role(duty.role)) && deed.by.anyOf.contains(duty.never)
                    })
                else { return nil }
                let facts: [Fact] = [
                    .text("state", state.name), .text("deed", deed.verb), .text("role", duty.role),
                    .text("never", duty.never.description),
                ]
                let width =
                    state.action(deed.verb).map { $0.name.unicodeScalars.count }
                    ?? state.name.unicodeScalars.count
                return Finding(
                    .error, Statement("duty-bypassed", facts), at: deed.mark, width: max(1, width),
                    promise: .init(Statement("promised-duty", facts), at: duty.mark),
                    mends: [Statement("mend-role-alone", [.text("role", duty.role)])])
            }
        }
    }

    /// Whoever may vote is told that the vote has opened, on every way to it.
    private static func told(_ graph: Graph) -> [Finding] {
        graph.states.indices.compactMap { place in
            let state = graph.states[place]
            guard let vote = state.kind.vote,
                !state.notify.contains(where: { $0.tells(vote.electorate.who) }),
                let path = graph.course(
                    to: place,
                    over: { move in
                        let from = graph.states[move.from]
                        guard let notice = from.kind as? NoticeKind, move.cause == .outcome("given") else {
                            return true
                        }
                        return !notice.to.tells(vote.electorate.who)
                    })
            else { return nil }
            return .about(
                state, "vote-untold", [.text("who", vote.electorate.who.description)],
                story: graph.story(path), mends: [Statement("mend-notify", [.text("state", state.name)])])
        }
    }

    /// An author who can take a proposal back early can do so until the vote.
    private static func withdrawing(_ graph: Graph) -> [Finding] {
        guard let first = graph.first else { return [] }
        let ends = graph.finals(.withdrawn)
        guard !ends.isEmpty else { return [] }
        func canWithdraw(_ place: Int) -> Bool {
            graph.moves[place].contains { move in
                guard case .action(let name) = move.cause, ends.contains(move.to) else { return false }
                return graph.states[place].action(name)?.by.anyOf.contains(.relation(.author)) ?? false
            }
        }
        // A text that is attached to a notice, or a matter that is decided, is no longer the author's.
        let isEarly: (Graph.Move) -> Bool = { move in
            let kind = graph.states[move.to].kind
            return !move.decides && !kind.outcomes.contains(where: \.decides) && kind.vote == nil
                && kind.final == nil && !(kind is NoticeKind)
                && !kind.isMeeting
                && !(kind is TaskKind) && !(kind is VetoKind)
        }
        let early = graph.reachable(from: [first], over: isEarly).sorted()
        guard early.contains(where: canWithdraw) else { return [] }
        // Where members write options, the matter is no longer the author's alone.
        return early.filter {
            $0 != first && !canWithdraw($0) && graph.states[$0].kind.writing.options == nil
        }.prefix(1).map { place in
            let state = graph.states[place]
            return .about(
                state, "no-withdrawal", severity: .warning,
                mends: [Statement("mend-withdrawal", [.text("state", state.name)]), Statement("mend-accept")])
        }
    }

    /// A text cannot be changed at the last moment before a vote opens.
    private static func lateAmendments(_ graph: Graph) -> [Finding] {
        graph.states.indices.compactMap { place in
            let state = graph.states[place]
            guard state.kind is DeliberationKind, state.kind.writing.amendments != nil,
                !state.kind.writing.amendmentsRestartClock, !state.leavesTimeAfterAmendments,
                let move = graph.moves[place].first(where: {
                    // Instead of a full state a vote is opened only after a round that was not the first.
                    $0.insteadOf == nil && graph.states[$0.to].kind.vote != nil
                })
            else { return nil }
            return .about(
                state, "late-amendments", [.text("vote", graph.states[move.to].name)], severity: .warning,
                story: [
                    StoryStep(
                        on: StoryClock.monday, Statement("tale-late-amendment", [.text("state", state.name)])),
                    StoryStep(
                        on: StoryClock.monday,
                        Statement("tale-vote-opens", [.text("state", graph.states[move.to].name)])),
                ],
                mends: [Statement("mend-restart", [.text("state", state.name)]), Statement("mend-accept")])
        }
    }

    /// What one person judges can be questioned before it binds.
    private static func appeals(_ graph: Graph) -> [Finding] {
        graph.states.indices.compactMap { place in
            let state = graph.states[place]
            guard let judgement = state.kind as? JudgementKind, judgement.by.number == .one,
                judgement.by.anyOf.allSatisfy({ if case .role = $0 { true } else { false } }),
                let move = graph.moves[place].first(where: { move in
                    guard case .outcome(let name) = move.cause, judgement.choices.contains(name),
                        let result = graph.states[move.to].kind.final?.result
                    else { return false }
                    return result == .adopted || result == .rejected
                })
            else { return nil }
            let facts: [Fact] = [
                .text("role", judgement.by.description), .text("next", graph.states[move.to].name),
            ]
            return .about(
                state, "judgement-without-appeal", facts, severity: .warning,
                mends: [Statement("mend-appeal"), Statement("mend-accept")])
        }
    }
}

extension People {
    /// Whether telling these people tells everybody of a group.
    fileprivate func tells(_ who: People.Who) -> Bool { anyOf.contains(.members) || anyOf.contains(who) }
}

extension State {
    /// Whether some time is left after every amendment.
    fileprivate var leavesTimeAfterAmendments: Bool {
        if case .extendable(let bounds) = clock { bounds.leftAfterAmendment != nil } else { false }
    }
}
