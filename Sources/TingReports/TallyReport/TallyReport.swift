public import TingProceedings
import TingTally
public import TingWorkflow

/// What one vote came to, and why: the page a member reads and a stranger recounts.
///
/// A report is made from the record alone, up to the closing of its vote and
/// the step that followed. It does not depend on when or where it is made:
/// the same minutes give the same bytes. It never says who voted how, since
/// nothing it is made from does.
public struct TallyReport: Sendable {
    /// What the record does not say of itself: names, places, the digest of its entry.
    public struct Setting: Hashable, Sendable {
        /// The name of the assembly.
        public var assembly: String
        /// The zone in which moments are written: that of the workflow's deadlines.
        public var zone: Zone
        /// The author's name or handle; nil when it has been erased.
        public var author: String?
        /// The hash of the entry that closed the vote (``TallyReport/closing(of:visit:in:)``).
        public var minutes: Digest
        /// The workflow's file as a steward would name it; nil for `Workflows/ID.yaml`.
        public var workflowFile: String?
        /// The folder of the ballot files as the commands name it.
        public var folder: String

        /// Makes a setting.
        public init(
            assembly: String, zone: Zone, author: String?, minutes: Digest, workflowFile: String? = nil,
            folder: String = "reports"
        ) {
            self.assembly = assembly
            self.zone = zone
            self.author = author
            self.minutes = minutes
            self.workflowFile = workflowFile
            self.folder = folder
        }
    }

    /// Where the proposal went when the vote had closed.
    struct Next: Sendable {
        let state: State
        let ends: Instant?
        let cooldownUntil: Instant?
    }

    /// The proposal as it was when its vote closed.
    public let proposal: Proposal
    /// The workflow it is pinned to.
    public let workflow: Workflow
    /// What was frozen when the vote opened.
    public let opened: ProposalEvent.VoteOpened
    /// What came out.
    public let closed: ProposalEvent.VoteClosed
    /// When the vote closed.
    public let closedAt: Instant
    let setting: Setting
    let state: State
    let vote: VoteKind
    let rule: RuleDefinition
    let ruling: Ruling
    let count: CountedVote
    let transcript: Transcript
    let texts: [Digest: String]
    let next: Next?

    /// Makes the report of a vote.
    ///
    /// - Parameters:
    ///   - state: The vote's state.
    ///   - visit: The visit of that state, from 1.
    ///   - events: The proposal's events, oldest first; what came after the step that followed the
    ///     vote changes nothing.
    ///   - workflow: The workflow the proposal is pinned to.
    ///   - tally: The document under ``TingProceedings/ProposalEvent/VoteClosed/tally``.
    ///   - texts: The texts that are still kept, by commitment.
    /// - Throws: ``NoReport`` `report-no-vote` when no such vote was closed, `report-tally-unreadable`,
    ///   `report-workflow-differs` when the workflow has no such vote or rule. A text that has been
    ///   erased is no error: the report says so.
    public init(
        of state: String, visit: Int, in events: [ProposalEvent], under workflow: Workflow, tally: JSON,
        texts: [Digest: String], setting: Setting
    ) throws(NoReport) {
        guard let place = Self.closing(of: state, visit: visit, in: events),
            case .voteClosed(let closed) = events[place].fact,
            let proposal = try? Proposal(folding: events[...place]),
            let vote = proposal.closedVotes.last, vote.closed == closed
        else {
            throw NoReport("report-no-vote", [.text("state", state), .number("visit", visit)])
        }
        guard let definition = workflow.state(state), let kind = definition.kind.vote,
            let rule = workflow.rule(vote.opened.rule),
            let ruling = try? Ruling(rule, kind, vote.opened, workflow)
        else {
            throw NoReport(
                "report-workflow-differs", [.text("state", state), .text("rule", vote.opened.rule)])
        }
        guard let transcript = tally["transcript"].flatMap(Transcript.init(json:)) else {
            throw NoReport("report-tally-unreadable", [.text("key", "transcript")])
        }
        self.proposal = proposal
        self.workflow = workflow
        opened = vote.opened
        self.closed = closed
        closedAt = vote.at
        self.setting = setting
        self.state = definition
        self.vote = kind
        self.rule = rule
        self.ruling = ruling
        count = try CountedVote(tally, letters: vote.opened.options.map(\.letter))
        self.transcript = transcript
        self.texts = texts
        next = Self.next(after: place, in: events, of: workflow)
    }

    /// The place of the event that closed a vote; nil when there is none.
    ///
    /// The entry at this place of the proposal's stream is the one whose hash the report names.
    public static func closing(of state: String, visit: Int, in events: [ProposalEvent]) -> Int? {
        events.firstIndex { event in
            guard case .voteClosed(let closed) = event.fact else { return false }
            return closed.state == state && closed.visit == visit
        }
    }

    /// The name of the report's files without an ending: `P-12-vote`, `P-12-vote-2` for a second visit.
    public var name: String {
        proposal.name + "-" + closed.state + (closed.visit > 1 ? "-\(closed.visit)" : "")
    }

    /// The workflow's file as a steward would name it.
    var workflowFile: String { setting.workflowFile ?? rule.source(in: workflow).file }

    /// The clause the rule rests on: its own, else that of the state, else that of the workflow.
    var basis: String { rule.basis ?? state.basis ?? workflow.basis }

    /// The option with this letter.
    func option(_ letter: String) -> ProposalEvent.BallotOption? {
        opened.options.first { $0.letter == letter }
    }

    private static func next(after place: Int, in events: [ProposalEvent], of workflow: Workflow) -> Next? {
        var next: Next?
        for event in events[(place + 1)...] {
            switch event.fact {
            case .left: continue
            case .entered(let entered):
                guard next == nil, let state = workflow.state(entered.state) else { return next }
                next = Next(state: state, ends: entered.ends, cooldownUntil: nil)
            case .finished(let finished):
                return next.map {
                    Next(state: $0.state, ends: $0.ends, cooldownUntil: finished.cooldownUntil)
                }
            case .proposed, .clockMoved, .acted, .commented, .amended, .optionOffered, .optionSeconded,
                .classified, .asked, .reckoned, .otherEnded, .voteOpened, .voteClosed:
                return next
            }
        }
        return next
    }
}
