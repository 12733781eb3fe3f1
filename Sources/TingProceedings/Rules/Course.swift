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
/// automatic ones until nothing more follows by itself (``settle(at:)``). Every
/// rule works on a course, and nothing is written before all of them have agreed.
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

    /// The visit as the kind sees it: with the subjects the proposal touches, the meetings held, and how
    /// many a roll call is about.
    func visit(at instant: Instant) throws -> Visit {
        guard var visit = proposal.countedVisit(in: situation) else { throw Fault("proposal-nowhere") }
        if let group = (try state().kind as? RollCallKind)?.attendance?.of {
            let entitlement = Entitlement(proposal, situation, at: instant)
            visit.groupSize = situation.roll.members.filter { entitlement.includes(group, $0) }.count
        }
        return visit
    }

    /// The visit as the kind counts it: where a deed takes several persons, only
    /// what those did who may do it now.
    ///
    /// A deed that takes one person is complete when it is done, and stands
    /// whatever becomes of the person.
    func countedVisit(at instant: Instant) throws -> Visit {
        var visit = try visit(at: instant)
        let forms = try state().deeds(in: workflow).filter { $0.by.number != .one }
        guard !forms.isEmpty else { return visit }
        let entitlement = Entitlement(proposal, situation, at: instant)
        for form in forms { visit.needed[form.verb] = entitlement.personsNeeded(for: form.by) }
        visit.deeds = visit.deeds.filter { deed in
            guard let form = forms.first(where: { $0.verb == deed.verb }) else { return true }
            return entitlement.allows(deed.by, form)
        }
        return visit
    }

    /// The current state, when the proposal still runs and the state's time has not run out.
    ///
    /// Whoever asks the rules lets the deadlines fire first; that a deed is
    /// refused when somebody forgot keeps a late process from doing it late.
    func openState(for verb: String, at instant: Instant) throws -> State {
        let facts: [Fact] = [.text("proposal", proposal.name), .text("verb", verb)]
        let hint = Statement("see-history", [.text("proposal", proposal.name)])
        if let finished = proposal.finished {
            let state = try self.state(named: finished.state)
            if state.deeds(in: workflow).contains(where: { $0.verb == verb }) { return state }
            let ended = (proposal.ended ?? proposal.begun).seconds
            throw Refusal(
                Statement(
                    "proposal-finished", facts + [.term("result", finished.result), .instant("ended", ended)]),
                hint: hint)
        }
        let state = try state()
        if let due = proposal.due, due <= instant {
            throw Refusal(
                Statement(
                    "state-over", facts + [.text("state", state.name), .instant("ended", due.seconds)]),
                source: state.clockProvision(in: workflow), hint: hint)
        }
        return state
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

    /// Puts a ballot into the box, where a count that follows sees it.
    mutating func box(_ ballot: Ballot) {
        decision.ballot = ballot
        situation.sheet = BallotSheet(situation.sheet.ballots.filter { $0.by != ballot.by } + [ballot])
    }

    /// A new seed for a lot, which is kept with the decision.
    mutating func newSeed() throws -> LotSeed {
        guard let seed = situation.newSeed?() else { throw Fault("no-seed") }
        decision.seeds.append(seed)
        return seed
    }

    /// Lets a count that follows see the electorate just frozen, an empty box, and the seed of the lot.
    mutating func openBox(for electorate: Electorate, seed: LotSeed?) {
        situation.electorate = electorate
        decision.electorate = electorate
        situation.seed = seed?.seed
        situation.sheet = BallotSheet([])
    }

    /// Has members told, by id; nobody is told the same twice at one moment.
    mutating func tell(ids: [String], _ code: String, at instant: Instant) {
        guard !ids.isEmpty else { return }
        var ids = ids
        if let same = decision.notices.firstIndex(where: { $0.code == code && $0.at == instant }) {
            ids = Set(ids + decision.notices.remove(at: same).to).sorted()
        }
        decision.notices.append(
            Decision.Notice(code: code, proposal: proposal.number, to: ids, at: instant))
    }

    /// Has people told, each once.
    mutating func tell(_ people: [People], _ code: String, at instant: Instant) {
        let entitlement = Entitlement(proposal, situation, at: instant)
        let ids = Set(people.flatMap { entitlement.ids(of: $0) })
        tell(ids: ids.sorted(), code, at: instant)
    }
}
