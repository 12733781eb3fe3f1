public import TingTally
import TingWorkflow

/// Something that cannot happen while workflows are checked before use: a
/// mapped state that is missing, a formula without a value.
///
/// It is a fault of the workflow or of the program, never of the person who acted.
public struct Fault: Error, Hashable, Sendable {
    /// What went wrong.
    public let statement: Statement

    /// Makes a fault.
    public init(_ code: String, _ facts: [Fact] = []) {
        statement = Statement(code, facts)
    }
}

/// One atomic step in the making: the proposal as it will be, and the events that make it so.
///
/// A command or a deadline leads to at most one transition by people, then to
/// automatic ones until nothing more follows by itself. Every rule works on a
/// course and nothing is written before all of them have agreed.
struct Course {
    private(set) var proposal: Proposal
    private(set) var decision = Decision()
    private(set) var situation: Situation

    init(_ proposal: Proposal, in situation: Situation) {
        self.proposal = proposal
        self.situation = situation
    }

    var workflow: Workflow { situation.workflow }

    /// The state the proposal is in.
    func state() throws -> State {
        guard let name = proposal.visit?.state else { throw Fault("proposal-nowhere") }
        return try state(named: name)
    }

    /// The state with a name.
    func state(named name: String) throws -> State {
        guard let state = workflow.state(name) else {
            throw Fault("state-missing", [.text("state", name), .text("workflow", workflow.id)])
        }
        return state
    }

    /// The visit as the kind sees it: with the subjects the proposal touches.
    func visit() throws -> Visit {
        guard var visit = proposal.visit else { throw Fault("proposal-nowhere") }
        visit.subjects = proposal.subjects(in: workflow)
        return visit
    }

    /// Records an event.
    mutating func record(_ fact: ProposalEvent.Happened, at instant: Instant) {
        let event = ProposalEvent(at: instant, fact)
        proposal.apply(event)
        decision.events.append(event)
    }

    /// Keeps a value beside the events, and returns its digest.
    mutating func keep(_ json: JSON) -> Digest {
        let bytes = json.canonicalBytes
        let digest = situation.digest(bytes)
        decision.documents.append(Decision.Document(digest: digest, bytes: bytes))
        return digest
    }

    /// Puts a ballot into the box.
    mutating func box(_ ballot: Ballot) {
        decision.ballot = ballot
    }

    /// Lets a count that follows see the ballot just cast.
    mutating func closingSheet(_ sheet: BallotSheet) {
        situation = situation.with(sheet)
    }

    /// Has members told, by id.
    mutating func tell(ids: [String], _ code: String, at instant: Instant) {
        guard !ids.isEmpty else { return }
        decision.notices.append(
            Decision.Notice(code: code, proposal: proposal.number, to: ids, at: instant))
    }

    /// Has people told.
    mutating func tell(_ people: [People], _ code: String, at instant: Instant) {
        let ids = Set(people.flatMap { Entitlement(proposal, situation, at: instant).ids(of: $0) })
        tell(ids: ids.sorted(), code, at: instant)
    }
}
