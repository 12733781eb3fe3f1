import TingTally
public import TingWorkflow

extension Proposal {
    /// What somebody wants to do in the current state, other than vote or write.
    public struct Request: Hashable, Sendable {
        /// The verb: of the kind, or the name of an action.
        public var verb: String
        /// The choice, where the verb asks for one.
        public var choice: String?
        /// The commitment to the reason, where one was given.
        public var reason: Digest?
        /// The moment, where the verb sets one.
        public var date: Instant?
        /// The name, where the verb gives one.
        public var title: String?
        /// The commitment to the text, where the verb brings one.
        public var text: Digest?

        /// Makes a request.
        public init(
            verb: String, choice: String? = nil, reason: Digest? = nil, date: Instant? = nil,
            title: String? = nil, text: Digest? = nil
        ) {
            self.verb = verb
            self.choice = choice
            self.reason = reason
            self.date = date
            self.title = title
            self.text = text
        }
    }

    /// Lets a member do something in the current state.
    ///
    /// A deed that takes several persons is recorded for each of them, and takes
    /// effect with the last. What the verb does not ask for is not recorded: a
    /// choice with `submit`, a date with `sponsor`.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func act(
        _ request: Request, by member: Member, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: request.verb, at: instant)
        let form = try course.form(of: request.verb, in: state)
        if form.verb == "second" { return try second(request.choice, by: member, at: instant, in: situation) }
        var deed = form.deed(
            request, by: member.id, at: instant, next: (numbered[form.verb] ?? 0) + 1)
        let visit = try course.visit(at: instant)
        let rules = DeedRules(self, form, state, situation)
        if let refusal = Refusal(rules.reasons(against: deed, request, by: member, in: visit)) {
            throw refusal
        }
        let takesEffect = course.takesEffect(deed, form, at: instant)
        // The meeting is named by the deed that takes effect on it, not by those that wait for others.
        if takesEffect, !form.asksForChoice { deed = deed.about(state.meeting(of: form)) }
        if takesEffect, let kind = state.kind as? RollCallKind, form.verb != RollCallKind.attendVerb {
            deed = kind.closing(deed, in: try course.countedVisit(at: instant))
        }
        if takesEffect, let final = state.kind.final {
            deed = deed.setting(
                form.verb == FinalKind.renewVerb ? course.renewedExpiry(of: final) : instant)
        }
        course.record(.acted(deed), at: instant)
        try course.follow(deed, form, takesEffect: takesEffect, at: instant)
        try course.settle(at: instant)
        return course.decision
    }
}

extension Course {
    /// The form of a deed that the current state knows and that needs no text of its own.
    fileprivate func form(of verb: String, in state: State) throws -> DeedForm {
        let facts: [Fact] = [.text("proposal", proposal.name), .text("verb", verb)]
        let source = state.provision(in: workflow)
        let forms = state.deeds(in: workflow)
        guard let form = forms.first(where: { $0.verb == verb }) else {
            throw Refusal(
                Statement(
                    forms.isEmpty ? "no-deeds-here" : "verb-not-here",
                    facts + [.text("state", state.name), .list("verbs", forms.map(\.verb))]),
                source: source, hint: Statement("see-show", [.text("proposal", proposal.name)]))
        }
        if form.carries.contains(.text) { throw Refusal(Statement("verb-takes-text", facts), source: source) }
        return form
    }

    /// Whether a deed about to be recorded takes effect: whether enough different
    /// persons have then done the same, naming the same moment where it names one.
    ///
    /// What was done before the last such deed that took effect is used up, and
    /// what somebody did who may not do it any more does not count.
    fileprivate func takesEffect(_ deed: Deed, _ form: DeedForm, at instant: Instant) -> Bool {
        let usedUp = proposal.deedsUsedUp[deed.verb] ?? 0
        let entitlement = Entitlement(proposal, situation, at: instant)
        let same = (proposal.visit?.deeds ?? []).dropFirst(usedUp).filter {
            $0.verb == deed.verb && $0.date == deed.date && entitlement.allows($0.by, form)
        }
        return entitlement.isEnough(Set(same.map(\.by) + [deed.by]), of: form.by)
    }

    /// Draws the consequences of a deed just recorded.
    fileprivate mutating func follow(
        _ deed: Deed, _ form: DeedForm, takesEffect: Bool, at instant: Instant
    ) throws {
        let state = try state()
        if let action = state.action(deed.verb) {
            if takesEffect { try move(by: action, at: instant) }
            return
        }
        switch deed.verb {
        case State.endVerb, MeetingKind.endVerb:
            if takesEffect { try timeIsUp(at: instant) }
        case State.moveEndVerb:
            guard takesEffect, let date = deed.date else { return }
            moveClock(
                to: date, earliest: proposal.visit?.earliestEnd, why: ProposalEvent.ClockMoved.adjusted,
                at: instant)
        case MeetingKind.setDateVerb:
            guard takesEffect, state.kind.isMeeting, let date = deed.date else { return }
            moveClock(
                to: min(date, proposal.latestEnd(of: state, in: situation) ?? date), earliest: nil,
                why: ProposalEvent.ClockMoved.meetingDateSet, at: instant)
            tellMovedMeeting(state.name, at: instant)
        case "decide-tie": try closeEarly(at: instant)
        case VoteKind.faultVerb: if takesEffect { try reopenVote(at: instant) }
        case Writing.MinorChanges.objectVerb: if takesEffect { followAmendment(in: state, at: instant) }
        case State.unsponsorVerb where state.support != nil: try fallBack(in: state, at: instant)
        case FinalKind.reportVerb:
            guard takesEffect, let report = state.kind.final?.report else { return }
            tell([report.to], "report-given", at: instant)
        case FinalKind.renewVerb:
            guard takesEffect, let final = state.kind.final else { return }
            tellExpiry(of: final, in: state, at: instant)
        default:
            if let outcome = try state.kind.outcome(
                after: deed, in: countedVisit(at: instant), of: workflow)
            {
                try conclude(outcome, at: instant)
            } else if let visit = proposal.visit,
                let end = state.kind.newEnd(
                    after: deed, in: visit, zone: situation.zone,
                    latest: proposal.latestEnd(of: state, in: situation)), end != visit.ends
            {
                moveClock(
                    to: end, earliest: visit.earliestEnd, why: ProposalEvent.ClockMoved.appeals, at: instant)
            }
            if takesEffect, let notice = state.kind as? NoticeKind {
                // The next state has begun; people get the notice itself, with the text where it is attached.
                tell([notice.to], "notice-given", at: instant)
            }
        }
    }

    /// Leaves a state in which fewer sponsors than it asks for stand by the proposal.
    fileprivate mutating func fallBack(in state: State, at instant: Instant) throws {
        guard let support = state.support,
            let standing = try proposal.support(in: situation, at: instant),
            standing.reached < standing.needed
        else { return }
        try move(by: State.unsponsorVerb, to: support.otherwise, at: instant)
    }

    /// Until when a decision that is renewed now holds: as long again from its present end.
    fileprivate func renewedExpiry(of final: FinalKind) -> Instant? {
        guard let period = final.sunset?.after, let expires = proposal.aftermath.expires else {
            return nil
        }
        return situation.zone.adding(period, to: expires)
    }
}

extension Course {
    /// Has those told of a meeting's new date who had notice of the old one.
    private mutating func tellMovedMeeting(_ name: String, at instant: Instant) {
        guard proposal.meetings[name]?.noticeGiven != nil else { return }
        let notices = workflow.states.compactMap { $0.kind as? NoticeKind }.filter { $0.meeting == name }
        tell(notices.map(\.to), "state-entered", at: instant)
    }
}

extension DeedForm {
    /// Whether the deed carries a choice of the person who does it.
    fileprivate var asksForChoice: Bool {
        carries.contains { part in
            switch part {
            case .choice, .option, .member, .count: true
            case .text, .reason, .meetingDate, .newEnd, .number, .proposal, .words, .name: false
            }
        }
    }

    /// The deed that a request makes, without what the form does not ask for; what it brings up gets the next number.
    fileprivate func deed(
        _ request: Proposal.Request, by member: String, at instant: Instant, next: Int
    ) -> Deed {
        let asksForDate = carries.contains { part in
            switch part {
            case .meetingDate, .newEnd: true
            case .choice, .option, .count, .text, .reason, .number, .member, .proposal, .words, .name: false
            }
        }
        let named = request.choice.map { $0.uppercased().hasPrefix("P-") ? String($0.dropFirst(2)) : $0 }
        let asksForNumber = carriesNumber || carries.contains(.proposal)
        let number = asksForNumber ? named.flatMap { Int($0) } : isNumbered ? next : nil
        var choice = asksForChoice ? request.choice : nil
        if carries.contains(.option) { choice = choice?.uppercased() }
        return Deed(
            verb: verb, by: member, at: instant, choice: choice,
            reason: request.reason?.hex, date: asksForDate ? request.date : nil, number: number,
            title: carries.contains(.name) ? request.title : nil,
            text: carries.contains(.words) ? request.text?.hex : nil)
    }
}

extension Deed {
    /// The same deed, about a meeting.
    fileprivate func about(_ meeting: String?) -> Deed {
        Deed(
            verb: verb, by: by, at: at, choice: meeting ?? choice, reason: reason, date: date, number: number,
            title: title, text: text)
    }

    /// The same deed, which sets a moment.
    fileprivate func setting(_ moment: Instant?) -> Deed {
        Deed(verb: verb, by: by, at: at, choice: choice, reason: reason, date: moment)
    }
}

extension State {
    /// The meeting that a deed here is about without saying so; nil for all other deeds.
    func meeting(of form: DeedForm) -> String? {
        for part in form.carries { if case .meetingDate(let meeting) = part { return meeting } }
        if form.verb == "give-notice", let notice = kind as? NoticeKind { return notice.meeting }
        if form.verb == MeetingKind.endVerb, case .untilEnd(let meeting) = clock { return meeting }
        return nil
    }
}
