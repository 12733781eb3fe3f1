import GRDB
import Testing
import TingClerk
import TingProceedings
import TingStore
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// Whoever gets past SQLite's own guards is noticed when the entry is read.
@Suite("Noticing damage") struct NoticingDamageTests {
    @Test("an entry whose bytes were changed in the file is not read, neither for showing nor for acting")
    func changedBytes() throws {
        try StoreFolder.with { place throws in
            let minutes = try place.open()
            let clerk = Self.clerk(minutes)
            let moment = Clerk.Moment(effective: Sample.hour(1), recorded: Sample.hour(1))
            try clerk.found(at: moment)
            let ada = try clerk.admit(Clerk.RollLine(handle: "ada", name: "Ada"), by: nil, at: moment)
            _ = try clerk.propose(
                Clerk.ProposalPaper(workflow: "request", title: "Night rates", text: "More at night."),
                by: ada.member, at: moment)
            #expect(try clerk.file(1, at: moment).proposal.title == "Night rates")
            try minutes.close()

            try place.tamper { database in
                for name in try String.fetchAll(
                    database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
                {
                    try database.execute(sql: "DROP TRIGGER \(name)")
                }
                try database.execute(
                    sql: """
                        UPDATE event
                        SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Night', 'Light') AS BLOB)
                        WHERE stream = 'P-1' AND version = 1
                        """)
                #expect(database.changesCount == 1)
            }

            let again = try place.open()
            let reader = Self.clerk(again)
            #expect(throws: MinutesError.damaged(at: "P-1 1")) { try reader.file(1, at: moment) }
            #expect(throws: MinutesError.damaged(at: "P-1 1")) {
                try reader.act(Clerk.Act(verb: "submit"), on: 1, by: ada.member, at: moment)
            }
            try again.close()
        }
    }

    @Test("what is counted are the ballots in the minutes, whatever was done to the box beside them")
    func changedBox() throws {
        try StoreFolder.with { place throws in
            let minutes = try place.open()
            let clerk = Self.clerk(minutes)
            func moment(_ days: Int) -> Clerk.Moment {
                Clerk.Moment(effective: Sample.hour(24 * days), recorded: Sample.hour(24 * days))
            }
            try clerk.found(at: moment(0))
            let ids = try ["ada", "bo", "cy", "di"].map { handle in
                try clerk.admit(
                    Clerk.RollLine(
                        handle: handle, name: handle, roles: handle == "di" ? ["facilitator"] : []),
                    by: nil, at: moment(0)
                ).member
            }
            _ = try clerk.propose(
                Clerk.ProposalPaper(workflow: "request", title: "Night rates", text: "More at night."),
                by: ids[0], at: moment(0))
            _ = try clerk.act(Clerk.Act(verb: "submit"), on: 1, by: ids[0], at: moment(0))
            for id in ids[1...2] {
                _ = try clerk.act(Clerk.Act(verb: "sponsor"), on: 1, by: id, at: moment(0))
            }
            _ = try clerk.act(Clerk.Act(verb: "end"), on: 1, by: ids[3], at: moment(8))
            for id in ids { _ = try clerk.vote("yes", on: 1, by: id, at: moment(9)) }
            try minutes.close()
            try place.tamper { database in
                try database.execute(
                    sql: "UPDATE ballot SET content = replace(content, 'yes', 'no')")
                #expect(database.changesCount == 4)
            }
            let again = try place.open()
            let reader = Self.clerk(again)
            _ = try reader.catchUp(at: moment(20))
            let file = try reader.file(1, at: moment(20))
            #expect(file.proposal.finished?.result == "adopted")
            #expect(file.proposal.closedVotes.first?.closed.outcome == "passed")
            try again.close()
        }
    }

    private static func clerk(_ minutes: any Minutes) -> Clerk {
        Clerk(
            minutes: minutes, library: OneWorkflow(),
            settings: AssemblySettings(
                name: "Small", language: "en", zone: .utc, classes: ["workers", "users"],
                roles: ["board", "facilitator"]),
            chance: SeededChance(seed: 7))
    }
}

/// A library with the one workflow that the test needs.
private struct OneWorkflow: Library {
    func bytes(ofWorkflow id: String) throws -> [UInt8]? {
        try Golden.bytes(at: "Tests/TingProceedingsTests/Workflows/request.yaml")
    }

    func workflow(_ bytes: [UInt8], named id: String) throws -> Workflow {
        try Workflow.read(YAML.read(bytes))
    }

    func workflowIDs() -> [String] { ["request"] }
}
