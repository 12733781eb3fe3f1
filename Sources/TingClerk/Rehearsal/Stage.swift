import TingProceedings
import TingTally
import TingWorkflow

/// Why a line of a story cannot be played, besides a refusal by the rules.
struct StageProblem: Error {
    let statement: Statement

    init(_ code: String, _ facts: [Fact]) {
        statement = Statement(code, facts)
    }
}

/// One story on its way: a clerk, the people, the clock, and the proposal as it stands.
final class Stage {
    let scenario: Scenario
    let workflow: Workflow
    let zone: Zone
    let clerk: Clerk
    let cast: Cast
    private(set) var now: Instant
    private(set) var proposal: Proposal?
    private var entriesRead = 0
    /// The moment and the number of errands before the last line was played.
    private(set) var before: (moment: Instant, errands: Int)

    static let number = 1
    static let opening = TimeOfDay(secondsOfDay: 9 * 3_600)
    static let usualDate = CivilDate(text: "2026-03-02")

    /// Founds an assembly, fills its roll and hands in the author's proposal.
    ///
    /// - Throws: ``StageProblem`` when there are too few members for the roles; ``Refusal``.
    init(_ scenario: Scenario, of workflow: Workflow, in zone: Zone) throws {
        self.scenario = scenario
        self.workflow = workflow
        self.zone = zone
        let date = scenario.begins ?? Stage.usualDate ?? CivilDate(daysSince1970: 0)
        now = zone.instant(date, Stage.opening)
        before = (now, 0)
        let clerk = Clerk(
            minutes: MemoryMinutes(), library: OneWorkflow(workflow: workflow),
            settings: AssemblySettings(
                name: workflow.id, language: "en", zone: zone, classes: workflow.needs.classes,
                roles: workflow.needs.roles, sandbox: 1),
            chance: SeededChance(seed: 1))
        let begins = Clerk.Moment(effective: now, recorded: now)
        try clerk.found(at: begins)
        self.clerk = clerk
        cast = try Cast(scenario, of: workflow, joined: zone.adding(Period(-10, .years), to: now)) { lines in
            _ = try clerk.importRoll(lines, removing: false, dryRun: false, by: nil, at: begins)
            return try clerk.minutes.read { try $0.persons() }
        }
        try propose()
    }

    var moment: Clerk.Moment { Clerk.Moment(effective: now, recorded: now) }

    /// The state the proposal is in.
    var state: State? { (proposal?.visit?.state).flatMap(workflow.state) }

    /// The dates of the story's proposal; a field that the story does not name says a year from now.
    private var fields: [String: String] {
        let later = zone.local(zone.adding(Period(1, .years), to: now)).date
        var fields: [String: String] = [:]
        for field in workflow.proposal.fields where field.form == .date {
            fields[field.name] = (scenario.dates[field.name] ?? later).description
        }
        return fields
    }

    private func propose() throws {
        let touched = workflow.sectionsAndJudgements(touching: scenario.touches)
        _ = try clerk.propose(
            Clerk.ProposalPaper(
                workflow: workflow.id, title: scenario.title, text: scenario.title,
                sections: touched.sections, touches: touched.judgements, concerns: cast.personConcerned,
                filled: workflow.proposal.fields.map(\.name),
                fields: fields.merging(scenario.amounts) { _, amount in amount }),
            by: cast.author, at: moment)
        _ = try readOn()
    }

    /// Has other proposals written down until there is one with this number.
    func propose(upTo number: Int) throws {
        while try clerk.minutes.read({ try $0.lastNumber() }) < number {
            _ = try clerk.propose(
                Clerk.ProposalPaper(
                    workflow: workflow.id, title: "\(try clerk.minutes.read { try $0.lastNumber() } + 1)",
                    text: "...", sections: [], touches: [], concerns: cast.personConcerned,
                    filled: workflow.proposal.fields.map(\.name)),
                by: cast.author, at: moment)
        }
    }

    /// Remembers where the story stands before a line is played.
    func begin() throws {
        before = (now, try clerk.minutes.read { try $0.errands().map(\.number).max() ?? 0 })
    }

    /// Moves the clock, and lets every deadline fire that comes with it.
    func pass(to instant: Instant) throws {
        guard instant >= now else {
            throw StageProblem(
                "story-time-back", [.instant("to", instant.seconds), .instant("now", now.seconds)])
        }
        now = instant
        _ = try clerk.catchUp(at: moment)
    }

    /// Reads what has happened to the proposal since the last reading.
    func readOn() throws -> [ProposalEvent] {
        let events = try clerk.minutes.read { reading in
            try reading.entries(of: .proposal(Stage.number), after: entriesRead).map {
                try ProposalEvent(json: $0.event())
            }
        }
        entriesRead += events.count
        if proposal == nil {
            proposal = try Proposal(folding: events)
        } else {
            proposal?.follow(events)
        }
        return events
    }

    /// The lines of the last count or reckoning; empty when nothing was counted.
    func explanation() throws -> [Statement] {
        if let reckoning = proposal?.reckoning { return reckoning.lines }
        guard let closed = proposal?.closedVotes.last?.closed else { return [] }
        return try clerk.minutes.read { reading in
            guard let bytes = try reading.document(closed.tally) else { return [] }
            return try JSON(bytes: bytes)["transcript"].flatMap(Transcript.init(json:))?.statements ?? []
        }
    }
}

/// A library that has one workflow, whatever its bytes say.
private struct OneWorkflow: Library {
    let workflow: Workflow

    func bytes(ofWorkflow id: String) -> [UInt8]? { id == workflow.id ? Array(id.utf8) : nil }
    func workflow(_ bytes: [UInt8], named id: String) -> Workflow { workflow }
    func workflowIDs() -> [String] { [workflow.id] }
}
