import TingTally
import TingWorkflow

/// The rules every deed must pass, whatever its kind; all are asked.
struct DeedRules {
    let proposal: Proposal
    let form: DeedForm
    let state: State
    let situation: Situation

    init(_ proposal: Proposal, _ form: DeedForm, _ state: State, _ situation: Situation) {
        self.proposal = proposal
        self.form = form
        self.state = state
        self.situation = situation
    }

    /// Why the deed is refused; empty when it is not.
    func reasons(against deed: Deed, by member: Member, in visit: Visit) -> [Reason] {
        let source = form.provision(in: state, of: situation.workflow)
        var reasons: [Reason] = []
        if let statement = entitlement(of: member, at: deed.at) {
            reasons.append(Reason(statement, source: source))
        }
        if form.timing == .afterMinimum, let earliest = visit.earliestEnd, deed.at < earliest {
            reasons.append(
                Reason(
                    Statement(
                        "too-early",
                        facts + [.instant("earliest", earliest.seconds), .instant("now", deed.at.seconds)]),
                    source: source))
        }
        if form.times == .once, visit.deeds.contains(where: { repeats($0, deed) }) {
            reasons.append(Reason(Statement("done-already", facts), source: source))
        }
        for part in form.carries {
            if let statement = lack(of: part, in: deed) { reasons.append(Reason(statement, source: source)) }
        }
        return reasons
    }

    private var facts: [Fact] {
        [.text("proposal", proposal.name), .text("verb", form.verb), .text("state", state.name)]
    }

    /// The same person doing the same again, unless it was undone in between.
    private func repeats(_ earlier: Deed, _ deed: Deed) -> Bool {
        guard earlier.verb == deed.verb, earlier.by == deed.by else { return false }
        return proposal.visit?.persons(who: deed.verb, unless: "un" + deed.verb).contains(deed.by) ?? false
    }

    private func entitlement(of member: Member, at instant: Instant) -> Statement? {
        let entitlement = Entitlement(proposal, situation, at: instant)
        if entitlement.includes(form.by, member) {
            guard let except = form.except, entitlement.includes(except, member) else { return nil }
            return Statement("excepted", facts + [except.fact("people")])
        }
        guard member.isMember(at: instant) else { return Statement("not-a-member", facts) }
        for who in form.by.anyOf {
            if case .role(let role) = who, member.roles.contains(role),
                let duty = entitlement.excluded(member, from: role)
            {
                return Statement(
                    "duty-excludes",
                    facts + [.text("role", role), .term("people", duty.never.word)])
            }
        }
        return Statement("not-entitled", facts + [form.by.fact("people")])
    }

    private func lack(of part: DeedForm.Carries, in deed: Deed) -> Statement? {
        switch part {
        case .reason: return deed.reason == nil ? Statement("reason-missing", facts) : nil
        case .choice(let allowed):
            guard let choice = deed.choice else {
                return Statement("choice-missing", facts + [.list("choices", allowed)])
            }
            if allowed.contains(choice) { return nil }
            return Statement("choice-unknown", facts + [.text("choice", choice), .list("choices", allowed)])
        case .option, .text: return nil
        case .meetingDate, .newEnd:
            guard let date = deed.date else { return Statement("date-missing", facts) }
            if date > deed.at { return nil }
            return Statement(
                "date-passed", facts + [.instant("date", date.seconds), .instant("now", deed.at.seconds)])
        }
    }
}
