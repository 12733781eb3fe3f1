import Foundation
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow
import TingYAML

/// Whole lives of the library's feature request in memory, and the folding of what happened in them.
enum LivesBenchmarks {
    static func runLives(_ report: BenchReport) throws {
        let request = try RequestedFeature()
        let lives = 10_000
        var bytes = 0
        let milliseconds = try Stopwatch.best(of: 3) {
            bytes = 0
            for _ in 0..<lives { bytes += try request.live().encoded }
        }
        let events = try request.live()
        report.title("a feature request from its draft to its adoption, 25 of 30 members voting")
        report.time(
            "10,000 lives, \(events.events.count) events and \(events.ballots) ballots each, encoded",
            milliseconds, limit: 300)
        report.rate("the same", Double(bytes) / milliseconds * 1_000, of: "bytes")
    }

    static func runFolding(_ report: BenchReport) throws {
        let life = try RequestedFeature().live().events
        let lives = 1_000_000 / life.count + 1
        var finished = 0
        let milliseconds = try Stopwatch.best(of: 3) {
            finished = 0
            for _ in 0..<lives where try Proposal(folding: life).isFinished { finished += 1 }
        }
        report.time(
            "folding \(lives * life.count) events into \(finished) proposals", milliseconds, limit: 1_000)
        let stored = life.map(\.json.canonicalBytes)
        let reading = try Stopwatch.best(of: 3) {
            for _ in 0..<(lives / 10) {
                _ = try Proposal(folding: stored.map { try ProposalEvent(json: JSON(bytes: $0)) })
            }
        }
        report.time("the same from stored bytes, a tenth of them", reading)
    }
}

/// The feature request of the library, with the same members and the same deeds each time.
private struct RequestedFeature {
    private let workflow: Workflow
    private let zone: Zone
    private let roll: Roll
    private let author: Member
    private let facilitator: Member
    private let paper: Proposal.Paper
    private let begins = Instant(seconds: 1_772_442_000)

    /// What a life leaves behind.
    struct Lived {
        let events: [ProposalEvent]
        let ballots: Int
        /// How many bytes events and ballots take.
        let encoded: Int
    }

    init() throws {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var file: URL
        repeat {
            folder.deleteLastPathComponent()
            file = folder.appendingPathComponent("Workflows/feature-request.yaml")
        } while folder.path.count > 1 && !FileManager.default.fileExists(atPath: file.path)
        workflow = try Workflow.read(YAML.read(Array(Data(contentsOf: file))))
        zone = .utc
        let joined = Instant(seconds: 1_500_000_000)
        let members: [Member] = (1...30).map { number in
            let id = "m0000000\(100 + number)"
            let role: [String] = number == 30 ? ["facilitator"] : number > 27 ? ["maintainers"] : []
            return Member(
                id: id, classes: [number <= 10 ? "workers" : "users"], roles: role, joined: joined)
        }
        roll = Roll(members)
        author = members[0]
        facilitator = members[29]
        paper = Proposal.Paper(
            title: "A feature", text: Hashing.commitment(to: "A feature", salt: []),
            filled: workflow.proposal.fields.map(\.name))
    }

    /// Lives one life to its adoption, and encodes every event and every ballot as it happens.
    func live() throws -> Lived {
        var life = try Life(of: workflow, in: zone, roll: roll, paper, by: author, at: begins)
        var encoded = 0
        var ballots = 0
        try life.act("submit", by: author, giving: false)
        for member in roll.members[1...5] { try life.act("sponsor", by: member, giving: false) }
        try life.pass(to: zone.adding(Period(14, .days), to: life.now))
        try life.act("end", by: facilitator, giving: false)
        for (place, member) in roll.members.prefix(25).enumerated() {
            try life.cast(place % 5 == 4 ? "no" : "yes", by: member)
            if let ballot = life.ballots[member.id] { encoded += ballot.json.canonicalBytes.count }
            ballots += 1
        }
        try life.pass(to: zone.adding(Period(7, .days), to: life.now))
        try life.pass(to: zone.adding(Period(7, .days), to: life.now))
        for event in life.events { encoded += event.json.canonicalBytes.count }
        guard life.proposal.finished?.result == "adopted" else { throw NotAdopted() }
        return Lived(events: life.events, ballots: ballots, encoded: encoded)
    }

    struct NotAdopted: Error {}
}
