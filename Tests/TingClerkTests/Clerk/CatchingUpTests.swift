import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Catching up with deadlines")
struct CatchingUpTests {
    @Test("the ordinary course: what is due fires before the next command, with its due time")
    func ordinaryCourse() throws {
        let coop = try SmallCoop()
        try coop.toVote()
        let error = #expect(throws: Refusal.self) {
            try coop.clerk.vote("yes", on: 1, by: coop.id("ada"), at: SmallCoop.at(days: 14))
        }
        #expect(error?.reasons.first?.statement.code == "vote-closed")
        #expect(try coop.clerk.catchUp(at: SmallCoop.at(days: 60)) > 0)
        let file = try coop.clerk.file(1, at: SmallCoop.at(days: 60))
        #expect(file.proposal.closedVotes.first?.at == SmallCoop.at(days: 14).effective)
    }

    @Test("deadlines of several proposals fire by due time, then by number")
    func order() throws {
        let coop = try SmallCoop()
        for title in ["A", "B", "C"] { try coop.propose(title: title) }
        // Sponsorship ends earlier than the drafts.
        try coop.act("submit", on: 2, by: "bo", at: SmallCoop.at(days: 1))
        let before = try coop.minutes.read { try $0.length() }
        _ = try coop.clerk.catchUp(at: SmallCoop.at(days: 100))
        let entries = try coop.minutes.read { try $0.entries(after: before, limit: .max) }
        var streams: [String] = []
        for entry in entries where streams.last != entry.stream.description {
            streams.append(entry.stream.description)
        }
        #expect(streams == ["P-2", "P-1", "P-3"])
    }

    @Test("asking as of a moment shows what is due and writes nothing")
    func asking() throws {
        let coop = try SmallCoop()
        try coop.toVote()
        let before = try coop.snapshot()
        let later = SmallCoop.at(days: 14)
        #expect(try coop.clerk.file(1, at: later).proposal.visit?.state == "deliberation")
        #expect(try coop.clerk.cards(running: true, at: later).first?.state == "deliberation")
        _ = try coop.clerk.status(of: coop.id("bo"), at: later)
        _ = try coop.clerk.roll(at: later)
        _ = try coop.clerk.importRoll([], removing: true, dryRun: true, by: nil, at: later)
        #expect(try coop.snapshot() == before)
        #expect(try coop.clerk.file(1, at: SmallCoop.at(days: 13)).proposal.visit?.state == "vote")
    }

    @Test("a command that read the clock early takes effect when the entry before it did")
    func timeRunsForward() throws {
        let coop = try SmallCoop()
        try coop.propose(at: SmallCoop.at(days: 1))
        try coop.act("submit", by: "bo", at: SmallCoop.at())
        #expect(try coop.minutes.read { try $0.latest() } == SmallCoop.at(days: 1).effective)
        let file = try coop.clerk.file(1, at: SmallCoop.at(days: 1))
        #expect(file.proposal.submitted == SmallCoop.at(days: 1).effective)
    }

    @Test("hourly runs and one run at the end write the same bytes", arguments: 1...6)
    func hourlyOrOnce(seed: Int) throws {
        let hourly = try SmallCoop()
        let seldom = try SmallCoop()
        var life = CoopLife(seed: seed)
        var now = 0
        for step in 0..<160 {
            let next = now + life.number(below: 16 * 3_600)
            for hour in stride(from: now - now % 3_600 + 3_600, through: next, by: 3_600) {
                _ = try hourly.clerk.catchUp(at: SmallCoop.at(seconds: hour))
            }
            now = next
            let deed = try life.deed(step, hourly, at: SmallCoop.at(seconds: now))
            let outcomes = try [hourly, seldom].map {
                try deed.outcome(in: $0, at: SmallCoop.at(seconds: now))
            }
            #expect(outcomes[0] == outcomes[1])
        }
        let end = SmallCoop.at(seconds: now + 60 * 86_400)
        for hour in stride(from: now, through: now + 60 * 86_400, by: 3_600) {
            _ = try hourly.clerk.catchUp(at: SmallCoop.at(seconds: hour))
        }
        #expect(
            try hourly.clerk.cards(running: false, at: end) == seldom.clerk.cards(running: false, at: end))
        _ = try seldom.clerk.catchUp(at: end)
        let entries = try [hourly, seldom].map { coop in
            try coop.minutes.read { try $0.entries(after: 0, limit: .max) }
        }
        #expect(entries[0].map(\.bytes) == entries[1].map(\.bytes))
        #expect(entries[0].map(\.hash) == entries[1].map(\.hash))
        let errands = try [hourly, seldom].map { coop in try coop.minutes.read { try $0.errands() } }
        #expect(errands[0] == errands[1])
        let types = Set(try entries[0].compactMap { try $0.event()["type"]?.string })
        #expect(
            types.isSuperset(of: ["option-offered", "vote-opened", "ballot-cast", "vote-closed", "finished"]))
    }
}
