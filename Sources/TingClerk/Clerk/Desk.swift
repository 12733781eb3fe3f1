import TingProceedings
import TingTally
import TingWorkflow

/// One write transaction at work: reads what the rules need, writes what they decide.
final class Desk: ReadingDesk {
    let transaction: any MinutesWriting
    let moment: Clerk.Moment

    init(_ clerk: Clerk, _ transaction: any MinutesWriting, _ moment: Clerk.Moment) {
        self.transaction = transaction
        self.moment = moment
        super.init(clerk, transaction)
    }

    /// Lets every deadline fire that is not after a moment, in order of due time and number.
    ///
    /// - Complexity: one search of an index when nothing is due.
    func catchUp(to instant: Instant) throws {
        while let number = try transaction.firstDue(notAfter: instant) {
            let matter = try matter(number)
            let situation = try situation(of: matter, withBallots: true)
            let decision = try matter.proposal.timePasses(to: instant, in: situation)
            guard !decision.events.isEmpty else {
                // The index says due and the proposal says not: the projection is damaged.
                throw MinutesError.damaged(at: "P-\(number)")
            }
            try commit(decision, on: matter)
        }
    }

    /// Writes a decision on a proposal that exists.
    func commit(_ decision: Decision, on matter: Case) throws {
        let version = try transaction.card(matter.proposal.number)?.version ?? 0
        try commit(decision, on: matter.proposal, under: matter.workflow, zone: matter.zone, after: version)
    }

    /// Writes a decision: documents, ballot, events, card, and what is to be done outside.
    func commit(
        _ decision: Decision, on before: Proposal?, under workflow: Workflow, zone: Zone, after version: Int
    ) throws {
        for document in decision.documents { try transaction.keep(document) }
        if let ballot = decision.ballot, let key = before?.openVoteKey {
            try cast(ballot, in: key)
        }
        guard !decision.events.isEmpty else { return }
        let number = try number(of: decision, before)
        try transaction.append(
            decision.events.map(\.json), to: .proposal(number), after: version, recorded: moment.recorded)
        let after = try after(decision, before)
        try transaction.keep(
            try Card(after, in: workflow, roll: roll(), version: version + decision.events.count))
        try order(decision, for: after, under: workflow)
    }

    private func cast(_ ballot: Ballot, in key: VoteKey) throws {
        let stream = Stream.ballots(key)
        try transaction.append(
            [ballot.json], to: stream, after: try transaction.version(of: stream), recorded: moment.recorded)
        try transaction.box(ballot, in: key)
    }

    private func number(of decision: Decision, _ before: Proposal?) throws -> Int {
        if let before { return before.number }
        guard case .proposed(let proposed)? = decision.events.first?.fact else {
            throw Fault("proposal-nowhere")
        }
        return proposed.number
    }

    private func after(_ decision: Decision, _ before: Proposal?) throws -> Proposal {
        guard var proposal = before else { return try Proposal(folding: decision.events) }
        proposal.follow(decision.events)
        return proposal
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
                        try transaction.order(
                            .adoptText(proposal: proposal.number, document: document, at: event.at))
                    }
                }
            case .proposed, .entered, .left, .clockMoved, .acted, .commented, .amended, .optionOffered,
                .optionSeconded, .classified, .voteOpened:
                break
            }
        }
        for notice in decision.notices {
            try transaction.order(
                .notice(code: notice.code, proposal: notice.proposal, to: notice.to, at: notice.at))
        }
    }

    /// Keeps a text a person has written, and returns the commitment to it.
    func keep(text: String, for use: String) throws -> Digest {
        let salt = clerk.chance.bytes(16, for: use, at: try transaction.length())
        let commitment = Hashing.commitment(to: text, salt: salt)
        try transaction.keep(text: text, salt: salt, under: commitment)
        return commitment
    }
}
