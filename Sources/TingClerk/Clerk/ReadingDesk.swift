public import TingProceedings
import TingTally
import TingWorkflow

/// What one transaction has read so far: workflows, electorates and the roll, each once.
class ReadingDesk {
    let clerk: Clerk
    let reading: any MinutesReading
    /// As of when; for a write, when it takes effect.
    let moment: Clerk.Moment
    private var workflows: [Digest: Workflow] = [:]
    private var electorates: [Digest: Electorate] = [:]
    private var rollRead: Roll?

    init(_ clerk: Clerk, _ reading: any MinutesReading, _ moment: Clerk.Moment) {
        self.clerk = clerk
        self.reading = reading
        self.moment = moment
    }

    /// A proposal with everything its rules look at.
    struct Case {
        let proposal: Proposal
        let workflow: Workflow
        let zone: Zone
    }

    /// The roll.
    func roll() throws -> Roll {
        if let rollRead { return rollRead }
        let roll = try reading.roll()
        rollRead = roll
        return roll
    }

    /// Takes over what has just been written of a member.
    func enter(_ member: Member) {
        rollRead?.enter(member)
    }

    /// The proposal with this number.
    ///
    /// - Throws: ``NotFound`` when there is none.
    func matter(_ number: Int) throws -> Case {
        let entries = try entries(of: number)
        guard !entries.isEmpty else {
            throw NotFound("proposal-not-found", [.text("proposal", "P-\(number)")])
        }
        let proposal = try Proposal(folding: entries.map { try ProposalEvent(json: $0.event()) })
        let workflow = try workflow(pinned: proposal.pinned, id: proposal.workflow)
        return Case(proposal: proposal, workflow: workflow, zone: try zone(of: proposal, under: workflow))
    }

    /// The entries of a proposal, oldest first, each with the bytes that its hash stands for.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` for one whose bytes are others than when it was written.
    /// - Complexity: O(bytes).
    func entries(of number: Int) throws -> [Entry] { try entries(in: .proposal(number)) }

    /// The sheet of a vote, from the ballots in the minutes: the last one of each voter.
    ///
    /// The box beside the minutes is for quick answers; what is counted is what the record holds.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` for a ballot whose bytes are others than when it was cast.
    func sheet(of vote: VoteKey) throws -> BallotSheet {
        var last: [String: Ballot] = [:]
        for entry in try entries(in: .ballots(vote)) {
            let ballot = try Ballot(json: entry.event())
            last[ballot.by] = ballot
        }
        return BallotSheet(Array(last.values))
    }

    private func entries(in stream: Stream) throws -> [Entry] {
        let entries = try reading.entries(of: stream, after: 0)
        for entry in entries where Hashing.leaf(entry.bytes) != entry.hash {
            throw MinutesError.damaged(at: "\(entry.stream) \(entry.version)")
        }
        return entries
    }

    /// The zone of a proposal's deadlines: the one it began with, whatever the settings say now.
    private func zone(of proposal: Proposal, under workflow: Workflow) throws -> Zone {
        guard let name = proposal.zone else { return try zone(of: workflow) }
        guard let zone = Zone(named: name) else { throw Fault("zone-unknown", [.text("zone", name)]) }
        return zone
    }

    /// The zone of a workflow's deadlines.
    func zone(of workflow: Workflow) throws -> Zone {
        guard let name = workflow.timeZone else { return clerk.settings.zone }
        guard let zone = Zone(named: name) else { throw Fault("zone-unknown", [.text("zone", name)]) }
        return zone
    }

    /// The workflow a proposal is pinned to, as it was when the proposal began.
    func workflow(pinned: Digest, id: String) throws -> Workflow {
        if let known = workflows[pinned] { return known }
        guard let bytes = try reading.document(pinned) else { throw MinutesError.damaged(at: pinned.short) }
        let workflow = try clerk.library.workflow(bytes, named: id)
        workflows[pinned] = workflow
        return workflow
    }

    /// The electorate of the vote that is open; nil when none is.
    func electorate(of proposal: Proposal) throws -> Electorate? {
        guard let opened = proposal.openVote else { return nil }
        return try electorate(opened.electorate)
    }

    /// The electorate with this digest.
    func electorate(_ digest: Digest) throws -> Electorate {
        if let known = electorates[digest] { return known }
        guard let bytes = try reading.document(digest), let json = try? JSON(bytes: bytes),
            let electorate = Electorate(json: json)
        else { throw MinutesError.damaged(at: digest.short) }
        electorates[digest] = electorate
        return electorate
    }

    /// What the rules may look at, with the ballots where the decision may count them.
    func situation(of matter: Case, withBallots: Bool) throws -> Situation {
        var sheet = BallotSheet([])
        if withBallots, let key = matter.proposal.openVoteKey {
            sheet = try self.sheet(of: key)
        }
        var situation = Situation(
            workflow: matter.workflow, zone: matter.zone, roll: try roll(), digest: Hashing.digest,
            language: matter.proposal.language ?? clerk.settings.language,
            electorate: try electorate(of: matter.proposal), sheet: sheet,
            seed: try seed(of: matter.proposal), newSeed: try newSeed())
        for state in matter.workflow.states {
            guard let meeting = state.kind as? MeetingKind, meeting.consecutiveTo != nil else { continue }
            situation.held[meeting.calendar] = try reading.held(meeting.calendar)
        }
        return situation
    }

    /// The member with this id, today or formerly.
    func member(_ id: String) throws -> Member {
        guard let member = try roll().member(id) else {
            throw NotFound("member-not-found", [.text("member", id)])
        }
        return member
    }
}

extension Proposal {
    /// The key of the vote that is open; nil when none is.
    public var openVoteKey: VoteKey? {
        openVote.map { VoteKey(proposal: number, state: $0.state, visit: $0.visit) }
    }
}
