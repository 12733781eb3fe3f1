import TingTally
public import TingWorkflow

extension Proposal {
    /// Something written for a proposal: a comment, a new text, a further option.
    public enum Draft: Hashable, Sendable {
        /// A comment.
        case comment(text: Digest)
        /// The proposal's text from now on.
        case amendment(title: String, text: Digest, sections: [String])
        /// A further option for the ballot.
        case option(title: String, text: Digest, touches: [String])
    }

    /// Lets a member write in the current state.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func write(
        _ draft: Draft, by member: Member, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: draft.verb)
        let rules = WritingRules(self, state, situation)
        if let refusal = Refusal(try rules.reasons(against: draft, by: member, at: instant)) { throw refusal }
        switch draft {
        case .comment(let text):
            course.record(
                .commented(ProposalEvent.Commented(number: comments + 1, by: member.id, text: text)),
                at: instant)
        case .amendment(let title, let text, let sections):
            course.record(
                .amended(
                    ProposalEvent.Amended(
                        version: version + 1, by: member.id, title: title, text: text, sections: sections)),
                at: instant)
            course.followChange(in: state, at: instant)
        case .option(let title, let text, let touches):
            course.record(
                .optionOffered(
                    ProposalEvent.OptionOffered(
                        letter: BallotLetters.letter(options.count + 1), by: member.id, title: title,
                        text: text, touches: touches)),
                at: instant)
            course.followChange(in: state, at: instant)
        }
        return course.decision
    }

    /// Lets a member second an option.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func second(
        _ letter: String, by member: Member, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: "second")
        let source = state.provision(in: situation.workflow)
        let facts: [Fact] = [.text("proposal", name), .text("option", letter), .text("state", state.name)]
        guard let writing = state.kind.writing.options else {
            throw Refusal(Statement("no-options-here", facts), source: source)
        }
        guard let option = options.first(where: { $0.offered.letter == letter }) else {
            throw Refusal(
                Statement("option-unknown-here", facts + [.list("options", options.map(\.offered.letter))]),
                source: source)
        }
        var reasons: [Reason] = []
        if !Entitlement(self, situation, at: instant).includes(writing.by, member) {
            reasons.append(
                Reason(
                    Statement("not-entitled", facts + [writing.by.fact("people"), .text("verb", "second")]),
                    source: source))
        }
        if option.offered.by == member.id {
            reasons.append(Reason(Statement("own-option", facts), source: source))
        }
        if option.seconders.contains(member.id) {
            reasons.append(
                Reason(Statement("done-already", facts + [.text("verb", "second")]), source: source))
        }
        if let refusal = Refusal(reasons) { throw refusal }
        course.record(.optionSeconded(letter: letter, by: member.id), at: instant)
        return course.decision
    }

    /// Lets a person whom the workflow names say what the proposal touches.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func classify(
        _ subjects: [String], reason: Digest?, by member: Member, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: "classify")
        let workflow = situation.workflow
        let judged = workflow.subjects.filter { if case .judgedBy = $0.found { true } else { false } }
        var reasons: [Reason] = []
        for name in subjects {
            guard let subject = judged.first(where: { $0.name == name }),
                case .judgedBy(let people) = subject.found
            else {
                reasons.append(
                    Reason(
                        Statement(
                            "subject-unknown",
                            [.text("subject", name), .list("subjects", judged.map(\.name))]),
                        source: state.provision(in: workflow)))
                continue
            }
            if !Entitlement(self, situation, at: instant).includes(people, member) {
                reasons.append(
                    Reason(
                        Statement(
                            "not-entitled",
                            [
                                .text("proposal", self.name), .text("verb", "classify"),
                                .text("state", state.name), people.fact("people"),
                            ]),
                        source: state.provision(in: workflow)))
            }
        }
        if state.kind.vote != nil {
            reasons.append(
                Reason(
                    Statement("frozen-in-vote", [.text("proposal", name), .text("verb", "classify")]),
                    source: state.provision(in: workflow)))
        }
        if let refusal = Refusal(reasons) { throw refusal }
        course.record(.classified(subjects: subjects, by: member.id, reason: reason), at: instant)
        return course.decision
    }
}

extension Proposal.Draft {
    /// The verb people use for it.
    var verb: String {
        switch self {
        case .comment: "comment"
        case .amendment: "amend"
        case .option: "offer"
        }
    }
}

extension Course {
    /// Restarts or extends the clock where an amendment or a new option does that.
    mutating func followChange(in state: State, at instant: Instant) {
        let zone = situation.zone
        if state.kind.writing.amendmentsRestartClock {
            let deadlines = Deadlines(
                entering: state, proposal, situation, at: instant, since: proposal.visit?.entered)
            if let ends = deadlines.ends {
                moveClock(to: ends, earliest: deadlines.earliest, why: "amended", at: instant)
            }
            return
        }
        guard case .extendable(let bounds) = state.clock, let left = bounds.leftAfterAmendment,
            let visit = proposal.visit, let ends = visit.ends
        else { return }
        let wanted = zone.adding(left, to: instant)
        let latest = zone.adding(bounds.extendableTo, to: visit.entered)
        let end = min(wanted, latest)
        if end > ends { moveClock(to: end, earliest: visit.earliestEnd, why: "amended", at: instant) }
    }
}
