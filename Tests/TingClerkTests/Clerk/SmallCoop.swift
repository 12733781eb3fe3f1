import TingClerk
import TingProceedings
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// A small cooperative with a clerk whose minutes lie in memory.
struct SmallCoop {
    let clerk: Clerk
    let minutes: MemoryMinutes
    /// The members' ids by handle.
    private(set) var ids: [String: String] = [:]

    /// Monday 2 March 2026, 09:00 UTC.
    static let start = Instant(seconds: 1_772_442_000)

    static let settings = AssemblySettings(
        name: "Small cooperative", language: "en", zone: .utc, classes: ["workers", "users"],
        roles: [
            "steward", "board", "chair", "facilitator", "secretary", "auditor", "maintainers",
            "project-leader",
        ], sandbox: 7)

    /// Ada is steward and chairs, Bo and Cy are the board; ten more fill the other roles and the classes.
    static let lines: [Clerk.RollLine] =
        [
            Clerk.RollLine(
                handle: "ada", name: "Ada", classes: ["workers"], roles: ["steward", "chair", "facilitator"]),
            Clerk.RollLine(handle: "bo", name: "Bo", classes: ["workers"], roles: ["board", "maintainers"]),
            Clerk.RollLine(
                handle: "cy", name: "Cy", classes: ["users"], roles: ["board", "secretary", "maintainers"]),
        ]
        + (1...10).map { number in
            Clerk.RollLine(
                handle: "m\(number)", name: "Member \(number)", classes: [number < 5 ? "workers" : "users"],
                roles: number == 1 ? ["auditor"] : number == 2 ? ["project-leader", "facilitator"] : [])
        }

    /// Founds the assembly and fills its roll, long before the start.
    init(_ settings: AssemblySettings = Self.settings) throws {
        minutes = MemoryMinutes()
        clerk = Clerk(
            minutes: minutes, library: TestLibrary(), settings: settings, chance: SeededChance(seed: 7))
        let before = Self.at(days: -200)
        try clerk.found(at: before)
        _ = try clerk.importRoll(Self.lines, removing: false, dryRun: false, by: nil, at: before)
        for (person, member) in try clerk.roll(at: before) { ids[person.handle] = member.id }
    }

    /// So many days and seconds after the start.
    static func at(days: Int = 0, seconds: Int = 0) -> Clerk.Moment {
        let instant = Instant(seconds: start.seconds + days * 86_400 + seconds)
        return Clerk.Moment(effective: instant, recorded: instant)
    }

    func id(_ handle: String) -> String { ids[handle] ?? handle }

    /// Begins a proposal; its number is the next one.
    @discardableResult
    func propose(
        _ workflow: String = "request", title: String = "Night rates", text: String = "Pay more at night.",
        by handle: String = "bo", at moment: Clerk.Moment = SmallCoop.at()
    ) throws -> Receipt {
        let fields = try TestLibrary().workflow(
            TestLibrary().bytes(ofWorkflow: workflow) ?? [], named: workflow
        ).proposal.fields
        return try clerk.propose(
            Clerk.ProposalPaper(workflow: workflow, title: title, text: text, filled: fields.map(\.name)),
            by: id(handle), at: moment)
    }

    @discardableResult
    func act(
        _ verb: String, on number: Int = 1, by handle: String, reason: String? = nil, at moment: Clerk.Moment
    ) throws -> Receipt {
        try clerk.act(Clerk.Act(verb: verb, reason: reason), on: number, by: id(handle), at: moment)
    }

    /// Brings proposal 1 under `request` to its vote, seven days after the start.
    func toVote() throws {
        try propose()
        try act("submit", by: "bo", at: Self.at())
        for handle in ["m3", "m4"] { try act("sponsor", by: handle, at: Self.at()) }
        try act("end", by: "ada", at: Self.at(days: 7))
    }

    /// Everything there is in the minutes.
    func snapshot() throws -> MinutesSnapshot { try MinutesSnapshot(minutes) }
}

/// The workflows of the tests of the proceedings, and those of the library, each read once.
struct TestLibrary: Library {
    private static let files = [
        "request": "Tests/TingProceedingsTests/Workflows", "meeting": "Tests/TingProceedingsTests/Workflows",
        "options": "Tests/TingProceedingsTests/Workflows", "hold": "Tests/TingProceedingsTests/Workflows",
        "feature-request": "Workflows",
        "bylaw-change": "Workflows", "debian-general-resolution": "Workflows",
        "arch-special-vote": "Workflows", "resting": "Tests/TingClerkTests/Course",
    ]
    private static let read = files.reduce(
        into: [String: (bytes: [UInt8], workflow: Workflow)]()
    ) { read, file in
        guard let bytes = try? Golden.bytes(at: "\(file.value)/\(file.key).yaml"),
            let workflow = try? Workflow.read(YAML.read(bytes))
        else { return }
        read[file.key] = (bytes, workflow)
    }

    func bytes(ofWorkflow id: String) -> [UInt8]? { Self.read[id]?.bytes }

    func workflow(_ bytes: [UInt8], named id: String) throws -> Workflow {
        guard let file = Self.read[id], file.bytes == bytes else { throw MinutesError.damaged(at: id) }
        return file.workflow
    }

    func workflowIDs() -> [String] { Self.files.keys.sorted() }
}
