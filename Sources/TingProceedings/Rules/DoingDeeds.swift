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

        /// Makes a request.
        public init(verb: String, choice: String? = nil, reason: Digest? = nil, date: Instant? = nil) {
            self.verb = verb
            self.choice = choice
            self.reason = reason
            self.date = date
        }
    }

    /// Lets a member do something in the current state.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func act(
        _ request: Request, by member: Member, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: request.verb)
        let forms = state.deeds(in: situation.workflow)
        guard let form = forms.first(where: { $0.verb == request.verb }) else {
            throw Refusal(
                Statement(
                    "verb-not-here",
                    [
                        .text("proposal", name), .text("verb", request.verb), .text("state", state.name),
                        .list("verbs", forms.map(\.verb)),
                    ]),
                source: state.provision(in: situation.workflow),
                hint: Statement("see-show", [.text("proposal", name)]))
        }
        let deed = Deed(
            verb: request.verb, by: member.id, at: instant,
            choice: request.choice ?? state.impliedChoice(of: form),
            reason: request.reason?.hex, date: request.date)
        let visit = try course.visit()
        var reasons = DeedRules(self, form, state, situation).reasons(against: deed, by: member, in: visit)
        if reasons.isEmpty,
            let objection = state.kind.objection(
                to: deed, in: visit, of: situation.workflow, zone: situation.zone)
        {
            reasons.append(Reason(objection, source: form.provision(in: state, of: situation.workflow)))
        }
        if reasons.isEmpty, deed.verb == State.moveEndVerb, let date = deed.date,
            let objection = state.objection(toEnding: date, in: visit, zone: situation.zone)
        {
            reasons.append(Reason(objection, source: state.clockProvision(in: situation.workflow)))
        }
        if let refusal = Refusal(reasons) { throw refusal }
        course.record(.acted(deed), at: instant)
        try course.follow(deed, form, at: instant)
        return course.decision
    }
}

extension Course {
    /// The current state, when the proposal still runs.
    func openState(for verb: String) throws -> State {
        if let finished = proposal.finished {
            throw Refusal(
                Statement(
                    "proposal-finished",
                    [
                        .text("proposal", proposal.name), .text("verb", verb),
                        .term("result", finished.result),
                        .instant("ended", (proposal.ended ?? proposal.begun).seconds),
                    ]),
                hint: Statement("see-show", [.text("proposal", proposal.name)]))
        }
        return try state()
    }

    /// Draws the consequences of a deed just recorded.
    mutating func follow(_ deed: Deed, _ form: DeedForm, at instant: Instant) throws {
        let state = try state()
        let needed = Entitlement(proposal, situation, at: instant).needed(form.by)
        let visit = try visit()
        let enough = visit.persons(who: deed.verb).count >= needed
        if let action = state.actions.first(where: { $0.name == deed.verb }) {
            if enough { try move(by: action, at: instant) }
            return
        }
        if deed.verb == "end" {
            guard enough else { return }
            if state.kind.vote != nil { return try closeVote(at: instant) }
            return try conclude(state.kind.outcomeWhenTimeIsUp(in: visit, of: workflow), at: instant)
        }
        if deed.verb == "end-meeting", state.kind.vote != nil { return try closeVote(at: instant) }
        if deed.verb == "move-end", let date = deed.date {
            return moveClock(to: date, earliest: visit.earliestEnd, why: "adjusted", at: instant)
        }
        if state.kind.isMeeting, deed.verb == "set-date", deed.choice == state.name, let date = deed.date {
            return moveClock(to: date, earliest: nil, why: "meeting-date-set", at: instant)
        }
        if let outcome = try state.kind.outcome(after: deed, in: visit, of: workflow) {
            try conclude(outcome, at: instant)
        }
    }

    /// Moves the end of the current state.
    mutating func moveClock(to end: Instant, earliest: Instant?, why: String, at instant: Instant) {
        record(
            .clockMoved(
                ProposalEvent.ClockMoved(from: proposal.visit?.ends, to: end, earliest: earliest, why: why)),
            at: instant)
    }
}
