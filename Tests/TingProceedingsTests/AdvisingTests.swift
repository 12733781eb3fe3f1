import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Voting without being counted")
struct AdvisingTests {
    private func atVote() throws -> Sitting {
        // The board votes, as Apache's project committees do; every member may say what they think.
        let roll = Roll(
            (1...12).map { Sitting.member("m\($0)") }
                + (1...4).map { Sitting.member("b\($0)", roles: ["board"]) })
        var sitting = try Sitting(
            file: "ballot", roll,
            changing: [
                ("who: members", "who: board"),
                ("    extend: none", "    advisory: any member\n    extend: none"),
                ("at least 2/5 of electorate", "at least 3"),
                ("counting: [yes, no, abstain]", "counting: [yes]"),
            ])
        try sitting.propose(by: "m1")
        try sitting.act("submit", by: "m1")
        return sitting
    }

    @Test(
        "three binding yes are needed, whatever the others say: 2, 3 and 4",
        arguments: [(2, "undecided"), (3, "adopted"), (4, "adopted")])
    func binding(yes: Int, state: String) throws {
        var sitting = try atVote()
        for number in 1...yes { try sitting.vote("yes", by: "b\(number)") }
        for number in 1...9 { try sitting.vote("no", by: "m\(number)") }
        try sitting.vote("yes", by: "m10")
        try sitting.vote("abstain", by: "m11")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == state)
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.ballots == yes)
        #expect(closed.advisory == 11)
        let whole = try #require(try sitting.tally?["counts"]?["whole"])
        #expect(whole["yes"] == .integer(yes))
        #expect(whole["no"] == .integer(0))
        #expect(whole["eligible"] == .integer(4))
        #expect(try sitting.tally?["advisory"]?["no"] == .integer(9))
        #expect(try sitting.tally?["advisory"]?["yes"] == .integer(1))
        let event = try #require(sitting.events.first { $0.type == "vote-closed" })
        #expect(try ProposalEvent(json: event.json) == event)
    }

    @Test("where nobody is asked for advice, who may not vote is refused as before")
    func refused() throws {
        var sitting = try Sitting(
            file: "ballot", Sitting.board, changing: [("who: members", "who: board")])
        try sitting.propose(by: "ada")
        try sitting.act("submit", by: "ada")
        #expect(try sitting.refusal { try $0.vote("yes", by: "eve") } == ["not-on-electorate"])
    }

    @Test("advice closes no vote early")
    func early() throws {
        let roll = Roll([
            Sitting.member("b1", roles: ["board"]), Sitting.member("b2", roles: ["board"]),
            Sitting.member("m1"), Sitting.member("m2"),
        ])
        var sitting = try Sitting(
            file: "ballot", roll,
            changing: [
                ("who: members", "who: board"),
                ("    extend: none", "    advisory: any member\n    extend: none"),
                ("close-early: never", "close-early: when all have voted"),
            ])
        try sitting.propose(by: "m1")
        try sitting.act("submit", by: "m1")
        for id in ["m1", "m2", "b1"] { try sitting.vote("yes", by: id) }
        #expect(try sitting.state == "vote")
        try sitting.vote("yes", by: "b2")
        #expect(try sitting.state == "adopted")
    }
}
