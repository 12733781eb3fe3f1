import TingProceedings
public import TingWorkflow

extension Clerk {
    /// What a member wants to do in a proposal's current state.
    public struct Act: Hashable, Sendable {
        /// The verb: `submit`, `sponsor`, `end`, the name of an action.
        public var verb: String
        /// The choice, where the verb asks for one.
        public var choice: String?
        /// Why; nil when no reason is given.
        public var reason: String?
        /// The moment, where the verb sets one.
        public var date: Instant?
        /// The name, where the verb gives one.
        public var title: String?
        /// The text, where the verb brings one.
        public var text: String?

        /// Makes an act.
        public init(
            verb: String, choice: String? = nil, reason: String? = nil, date: Instant? = nil,
            title: String? = nil, text: String? = nil
        ) {
            self.verb = verb
            self.choice = choice
            self.reason = reason
            self.date = date
            self.title = title
            self.text = text
        }
    }

    /// Lets a member do something other than vote or write.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func act(_ act: Act, on number: Int, by id: String, at moment: Moment) throws -> Receipt {
        try decide(on: number, by: id, at: moment, counting: true) { desk, matter, member, situation in
            let reason = try act.reason.given.map { try desk.keep(text: $0, for: "reason") }
            let form = matter.form(of: act.verb)
            if form?.carries.contains(.proposal) ?? false, let other = act.choice?.proposalNumber {
                _ = try desk.matter(other)
            }
            let takesText = form?.carries.contains(.words) ?? false
            let text = try takesText ? act.text.given.map { try desk.keep(text: $0, for: "text") } : nil
            return try matter.proposal.act(
                Proposal.Request(
                    verb: act.verb, choice: try desk.choice(act.choice, of: form), reason: reason,
                    date: act.date, title: act.title.map(PlainText.kept), text: text),
                by: member, at: desk.moment.effective, in: situation)
        }
    }

    /// Lets a member comment.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func comment(_ text: String, on number: Int, by id: String, at moment: Moment) throws -> Receipt {
        try decide(on: number, by: id, at: moment) { desk, matter, member, situation in
            let commitment = try desk.keep(text: text, for: "comment")
            return try matter.proposal.write(
                .comment(text: commitment), by: member, at: desk.moment.effective, in: situation)
        }
    }

    /// Lets a member change the title and the text.
    ///
    /// - Parameters:
    ///   - fields: What the fields of the new text say, as written; nil when the text has none of its own,
    ///     and those of the old one stay.
    ///   - isMinor: Whether it is called a minor change, which moves no clock unless somebody objects.
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func amend(
        title: String?, text: String, sections: [String], fields: [String: String]? = nil,
        isMinor: Bool = false, on number: Int, by id: String, at moment: Moment
    ) throws -> Receipt {
        try decide(on: number, by: id, at: moment) { desk, matter, member, situation in
            let commitment = try desk.keep(text: text, for: "text")
            let title = title.map(PlainText.kept) ?? matter.proposal.title
            return try matter.proposal.write(
                .amendment(
                    title: title, text: commitment, sections: sections.map(PlainText.kept),
                    fields: fields ?? [:],
                    dates: fields.map { desk.dates(in: $0, of: matter.workflow, matter.zone) }
                        ?? matter.proposal.dates,
                    isMinor: isMinor),
                by: member, at: desk.moment.effective, in: situation,
                resting: try desk.rest(of: title, for: matter.proposal))
        }
    }

    /// Lets a member put a further option on the ballot.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func offer(
        title: String, text: String, touches: [String], cost: String? = nil, group: String? = nil,
        filled: [String] = [], on number: Int, by id: String, at moment: Moment
    ) throws -> Receipt {
        try decide(on: number, by: id, at: moment) { desk, matter, member, situation in
            let commitment = try desk.keep(text: text, for: "option")
            let offer = Proposal.Offer(
                title: PlainText.kept(title), text: commitment, touches: touches, cost: cost,
                group: group.map(PlainText.kept), filled: filled)
            return try matter.proposal.write(
                .option(offer), by: member, at: desk.moment.effective, in: situation)
        }
    }

    /// Lets a member second an option.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func second(_ letter: String, on number: Int, by id: String, at moment: Moment) throws -> Receipt {
        try decide(on: number, by: id, at: moment) { desk, matter, member, situation in
            try matter.proposal.second(letter, by: member, at: desk.moment.effective, in: situation)
        }
    }

    /// Lets a person whom the workflow names say what the proposal touches.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func classify(
        _ subjects: [String], option: String? = nil, reason: String?, on number: Int, by id: String,
        at moment: Moment
    ) throws -> Receipt {
        try decide(on: number, by: id, at: moment) { desk, matter, member, situation in
            let reason = try reason.given.map { try desk.keep(text: $0, for: "reason") }
            return try matter.proposal.classify(
                subjects, option: option, reason: reason, by: member, at: desk.moment.effective, in: situation
            )
        }
    }

    /// Takes a member's ballot: `yes`, or a ranking such as `B>A=C`.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func vote(_ ballot: String, on number: Int, by id: String, at moment: Moment) throws -> Receipt {
        try write(moment) { desk in
            let (code, events) = try desk.take([(ballot: ballot, by: id)], on: number)
            return try desk.receipt(code, for: number, events)
        }
    }

    private func decide(
        on number: Int, by id: String, at moment: Moment, counting: Bool = false,
        _ body: (Desk, ReadingDesk.Case, Member, Situation) throws -> Decision
    ) throws -> Receipt {
        try write(moment) { desk in
            let member = try desk.member(id)
            let matter = try desk.matter(number)
            let situation = try desk.situation(of: matter, withBallots: counting)
            let decision = try body(desk, matter, member, situation)
            let code = try desk.commit(decision, on: matter)
            return try desk.receipt(code, for: number, decision.events)
        }
    }
}

extension ReadingDesk.Case {
    /// The form of a deed in the current state; nil where the state knows no such deed.
    fileprivate func form(of verb: String) -> DeedForm? {
        let state = proposal.visit.flatMap { workflow.state($0.state) }
        return state?.deeds(in: workflow).first { $0.verb == verb }
    }
}

extension ReadingDesk {
    /// The choice of a deed as the rules know it: where it is a member, the id in place of the handle.
    ///
    /// A handle of nobody stays as it is, and is refused by the rules.
    fileprivate func choice(_ choice: String?, of form: DeedForm?) throws -> String? {
        guard let choice, form?.carries.contains(.member) ?? false else { return choice }
        let handle = choice.hasPrefix("@") ? String(choice.dropFirst()) : choice
        return try reading.person(handle: handle)?.member ?? choice
    }
}

extension String {
    /// The number of a proposal: 12 for `P-12`, `p-12` and `12`.
    fileprivate var proposalNumber: Int? {
        Int(uppercased().hasPrefix("P-") ? String(dropFirst(2)) : self)
    }
}

extension String? {
    /// The text, when there is more than white space in it: an empty reason is none.
    fileprivate var given: String? {
        flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}
