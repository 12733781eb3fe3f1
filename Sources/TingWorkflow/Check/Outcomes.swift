import TingTally

extension Check {
    /// Every outcome of the kind leads somewhere, and no other; a final state leads nowhere.
    static func outcomes(of state: State) -> [Finding] {
        if state.kind.final != nil { return exits(ofFinal: state) }
        let forms = state.kind.outcomes.map(\.name)
        var findings: [Finding] = []
        for name in forms where state.exit(name) == nil {
            findings.append(
                .about(
                    state, "outcome-not-mapped", [.text("outcome", name), .text("kind", state.kind.word)],
                    notes: state.kind.vote?.reason(for: name).map { [$0] } ?? []))
        }
        for exit in state.outcomes where !forms.contains(exit.name) {
            let reason = state.kind.vote?.reason(against: exit.name)
            findings.append(
                Finding(
                    .error,
                    Statement(
                        "outcome-not-possible", [.text("outcome", exit.name), .text("state", state.name)]),
                    at: exit.mark, width: max(1, exit.name.unicodeScalars.count), allowed: forms,
                    suggestion: reason == nil ? didYouMean(exit.name, among: forms) : nil,
                    notes: reason.map { [$0] } ?? []))
        }
        return findings
    }

    private static func exits(ofFinal state: State) -> [Finding] {
        let exits =
            state.outcomes.map { ($0.name, $0.mark) } + state.actions.map { ($0.name, $0.mark) }
        return exits.map { name, mark in
            Finding(
                .error,
                Statement("final-with-exits", [.text("state", state.name), .text("exit", name)]), at: mark,
                width: max(1, name.unicodeScalars.count))
        }
    }

    /// An action does not take the name of something else that is done in the state.
    static func actions(of state: State, in workflow: Workflow) -> [Finding] {
        let reserved = ["vote", "comment", "amend"]
        let own = state.deeds(in: workflow).dropLast(state.actions.count).map(\.verb) + reserved
        return state.actions.enumerated().compactMap { index, action in
            let earlier = state.actions[..<index].contains { $0.name == action.name }
            guard earlier || own.contains(action.name) else { return nil }
            let code = earlier ? "action-twice" : "action-name-taken"
            let facts: [Fact] = [.text("action", action.name), .text("state", state.name)]
            return Finding(
                .error, Statement(code, facts), at: action.mark,
                width: max(1, action.name.unicodeScalars.count))
        }
    }

    /// Where a full state leads instead is not, round other full states, the state itself.
    static func limits(of state: State, in workflow: Workflow) -> [Finding] {
        guard let limit = state.visits else { return [] }
        var seen: [String] = []
        var next = limit.then
        while next != state.name, !seen.contains(next), let then = workflow.state(next)?.visits?.then {
            seen.append(next)
            next = then
        }
        guard next == state.name else { return [] }
        let statement = Statement("limits-in-a-ring", [.text("state", state.name)])
        return [Finding(.error, statement, at: limit.mark, width: "visits".count)]
    }

    /// A state that is not final is left by time, or says what it waits for.
    static func leaving(_ state: State, in workflow: Workflow) -> [Finding] {
        switch state.clock {
        case .between(_, .none, _):
            // A total ends it as well.
            return state.inTotalAtMost == nil ? [.about(state, "never-leaves")] : []
        case .untilEnd(let meeting):
            guard let target = workflow.state(meeting), !target.kind.isMeeting else { return [] }
            let facts: [Fact] = [.text("meeting", meeting), .text("kind", target.kind.word)]
            let meetings = workflow.states.filter(\.kind.isMeeting).map(\.name)
            return [
                Finding(
                    .error, Statement("no-meeting", [.text("state", state.name)] + facts),
                    at: state.clockMark,
                    width: "until end of \(meeting)".unicodeScalars.count, allowed: meetings)
            ]
        case .exactly, .between, .extendable, .afterQuorum, .waits, .none: return []
        }
    }
}

extension VoteKind {
    /// Why the vote can have an outcome that not every vote has.
    fileprivate func reason(for outcome: String) -> Statement? {
        switch outcome {
        case "no-quorum":
            let rules = decides.all.filter { !$0.isEmpty }
            return Statement("why-no-quorum", [.list("rules", rules)])
        case "tied": return Statement("why-tied")
        case "not-held": return atMeeting.map { Statement("why-not-held", [.text("meeting", $0)]) }
        case _ where ownOutcomes.contains { $0.name == outcome }:
            return Statement("why-own-outcome", [.text("outcome", outcome), .list("rules", decides.all)])
        default: return nil
        }
    }

    /// Why the vote cannot have an outcome that some votes have.
    fileprivate func reason(against outcome: String) -> Statement? {
        switch outcome {
        case "no-quorum": Statement("why-never-no-quorum", [.list("rules", decides.all)])
        case "tied": Statement("why-never-tied")
        case "not-held": Statement("why-never-not-held")
        default: nil
        }
    }
}
