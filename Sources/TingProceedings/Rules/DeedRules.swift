import TingTally
import TingWorkflow

/// The rules every deed must pass, and those of the state's kind; all are asked.
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
    ///
    /// What the kind objects to is asked when the deed is complete: whether a
    /// date fits cannot be said before there is one.
    func reasons(
        against deed: Deed, _ request: Proposal.Request, by member: Member, in visit: Visit
    ) -> [Reason] {
        var statements: [Statement] = []
        if let statement = entitlement(of: member, at: deed.at) { statements.append(statement) }
        if form.timing == .afterMinimum, let earliest = visit.earliestEnd, deed.at < earliest {
            statements.append(
                Statement(
                    "too-early",
                    facts + [.instant("earliest", earliest.seconds), .instant("now", deed.at.seconds)]))
        }
        if let silence = form.afterSilence {
            let from = situation.zone.adding(silence, to: visit.lastActivity)
            if deed.at < from {
                statements.append(
                    Statement(
                        "not-silent-long-enough",
                        facts + [
                            .text("period", silence.description),
                            .instant("last", visit.lastActivity.seconds),
                            .instant("from", from.seconds),
                        ]))
            }
        }
        if form.times == .once, repeats(deed, in: visit) {
            statements.append(Statement("done-already", facts))
        }
        let lacks = form.carries.compactMap { lack(of: $0, in: deed, visit) } + strangeMeeting(in: request)
        statements += lacks
        if lacks.isEmpty {
            if let objection = state.kind.objection(
                to: deed, in: visit, of: situation.workflow, zone: situation.zone)
            {
                statements.append(objection)
            }
            if let statement = bound(on: deed) { statements.append(statement) }
        }
        let source = form.provision(in: state, of: situation.workflow)
        return statements.map { Reason($0, source: source) }
    }

    private var facts: [Fact] {
        [.text("proposal", proposal.name), .text("verb", form.verb), .text("state", state.name)]
    }

    /// The same person doing the same again, unless it was undone in between.
    private func repeats(_ deed: Deed, in visit: Visit) -> Bool {
        visit.persons(who: deed.verb, unless: "un" + deed.verb).contains(deed.by)
    }

    private func entitlement(of member: Member, at instant: Instant) -> Statement? {
        if let bar = member.bar(at: instant, facts) { return bar }
        let entitlement = Entitlement(proposal, situation, at: instant)
        if entitlement.includes(form.by, member) {
            // A duty that keeps somebody from acting in a role does not make them another person.
            guard let except = form.except, entitlement.belongs(member, to: except) else { return nil }
            return Statement("excepted", facts + [except.fact("people")])
        }
        for who in form.by.anyOf {
            if case .role(let role) = who, member.holds(role, at: instant),
                let duty = entitlement.excluded(member, from: role)
            {
                return Statement(
                    "duty-excludes", facts + [.text("role", role), .term("people", duty.never.word)])
            }
        }
        return Statement("not-entitled", facts + [form.by.fact("people")])
    }

    private func lack(of part: DeedForm.Carries, in deed: Deed, _ visit: Visit) -> Statement? {
        switch part {
        case .reason: return deed.reason == nil ? Statement("reason-missing", facts) : nil
        case .choice(let allowed): return lack(ofOneOf: allowed, in: deed)
        case .option: return lack(ofOneOf: proposal.openVote?.options.map(\.letter) ?? [], in: deed)
        case .count:
            guard let choice = deed.choice else { return Statement("count-missing", facts) }
            let isNumber =
                (1...9).contains(choice.utf8.count) && choice.utf8.allSatisfy { (48...57).contains($0) }
            return isNumber ? nil : Statement("no-number", facts + [.text("choice", choice)])
        case .text: return nil
        case .number: return lack(ofNumberIn: deed, visit)
        case .member:
            guard let id = deed.choice else { return Statement("member-missing", facts) }
            return situation.roll.member(id) == nil
                ? Statement("member-of-deed-unknown", [.text("member", id)]) : nil
        case .proposal:
            guard let number = deed.number else { return Statement("proposal-missing", facts) }
            return number == proposal.number ? Statement("holds-itself", facts) : nil
        case .words: return deed.text == nil ? Statement("words-missing", facts) : nil
        case .name:
            guard let title = deed.title else { return Statement("name-of-deed-missing", facts) }
            return Title(title).faults.first
        case .meetingDate, .newEnd:
            guard let date = deed.date else { return Statement("date-missing", facts) }
            if date > deed.at { return nil }
            return Statement(
                "date-passed", facts + [.instant("date", date.seconds), .instant("now", deed.at.seconds)])
        }
    }

    private func lack(ofOneOf allowed: [String], in deed: Deed) -> Statement? {
        guard let choice = deed.choice else {
            return Statement("choice-missing", facts + [.list("choices", allowed)])
        }
        if allowed.contains(choice) { return nil }
        return Statement("choice-unknown", facts + [.text("choice", choice), .list("choices", allowed)])
    }

    /// No number, or one of nothing that the deed could be about.
    private func lack(ofNumberIn deed: Deed, _ visit: Visit) -> Statement? {
        let known = state.kind.numbers(for: form, in: visit)
        let numbers = Fact.list("numbers", known.map(String.init))
        guard !known.isEmpty else { return Statement("nothing-numbered", facts) }
        guard let number = deed.number else { return Statement("number-missing", facts + [numbers]) }
        if known.contains(number) { return nil }
        return Statement("number-unknown", facts + [.number("number", number), numbers])
    }

    /// A meeting named that is another than the one the deed is about.
    private func strangeMeeting(in request: Proposal.Request) -> [Statement] {
        guard let meeting = state.meeting(of: form), let choice = request.choice, choice != meeting else {
            return []
        }
        return [Statement("choice-unknown", facts + [.text("choice", choice), .list("choices", [meeting])])]
    }

    /// An end moved further than the state allows.
    private func bound(on deed: Deed) -> Statement? {
        guard let date = deed.date, form.carries.contains(.newEnd),
            let ends = proposal.adjustableEnds(of: state, in: situation), !ends.contains(date)
        else { return nil }
        return Statement(
            "end-out-of-bounds",
            facts + [
                .instant("date", date.seconds), .instant("earliest", ends.lowerBound.seconds),
                .instant("latest", ends.upperBound.seconds),
            ])
    }
}
