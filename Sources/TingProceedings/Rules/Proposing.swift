import TingTally
public import TingWorkflow

extension Proposal {
    /// What a member hands in to begin a proposal.
    public struct Paper: Hashable, Sendable {
        /// The title.
        public var title: String
        /// The commitment to the text.
        public var text: Digest
        /// The sections of the governed document that the text contains.
        public var sections: [String]
        /// What the author says it touches.
        public var touches: [String]
        /// The person it is about; nil when it is about nobody.
        public var concerns: String?
        /// The names of the fields that were filled in.
        public var filled: [String]
        /// The fields in which amounts may stand, as written, by name.
        public var fields: [String: String]
        /// The dates that the text names, by field.
        public var dates: [String: Instant]

        /// Makes a paper.
        public init(
            title: String, text: Digest, sections: [String] = [], touches: [String] = [],
            concerns: String? = nil, filled: [String] = [], fields: [String: String] = [:],
            dates: [String: Instant] = [:]
        ) {
            self.title = title
            self.text = text
            self.sections = sections
            self.touches = touches
            self.concerns = concerns
            self.filled = filled
            self.fields = fields
            self.dates = dates
        }
    }

    /// What the assembly has, as far as a new proposal may need it.
    public struct Assets: Hashable, Sendable {
        /// The roles that exist.
        public var roles: [String]
        /// The classes that exist.
        public var classes: [String]
        /// The matters that rest after an earlier decision of the same workflow,
        /// by the matter's key (``matter(title:concerns:)``).
        public var resting: [String: Rest]

        /// Makes a list of assets.
        public init(roles: [String], classes: [String], resting: [String: Rest] = [:]) {
            self.roles = roles
            self.classes = classes
            self.resting = resting
        }
    }

    /// The key by which the same matter is known again: the person concerned,
    /// else the title without regard to case and spacing.
    public static func matter(title: String, concerns: String?) -> String {
        concerns ?? title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Begins a proposal: it is written down and enters the first state.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public static func begin(
        _ paper: Paper, number: Int, pinned: Digest, by member: Member, assets: Assets, at instant: Instant,
        in situation: Situation
    ) throws -> Decision {
        let workflow = situation.workflow
        if let refusal = Refusal(
            ProposingRules(situation).reasons(against: paper, by: member, assets: assets, at: instant))
        {
            throw refusal
        }
        let rest = assets.resting[matter(title: paper.title, concerns: paper.concerns)]
        let proposed = ProposalEvent.Proposed(
            number: number, workflow: workflow.id, pinned: pinned, author: member.id, title: paper.title,
            text: paper.text, sections: paper.sections, touches: Set(paper.touches).sorted(),
            concerns: paper.concerns, zone: situation.zone.name,
            language: situation.language.isEmpty ? nil : situation.language,
            amounts: workflow.amounts(in: paper.fields), dates: paper.dates,
            leastSponsors: rest.flatMap { $0.holds(at: instant) ? $0.sponsors : nil })
        var course = Course(Proposal(proposed, at: instant), in: situation)
        course.record(.proposed(proposed), at: instant)
        try course.enter(workflow.first, at: instant)
        try course.settle(at: instant)
        return course.decision
    }
}
