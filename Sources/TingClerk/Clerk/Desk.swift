import TingProceedings
import TingTally
import TingWorkflow

/// One write transaction at work: reads what the rules need, writes what they decide.
final class Desk: ReadingDesk {
    let transaction: any MinutesWriting
    /// The ids of all members, once somebody has asked; so that an import reads the roll once.
    var idsTaken: Set<String>?

    init(_ clerk: Clerk, _ transaction: any MinutesWriting, _ moment: Clerk.Moment) {
        self.transaction = transaction
        super.init(clerk, transaction, moment)
    }

    /// Lets every deadline fire that is not after the moment, in order of due time and number.
    ///
    /// - Complexity: one search of an index when nothing is due.
    func catchUp() throws {
        while let number = try transaction.firstDue(notAfter: moment.effective) {
            let matter = try matter(number)
            let situation = try situation(of: matter, withBallots: true)
            let decision = try matter.proposal.timePasses(to: moment.effective, in: situation)
            guard !decision.events.isEmpty else {
                // The index says due and the proposal says not: the projection is damaged.
                throw MinutesError.damaged(at: "P-\(number)")
            }
            try commit(decision, on: matter)
        }
    }

    /// Writes a decision on a proposal that exists.
    ///
    /// - Returns: The receipt code: of the ballot, where the decision took one, else of the last entry.
    @discardableResult
    func commit(_ decision: Decision, on matter: Case) throws -> String {
        let version = try transaction.version(of: .proposal(matter.proposal.number))
        let code = try commit(
            decision, on: matter.proposal, under: matter.workflow, zone: matter.zone, after: version)
        for event in decision.events {
            switch event.fact {
            case .finished(let finished):
                try tell(ofEnd: finished.result, of: matter.proposal.number, at: event.at)
            case .acted(let deed) where deed.verb == HoldKind.nameVerb:
                guard let number = deed.number, let other = try transaction.card(number) else { continue }
                if let result = other.result { try tell(ofEnd: result, of: number, at: event.at) }
            default: break
            }
        }
        return code
    }

    /// Tells every proposal that waits for another how that one ended.
    ///
    /// - Complexity: O(running proposals on hold), each read from its events.
    func tell(ofEnd result: String, of number: Int, at instant: Instant) throws {
        for card in try transaction.cards(running: true) where card.kind == HoldKind.word {
            let waiting = try matter(card.number)
            guard waiting.proposal.heldFor == number else { continue }
            let situation = try situation(of: waiting, withBallots: true)
            let decision = try waiting.proposal.hears(ofEnd: result, of: number, at: instant, in: situation)
            if !decision.events.isEmpty { try commit(decision, on: waiting) }
        }
    }

    /// Writes a decision: documents, ballot, events, card, and what is to be done outside.
    ///
    /// - Returns: The receipt code: of the ballot, where the decision took one, else of the last entry.
    @discardableResult
    func commit(
        _ decision: Decision, on before: Proposal?, under workflow: Workflow, zone: Zone, after version: Int
    ) throws -> String {
        for document in decision.documents { try transaction.keep(document) }
        for seed in decision.seeds {
            try transaction.keep(text: seed.seed, salt: [], under: seed.commitment)
        }
        var code: String?
        if let ballot = decision.ballot {
            guard let key = before?.openVoteKey else { throw Fault("no-vote-to-close") }
            code = try cast(ballot, in: key)
        }
        if !decision.events.isEmpty {
            let after = try after(decision, before)
            try append(decision.events.map(\.json), to: .proposal(after.number), after: version)
            try transaction.keep(
                try Card(
                    after,
                    in: Situation(workflow: workflow, zone: zone, roll: try roll(), digest: Hashing.digest),
                    version: version + decision.events.count, at: moment.effective))
            try order(decision, for: after, under: workflow)
        }
        return try code ?? lastCode()
    }

    /// Appends events, every text in the form of the record.
    func append(_ events: [JSON], to stream: Stream, after version: Int) throws {
        try transaction.append(events.map(\.kept), to: stream, after: version, recorded: moment.recorded)
    }

    /// The short code of the last entry.
    func lastCode() throws -> String { try transaction.head()?.short ?? "" }

    private func cast(_ ballot: Ballot, in key: VoteKey) throws -> String {
        let stream = Stream.ballots(key)
        try append([ballot.json], to: stream, after: try transaction.version(of: stream))
        try transaction.box(ballot, in: key)
        return try lastCode()
    }

    private func after(_ decision: Decision, _ before: Proposal?) throws -> Proposal {
        guard var proposal = before else { return try Proposal(folding: decision.events) }
        proposal.follow(decision.events)
        return proposal
    }

    private func orderNote(of proposal: Proposal, _ document: String, at moment: Instant) throws {
        guard let text = proposal.decidedText else { return }
        try transaction.order(
            .noteTerm(proposal: proposal.number, text: text, document: document, at: moment))
    }

    private func order(_ decision: Decision, for proposal: Proposal, under workflow: Workflow) throws {
        for event in decision.events {
            switch event.fact {
            case .voteClosed(let closed):
                try transaction.order(
                    .report(VoteKey(proposal: proposal.number, state: closed.state, visit: closed.visit)))
            case .finished(let finished):
                for effect in workflow.state(finished.state)?.kind.final?.effects ?? [] {
                    switch effect {
                    case .adoptText(let document):
                        // Where several options won, none is the one that was adopted.
                        guard let text = proposal.decidedText else { continue }
                        try transaction.order(
                            .adoptText(
                                proposal: proposal.number, text: text, document: document,
                                at: finished.aftermath.inForce ?? event.at))
                        if let expires = finished.aftermath.expires {
                            try orderNote(of: proposal, document, at: expires)
                        }
                    }
                }
            case .acted(let deed):
                // A renewal moves the end of what a governed document says, and both are noted in it.
                guard deed.verb == FinalKind.renewVerb, let expires = deed.date,
                    let finished = proposal.finished
                else { continue }
                for case .adoptText(let document) in workflow.state(finished.state)?.kind.final?.effects ?? []
                {
                    try orderNote(of: proposal, document, at: event.at)
                    try orderNote(of: proposal, document, at: expires)
                }
            case .left(let left):
                guard left.outcome == "held", let meeting = workflow.meeting(left.state) else { continue }
                try transaction.keepHeld(meeting.calendar, at: event.at)
            case .proposed, .entered, .clockMoved, .commented, .amended, .optionOffered, .optionSeconded,
                .classified, .asked, .reckoned, .otherEnded, .voteOpened:
                break
            }
        }
        for notice in decision.notices {
            try transaction.order(
                .notice(code: notice.code, proposal: notice.proposal, to: notice.to, at: notice.at))
        }
    }
}
