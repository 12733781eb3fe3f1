import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Calling a vote again, and having it confirmed")
struct CallingAgainTests {
    /// Sixty-one members, as Arch had in 2022, three of whom are the board.
    private static let roll = Roll(
        (1...61).map { number in
            let id = "v0" + (number < 10 ? "0" : "") + String(number)
            return Sitting.member(id, roles: number == 1 ? ["chair", "board"] : number < 4 ? ["board"] : [])
        })

    private func atFirstCall() throws -> Sitting {
        var sitting = try Sitting("second-call", Self.roll)
        try sitting.propose(by: "v061")
        try sitting.act("submit", by: "v061")
        return sitting
    }

    @Test(
        "the first call needs half of 61, 30.5: 30 ballots call again, 31 decide",
        arguments: [(30, "second-call"), (31, "confirmation"), (32, "confirmation")])
    func firstCall(ballots: Int, state: String) throws {
        var sitting = try atFirstCall()
        try sitting.cast(ballots, "yes")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == state)
    }

    @Test(
        "the second call needs a fifth, 12.2: 12 ballots are too few, 13 decide, and those of the first are gone",
        arguments: [(12, "rejected"), (13, "confirmation"), (14, "confirmation")])
    func secondCall(ballots: Int, state: String) throws {
        var sitting = try atFirstCall()
        try sitting.cast(30, "no")
        try sitting.wait(Period(7, .days))
        try sitting.cast(ballots, "yes")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == state)
        #expect(try sitting.proposal.closedVotes.map(\.closed.ballots) == [30, ballots])
    }

    @Test("the board confirms, and may refuse; its own members alone are asked")
    func confirmation() throws {
        for (ballot, result) in [("yes", "adopted"), ("no", "rejected")] {
            var sitting = try atFirstCall()
            try sitting.cast(31, "yes")
            try sitting.wait(Period(7, .days))
            #expect(try sitting.refusal { try $0.vote("yes", by: "v004") } == ["not-on-electorate"])
            try sitting.vote(ballot, by: "v001")
            #expect(try sitting.state == "confirmation")
            try sitting.vote(ballot, by: "v002")
            #expect(try sitting.state == result)
        }
    }

    @Test("reminders were lost: 39 of 61 are set aside, with a reason, and the vote is run again, once")
    func rerun() throws {
        var sitting = try atFirstCall()
        try sitting.cast(39, "no")
        #expect(try sitting.refusal { try $0.act("run-again", by: "v001") } == ["reason-missing"])
        try sitting.act("run-again", by: "v001", reason: true)
        #expect(try sitting.state == "first-call")
        #expect(try sitting.proposal.closedVotes.isEmpty)
        try sitting.cast(61, "yes")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.map(\.closed.ballots) == [61])
        #expect(try sitting.state == "confirmation")
        var twice = try atFirstCall()
        try twice.act("run-again", by: "v001", reason: true)
        try twice.act("run-again", by: "v001", reason: true)
        #expect(try twice.state == "rejected")
    }

    @Test("two members challenge it, and a vote without a quorum says at once whether it goes on")
    func challenge() throws {
        for (ballot, state) in [("yes", "first-call"), ("no", "rejected")] {
            var sitting = try atFirstCall()
            try sitting.cast(5, "yes")
            try sitting.act("challenge", by: "v020", reason: true)
            #expect(try sitting.state == "first-call")
            try sitting.act("challenge", by: "v021", reason: true)
            #expect(try sitting.state == "challenge")
            try sitting.vote(ballot, by: "v030")
            try sitting.wait(Period(2, .days))
            #expect(try sitting.state == state)
        }
    }
}
