import TingTally
import TingWorkflow

/// The rules for comments, amendments and options; all are asked.
struct WritingRules {
    let proposal: Proposal
    let state: State
    let situation: Situation

    init(_ proposal: Proposal, _ state: State, _ situation: Situation) {
        self.proposal = proposal
        self.state = state
        self.situation = situation
    }

    /// Why a draft is refused; empty when it is not.
    func reasons(
        against draft: Proposal.Draft, by member: Member, at instant: Instant
    ) throws -> [Reason] {
        let writing = state.kind.writing
        let source = state.provision(in: situation.workflow)
        let facts: [Fact] = [
            .text("proposal", proposal.name), .text("verb", draft.verb), .text("state", state.name),
        ]
        let people: People?
        switch draft {
        case .comment: people = writing.comments
        case .amendment: people = writing.amendments
        case .option: people = writing.options?.by
        }
        guard let people else {
            let code = if case .amendment = draft { "text-frozen" } else { "nothing-written-here" }
            return [Reason(Statement(code, facts), source: source)]
        }
        var reasons: [Reason] = []
        if !Entitlement(proposal, situation, at: instant).includes(people, member) {
            reasons.append(
                Reason(Statement("not-entitled", facts + [people.fact("people")]), source: source))
        }
        switch draft {
        case .comment: break
        case .amendment:
            let made = proposal.visit?.amendments ?? 0
            if let limit = writing.amendmentsAtMost, made >= limit {
                reasons.append(
                    Reason(
                        Statement(
                            "amendments-used-up", facts + [.number("limit", limit), .number("made", made)]),
                        source: source))
            }
        case .option(_, _, let touches):
            let known = situation.workflow.subjects.map(\.name)
            for subject in touches where !known.contains(subject) {
                reasons.append(
                    Reason(
                        Statement("subject-unknown", [.text("subject", subject), .list("subjects", known)]),
                        source: source))
            }
        }
        return reasons
    }
}
