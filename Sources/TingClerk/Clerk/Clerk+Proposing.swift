import TingProceedings
import TingTally
import TingWorkflow

extension Clerk {
    /// A new proposal as a member hands it in: with its text, not yet a commitment.
    public struct ProposalPaper: Hashable, Sendable {
        /// The workflow's id.
        public var workflow: String
        /// The title.
        public var title: String
        /// The text, front matter included.
        public var text: String
        /// The sections of the governed document that the text contains.
        public var sections: [String]
        /// What the author says it touches.
        public var touches: [String]
        /// The member id of the person it is about; nil when it is about nobody.
        public var concerns: String?
        /// The names of the fields that were filled in.
        public var filled: [String]
        /// What the fields say, as written.
        public var fields: [String: String]

        /// Makes a paper.
        public init(
            workflow: String, title: String, text: String, sections: [String] = [], touches: [String] = [],
            concerns: String? = nil, filled: [String] = [], fields: [String: String] = [:]
        ) {
            self.workflow = workflow
            self.title = title
            self.text = text
            self.sections = sections
            self.touches = touches
            self.concerns = concerns
            self.filled = filled
            self.fields = fields
        }
    }

    /// Begins a proposal and gives it a number.
    ///
    /// The workflow is pinned by digest: the file as it is now is kept with the
    /// record, and later changes to it do not reach this proposal.
    ///
    /// - Throws: ``Refusal``, ``NotFound`` for the member or the workflow,
    ///   `Unreadable` for a workflow with errors, ``MinutesError``.
    public func propose(_ paper: ProposalPaper, by id: String, at moment: Moment) throws -> Receipt {
        guard let bytes = try library.bytes(ofWorkflow: paper.workflow) else {
            throw NotFound(
                "workflow-not-found",
                [.text("workflow", paper.workflow), .list("workflows", try library.workflowIDs())])
        }
        let workflow = try library.workflow(bytes, named: paper.workflow)
        return try write(moment) { desk in
            let member = try desk.member(id)
            let zone = try desk.zone(of: workflow)
            let pinned = Hashing.digest(bytes)
            let number = try desk.transaction.lastNumber() + 1
            let commitment = try desk.keep(text: paper.text, for: "text")
            let decision = try Proposal.begin(
                Proposal.Paper(
                    title: PlainText.kept(paper.title), text: commitment,
                    sections: paper.sections.map(PlainText.kept), touches: paper.touches,
                    concerns: paper.concerns, filled: paper.filled, fields: paper.fields,
                    dates: desk.dates(in: paper.fields, of: workflow, zone)),
                number: number, pinned: pinned, by: member,
                assets: Proposal.Assets(
                    roles: settings.roles, classes: settings.classes,
                    resting: try desk.resting(under: workflow.id)),
                at: desk.moment.effective,
                in: Situation(
                    workflow: workflow, zone: zone, roll: try desk.roll(), digest: Hashing.digest,
                    language: settings.language, newSeed: try desk.newSeed()))
            try desk.transaction.keep(Decision.Document(digest: pinned, bytes: bytes))
            let code = try desk.commit(decision, on: nil, under: workflow, zone: zone, after: 0)
            return try desk.receipt(code, for: number, decision.events)
        }
    }
}

extension Desk {
    /// The receipt for what has just been written.
    func receipt(_ code: String, for number: Int, _ events: [ProposalEvent]) throws -> Receipt {
        Receipt(code: code, card: try transaction.card(number), events: events)
    }
}
