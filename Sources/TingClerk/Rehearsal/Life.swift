public import TingProceedings
import TingTally
public import TingWorkflow

/// One proposal's life under the rules alone, in memory.
///
/// Every deed passes the rules that the deeds of members pass, and deadlines
/// fire as theirs do; but nothing is written down, told or sealed. A life is a
/// value: a copy of it can try what would happen, and be thrown away. What a
/// clerk does around the rules, the rehearsal of stories does (``Rehearsal``).
public struct Life: Sendable {
    /// The workflow it runs under.
    public let workflow: Workflow
    /// Where its deadlines are.
    public let zone: Zone
    /// Who the members are; they stay the same as long as it lasts.
    public let roll: Roll
    /// What it does with texts: they all have this commitment.
    private let text: TingProceedings.Digest
    /// The proposal as it stands.
    public private(set) var proposal: Proposal
    /// What time it is.
    public private(set) var now: Instant
    /// The ballots of the vote that is open, by voter.
    public private(set) var ballots: [String: Ballot] = [:]
    /// What has happened, oldest first; ballots are not among it.
    public private(set) var events: [ProposalEvent] = []
    private var electorate: Electorate?
    private var seed: String?

    /// Hands in a proposal.
    ///
    /// - Parameters:
    ///   - paper: The proposal; its text is what every text of this life is taken for.
    ///   - author: The member who hands it in.
    /// - Throws: ``Refusal``, `Fault`.
    public init(
        of workflow: Workflow, in zone: Zone, roll: Roll, _ paper: Proposal.Paper, by author: Member,
        at instant: Instant
    ) throws {
        let assets = Proposal.Assets(roles: workflow.needs.roles, classes: workflow.needs.classes)
        let situation = Situation(
            workflow: workflow, zone: zone, roll: roll, digest: Hashing.digest, language: "en",
            newSeed: { Life.lot })
        let decision = try Proposal.begin(
            paper, number: 1, pinned: paper.text, by: author, assets: assets, at: instant, in: situation)
        self.workflow = workflow
        self.zone = zone
        self.roll = roll
        text = paper.text
        now = instant
        proposal = try Proposal(folding: decision.events)
        note(decision)
    }

    /// A lot is drawn as everywhere; its seed is always the same.
    private static let lot = LotSeed(seed: "1", commitment: Hashing.commitment(to: "1", salt: []))

    /// The state it is in; nil only where the workflow has no such state.
    public var state: State? { proposal.visit.flatMap { workflow.state($0.state) } }

    /// The voters of the vote that is open, by id; empty where none is.
    public var voters: [Electorate.Voter] { proposal.openVote == nil ? [] : electorate?.voters ?? [] }

    /// Lets a member do something.
    ///
    /// - Parameters:
    ///   - reason: Whether a reason is given.
    ///   - writing: Whether a name and a text are given.
    /// - Throws: ``Refusal``, `Fault`; nothing has happened then.
    public mutating func act(
        _ verb: String, by member: Member, choice: String? = nil, date: Instant? = nil, giving reason: Bool,
        writing: Bool = false
    ) throws {
        let request = Proposal.Request(
            verb: verb, choice: choice, reason: reason ? text : nil, date: date,
            title: writing ? "A text" : nil, text: writing ? text : nil)
        take(try proposal.act(request, by: member, at: now, in: situation(counting: true)))
    }

    /// Lets a member write.
    ///
    /// - Throws: ``Refusal``, `Fault`; nothing has happened then.
    public mutating func write(_ draft: Proposal.Draft, by member: Member) throws {
        take(try proposal.write(draft, by: member, at: now, in: situation(counting: false)))
    }

    /// Lets a member second an option.
    ///
    /// - Throws: ``Refusal``, `Fault`; nothing has happened then.
    public mutating func second(_ option: String, by member: Member) throws {
        take(try proposal.second(option, by: member, at: now, in: situation(counting: false)))
    }

    /// Takes a ballot as written.
    ///
    /// - Throws: ``Refusal``, `Fault`; nothing has happened then.
    public mutating func cast(_ ballot: String, by member: Member) throws {
        let counting = proposal.castingNeedsBallots(at: now, in: workflow, zone)
        let situation = situation(counting: counting)
        let content = try proposal.ballotContent(ballot, in: situation)
        take(
            try proposal.cast(
                content, by: member, at: now, in: situation, earlier: ballots[member.id]))
    }

    /// Moves the clock, and lets every deadline fire that comes with it.
    ///
    /// - Throws: `Fault`, errors of the count.
    public mutating func pass(to instant: Instant) throws {
        while let due = proposal.due, due <= instant {
            now = max(now, due)
            let decision = try proposal.timePasses(to: instant, in: situation(counting: true))
            guard !decision.events.isEmpty else {
                throw Fault("moves-without-time", [.text("state", proposal.visit?.state ?? "")])
            }
            take(decision)
        }
        now = max(now, instant)
    }

    /// Forgets what has happened, since whoever asked has seen it.
    public mutating func forgetEvents() { events.removeAll(keepingCapacity: true) }

    private func situation(counting: Bool) -> Situation {
        Situation(
            workflow: workflow, zone: zone, roll: roll, digest: Hashing.digest, language: "en",
            electorate: electorate, sheet: BallotSheet(counting ? Array(ballots.values) : []), seed: seed,
            newSeed: { Life.lot })
    }

    private mutating func take(_ decision: Decision) {
        if let ballot = decision.ballot { ballots[ballot.by] = ballot }
        guard !decision.events.isEmpty else { return }
        proposal.follow(decision.events)
        note(decision)
    }

    /// Keeps what a decision froze, and empties the box when its vote is over.
    private mutating func note(_ decision: Decision) {
        events += decision.events
        if let electorate = decision.electorate {
            self.electorate = electorate
            seed = decision.seeds.last?.seed
            ballots = [:]
        }
        if proposal.openVote == nil, !ballots.isEmpty { ballots = [:] }
    }
}

extension Life {
    /// Who among those a deed is for may not do it here, by id.
    func excluded(from form: DeedForm) -> [String] {
        let hasDuty = form.by.anyOf.contains { who in workflow.duties.contains { who == .role($0.role) } }
        guard form.except != nil || hasDuty else { return [] }
        return proposal.excluded(from: form, at: now, in: situation(counting: false))
    }

    /// How many different persons a deed takes now.
    func personsNeeded(for form: DeedForm) -> Int {
        switch form.by.number {
        case .one: 1
        case .several(let count): count
        case .each, .formula, .allBut:
            proposal.personsNeeded(for: form, at: now, in: situation(counting: false))
        }
    }

    /// Lets a member put another text in the place of the one there is.
    mutating func amend(by member: Member) throws {
        try write(
            .amendment(
                title: proposal.title, text: text, sections: proposal.sections, fields: amountsAsWritten),
            by: member)
    }

    /// Lets a member offer a further option, with the cost and the group that the state asks for.
    mutating func offer(_ title: String, by member: Member) throws {
        let demands = state?.kind.writing.options
        try write(
            .option(
                Proposal.Offer(
                    title: title, text: text, touches: [], cost: demands?.cost == nil ? nil : "1",
                    group: demands?.group == .required ? "Group" : nil, filled: demands?.fields ?? [])),
            by: member)
    }

    private var amountsAsWritten: [String: String] {
        proposal.amounts.mapValues { $0.decimal ?? $0.description }
    }
}
