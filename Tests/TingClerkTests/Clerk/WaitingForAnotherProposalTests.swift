import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Waiting for another proposal")
struct WaitingForAnotherProposalTests {
    /// P-1 on hold, and P-2 and P-3 open.
    private func coop() throws -> SmallCoop {
        let coop = try SmallCoop()
        for number in 1...3 { try coop.propose("hold", title: "Matter \(number)", at: SmallCoop.at()) }
        try judge("wait", 1, coop)
        return coop
    }

    private func judge(_ choice: String, _ number: Int, _ coop: SmallCoop, seconds: Int = 0) throws {
        _ = try coop.clerk.act(
            Clerk.Act(verb: "judge", choice: choice, reason: "It is so."), on: number, by: coop.id("bo"),
            at: SmallCoop.at(seconds: seconds))
    }

    private func name(_ other: String, on number: Int = 1, _ coop: SmallCoop, seconds: Int = 0) throws {
        _ = try coop.clerk.act(
            Clerk.Act(verb: "name-proposal", choice: other), on: number, by: coop.id("bo"),
            at: SmallCoop.at(seconds: seconds))
    }

    private func state(_ number: Int, _ coop: SmallCoop, days: Int = 0, seconds: Int = 900) throws -> String {
        try coop.clerk.file(number, at: SmallCoop.at(days: days, seconds: seconds)).card.state
    }

    @Test("the other one is adopted, and this one is overturned", arguments: ["P-2", "p-2", "2"])
    func overturned(spelling: String) throws {
        let coop = try coop()
        try name(spelling, coop)
        #expect(try state(1, coop, seconds: 1) == "on-hold")
        try judge("yes", 2, coop, seconds: 60)
        #expect(try state(1, coop) == "rejected")
        let types = try coop.clerk.file(1, at: SmallCoop.at(seconds: 900)).events.map(\.type)
        #expect(types.suffix(4) == ["other-ended", "left", "entered", "finished"])
    }

    @Test("the other one is rejected, and this one is released")
    func released() throws {
        let coop = try coop()
        try name("P-2", coop)
        try judge("no", 2, coop, seconds: 60)
        #expect(try state(1, coop) == "adopted")
    }

    @Test("the other one lapses by its deadline, and this one is released at that moment")
    func lapsed() throws {
        let coop = try coop()
        try name("P-2", coop)
        #expect(try state(1, coop, days: 29) == "on-hold")
        #expect(try state(1, coop, days: 30, seconds: 0) == "adopted")
    }

    @Test("one that has ended already counts at once")
    func endedAlready() throws {
        let coop = try coop()
        try judge("yes", 2, coop, seconds: 60)
        try name("P-2", coop, seconds: 120)
        #expect(try state(1, coop) == "rejected")
    }

    @Test("the last one named counts, and nothing else")
    func renamed() throws {
        let coop = try coop()
        try name("P-2", coop)
        try name("P-3", coop, seconds: 30)
        try judge("yes", 2, coop, seconds: 60)
        #expect(try state(1, coop) == "on-hold")
        try judge("yes", 3, coop, seconds: 120)
        #expect(try state(1, coop) == "rejected")
    }

    @Test("two that wait for one another end by their time")
    func circle() throws {
        let coop = try coop()
        try judge("wait", 2, coop)
        try name("P-2", coop)
        try name("P-1", on: 2, coop)
        #expect(try state(1, coop, days: 59) == "on-hold")
        #expect(try state(1, coop, days: 60, seconds: 0) == "lapsed")
        #expect(try ["adopted", "lapsed"].contains(state(2, coop, days: 60, seconds: 0)))
    }

    @Test("nobody names the proposal itself, nothing, or one that is not there")
    func refused() throws {
        let coop = try coop()
        let itself = #expect(throws: Refusal.self) { try name("P-1", coop) }
        #expect(itself?.reasons.map(\.statement.code) == ["holds-itself"])
        let nothing = #expect(throws: Refusal.self) { try name("soon", coop) }
        #expect(nothing?.reasons.map(\.statement.code) == ["proposal-missing"])
        #expect(throws: NotFound.self) { try name("P-9", coop) }
        #expect(try state(1, coop) == "on-hold")
    }
}
