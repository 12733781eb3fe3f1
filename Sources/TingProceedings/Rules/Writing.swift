import TingTally
public import TingWorkflow

extension Proposal {
    /// Something written for a proposal: a comment, a new text, a further option.
    public enum Draft: Hashable, Sendable {
        /// A comment.
        case comment(text: Digest)
        /// The proposal's text from now on.
        case amendment(
            title: String, text: Digest, sections: [String], fields: [String: String] = [:],
            dates: [String: Instant] = [:], isMinor: Bool = false)
        /// A further option for the ballot.
        case option(Offer)
    }

    /// Lets a member write in the current state.
    ///
    /// An amendment may start the state's clock anew; an option only leaves the
    /// time that the state promises after each change.
    ///
    /// - Parameter rest: The rest of the matter that a new title makes of the proposal; nil for none.
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func write(
        _ draft: Draft, by member: Member, at instant: Instant, in situation: Situation,
        resting rest: Rest? = nil
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: draft.verb, at: instant)
        let rules = WritingRules(self, state, situation)
        if let refusal = Refusal(rules.reasons(against: draft, by: member, at: instant, resting: rest)) {
            throw refusal
        }
        switch draft {
        case .comment(let text):
            course.record(
                .commented(ProposalEvent.Commented(number: comments + 1, by: member.id, text: text)),
                at: instant)
        case .amendment(let title, let text, let sections, let fields, let dates, let isMinor):
            let rest = rules.isOldMatter(title) ? nil : rest
            course.record(
                .amended(
                    ProposalEvent.Amended(
                        version: version + 1, by: member.id, title: title, text: text, sections: sections,
                        amounts: situation.workflow.amounts(in: fields), dates: dates,
                        leastSponsors: rest.flatMap { $0.holds(at: instant) ? $0.sponsors : nil },
                        isMinor: isMinor)),
                at: instant)
            if !isMinor { course.followAmendment(in: state, at: instant) }
        case .option(let offer):
            course.record(
                .optionOffered(
                    ProposalEvent.OptionOffered(
                        letter: BallotLetters.letter(options.count + 1), by: member.id, title: offer.title,
                        text: offer.text, touches: offer.touches,
                        cost: offer.cost.flatMap(Fraction.init(money:)),
                        group: offer.group.flatMap(groupName))),
                at: instant)
            course.leaveTime(in: state, at: instant)
        }
        try course.settle(at: instant)
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
