import Foundation
import TingClerk
import TingProceedings
import TingStore
import TingWorkflow
import TingYAML

/// An assembly with many running proposals, built through the clerk in one transaction.
struct BigAssembly {
    /// Its folder.
    let folder: String
    /// The moment at which it is looked at: every proposal's vote is open.
    static let now = "2026-03-20T12:00"
    private static let founded = "2026-01-01T09:00"

    /// The folder with `Workflows` and `Templates`: above this program.
    static func library() throws -> String {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.path + "/Templates/words/en.yaml") {
                return folder.path
            }
        }
        throw Program.Missing(path: "Templates/words/en.yaml")
    }

    /// Builds it; returns how many entries its record has.
    func build(_ program: Program, proposals: Int, eventsPerProposal: Int) throws -> Int {
        program.run([
            "init", folder, "--name", "Big", "--time-zone", "UTC", "--sandbox", "--at", Self.founded,
        ])
        let bytes = [UInt8](
            try Data(contentsOf: URL(fileURLWithPath: folder + "/Workflows/feature-request.yaml")))
        let library = OneWorkflow(bytes: bytes)
        let settings = try AssemblySettings(
            AssemblyFile(
                YAML.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/ting.yaml"))))))
        let minutes = try SQLiteMinutes.open(path: folder + "/.ting/assembly.sqlite")
        return try minutes.write { transaction in
            let clerk = Clerk(
                minutes: OneTransaction(transaction: transaction), library: library, settings: settings,
                chance: SeededChance(seed: 1))
            try fill(clerk, proposals: proposals, events: eventsPerProposal)
            return try transaction.length()
        }
    }

    private func fill(_ clerk: Clerk, proposals: Int, events: Int) throws {
        let start = Zone.utc.instant(CivilDate(daysSince1970: 20_514), TimeOfDay(secondsOfDay: 0))
        func moment(_ days: Int) -> Clerk.Moment {
            let instant = Zone.utc.adding(Period(days, .days), to: start)
            return Clerk.Moment(effective: instant, recorded: instant)
        }
        let members = try (1...100).map { number in
            try clerk.admit(
                Clerk.RollLine(
                    handle: "m\(number)", name: "Member \(number)",
                    classes: [number % 2 == 0 ? "users" : "workers"],
                    roles: number == 7 ? ["facilitator"] : []),
                by: nil, at: moment(0)
            ).member
        }
        for number in 1...proposals {
            let paper = Clerk.ProposalPaper(
                workflow: "feature-request", title: "Request number \(number)", text: "Text \(number).\n",
                filled: ["need", "affected"])
            _ = try clerk.propose(paper, by: members[1], at: moment(1))
            _ = try clerk.act(Clerk.Act(verb: "submit"), on: number, by: members[1], at: moment(1))
            for sponsor in 2..<7 {
                _ = try clerk.act(Clerk.Act(verb: "sponsor"), on: number, by: members[sponsor], at: moment(2))
            }
            let comments = events - 40
            for comment in 0..<comments {
                _ = try clerk.comment(
                    "Comment \(comment).", on: number, by: members[comment % 100], at: moment(3))
            }
        }
        for number in 1...proposals {
            _ = try clerk.act(Clerk.Act(verb: "end"), on: number, by: members[6], at: moment(17))
            for voter in 50..<75 { _ = try clerk.vote("yes", on: number, by: members[voter], at: moment(18)) }
        }
    }
}

/// A library of one workflow, read once.
private final class OneWorkflow: Library, @unchecked Sendable {
    private let bytes: [UInt8]
    private var known: Workflow?

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    func bytes(ofWorkflow id: String) throws -> [UInt8]? { bytes }

    func workflow(_ bytes: [UInt8], named id: String) throws -> Workflow {
        if let known { return known }
        let workflow = try Workflow.read(YAML.read(bytes))
        known = workflow
        return workflow
    }

    func workflowIDs() throws -> [String] { ["feature-request"] }
}

/// Minutes within one transaction that is already open: for building, never for people.
private final class OneTransaction: Minutes, @unchecked Sendable {
    private let transaction: any MinutesWriting

    init(transaction: any MinutesWriting) {
        self.transaction = transaction
    }

    func read<Result>(_ body: (any MinutesReading) throws -> Result) throws -> Result {
        try body(transaction)
    }
    func write<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result {
        try body(transaction)
    }
    func rehearse<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result {
        try body(transaction)
    }
}
