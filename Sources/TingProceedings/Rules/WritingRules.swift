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
    ///
    /// A new title may make the proposal one of a matter that rests. Sponsors let that through only as long
    /// as they are still to be found.
    func reasons(
        against draft: Proposal.Draft, by member: Member, at instant: Instant, resting rest: Rest? = nil
    ) -> [Reason] {
        let source = state.provision(in: situation.workflow)
        let facts: [Fact] = [
            .text("proposal", proposal.name), .text("verb", draft.verb), .text("state", state.name),
        ]
        guard let people = people(for: draft) else {
            let code = if case .amendment = draft { "text-frozen" } else { "nothing-written-here" }
            return [Reason(Statement(code, facts), source: source)]
        }
        var statements: [Statement] = []
        if let bar = member.bar(at: instant, facts) {
            statements.append(bar)
        } else if !Entitlement(proposal, situation, at: instant).includes(people, member) {
            statements.append(Statement("not-entitled", facts + [people.fact("people")]))
        }
        statements += faults(of: draft, facts, at: instant)
        if case .amendment(let title, _, _, _, _, _) = draft, let rest, !isOldMatter(title),
            rest.sponsors == nil || proposal.submitted != nil
        {
            statements += rest.reasons(against: title, at: instant)
        }
        var reasons = statements.map { Reason($0, source: source) }
        if case .option(let offer) = draft {
            reasons += OfferRules(proposal: proposal, state: state, situation: situation)
                .faults(of: offer, facts).map { Reason($0, source: source, hint: $1) }
        }
        return reasons
    }

    /// Whether a title leaves the proposal what it is: one of the same matter.
    func isOldMatter(_ title: String) -> Bool {
        Proposal.matter(title: title, concerns: proposal.concerns)
            == Proposal.matter(title: proposal.title, concerns: proposal.concerns)
    }

    private func people(for draft: Proposal.Draft) -> People? {
        let writing = state.kind.writing
        switch draft {
        case .comment: return writing.comments
        case .amendment: return writing.amendments
        case .option: return writing.options?.by
        }
    }

    /// A minor change must be one that the state knows, with time left to object to it.
    private func faultsOfMinorChange(_ facts: [Fact], at instant: Instant) -> [Statement] {
        guard let minor = state.kind.writing.minorChanges else {
            return [Statement("no-minor-changes-here", facts)]
        }
        guard let ends = proposal.visit?.ends, situation.zone.adding(minor.within, to: instant) > ends else {
            return []
        }
        return [
            Statement(
                "minor-change-too-late",
                facts + [.text("period", minor.within.description), .instant("ends", ends.seconds)])
        ]
    }

    private func faults(of draft: Proposal.Draft, _ facts: [Fact], at instant: Instant) -> [Statement] {
        switch draft {
        case .comment: return []
        case .amendment(let title, _, _, let fields, _, let isMinor):
            let others =
                Title(title).faults + situation.workflow.faults(ofAmountsIn: fields)
                + (isMinor ? faultsOfMinorChange(facts, at: instant) : [])
            let made = proposal.visit?.amendments ?? 0
            guard let limit = state.kind.writing.amendmentsAtMost, made >= limit else { return others }
            return [
                Statement("amendments-used-up", facts + [.number("limit", limit), .number("made", made)])
            ] + others
        case .option(let offer):
            let known = situation.workflow.subjects.map(\.name)
            var full: [Statement] = []
            if let limit = state.kind.writing.options?.atMost, proposal.options.count >= limit {
                full.append(Statement("options-used-up", facts + [.number("limit", limit)]))
            }
            return full + Title(offer.title).faults
                + offer.touches.filter { !known.contains($0) }.map {
                    Statement("subject-unknown", [.text("subject", $0), .list("subjects", known)])
                }
        }
    }
}
