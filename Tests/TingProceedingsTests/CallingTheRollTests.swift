import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Calling the roll, and what is done after the end")
struct CallingTheRollTests {
    /// The meeting: Monday 9 March 2026, 10:00 in Stockholm.
    private static let meeting = Instant(seconds: 1_773_046_800)

    /// Where the roll begins; Bo and Cy are on the board.
    private func atRoll() throws -> Sitting {
        var sitting = try Sitting("roll")
        try sitting.propose()
        try sitting.act("submit")
        try sitting.act("set-date", date: Self.meeting)
        try sitting.wait(until: Self.meeting)
        return sitting
    }

    /// Adopted at the end of the meeting, at 14:00.
    private func adopted() throws -> Sitting {
        var sitting = try atRoll()
        try sitting.act("count-present", choice: "2")
        for id in ["bo", "cy"] { try sitting.vote("yes", by: id) }
        try sitting.act("end-meeting")
        #expect(try sitting.state == "adopted")
        return sitting
    }

    @Test("the ordinary course: who is there says so, the roll is closed, and the vote knows the number")
    func ordinaryCourse() throws {
        var sitting = try atRoll()
        #expect(try sitting.refusal { try $0.act("attend", by: "di") } == ["not-entitled"])
        try sitting.act("attend", by: "bo")
        #expect(try sitting.refusal { try $0.act("attend", by: "bo") } == ["done-already"])
        let standing = try #require(
            try sitting.proposal.attendance(in: sitting.situation(), at: sitting.now))
        #expect([standing.reached, standing.needed, standing.size] == [1, 1, 2])
        try sitting.act("close-roll")
        #expect(try sitting.state == "vote")
        #expect(try sitting.proposal.openVote?.present == 1)
    }

    @Test(
        "heads are counted from those who said so up to all",
        arguments: [(0, false), (1, true), (2, true), (3, false)])
    func bounds(number: Int, isPossible: Bool) throws {
        var sitting = try atRoll()
        try sitting.act("attend", by: "bo")
        let codes = try sitting.refusal { try $0.act("count-present", choice: String(number)) }
        #expect(codes == (isPossible ? [] : ["present-out-of-bounds"]))
    }

    @Test(
        "a number of heads is a whole number in digits",
        arguments: ["", "two", "1.5", "-1", "１", "9999999999"])
    func numbers(text: String) throws {
        let sitting = try atRoll()
        #expect(try sitting.refusal { try $0.act("count-present", choice: text) } == ["no-number"])
    }

    @Test("nobody there is too few; without a roll the meeting decides nothing")
    func tooFew() throws {
        var sitting = try atRoll()
        try sitting.act("close-roll")
        #expect(try sitting.state == "lapsed")
        sitting = try atRoll()
        try sitting.act("end-meeting")
        #expect(
            sitting.events.contains {
                if case .left(let left) = $0.fact { left.outcome == "not-called" } else { false }
            })
    }

    @Test("who comes after the roll and votes is there too: one of two is not more than half")
    func late() throws {
        var sitting = try atRoll()
        try sitting.act("count-present", choice: "1")
        try sitting.vote("yes", by: "bo")
        try sitting.vote("no", by: "cy")
        try sitting.act("end-meeting")
        #expect(try sitting.state == "rejected")
        #expect(try sitting.tally?["counts"]?["whole"]?["present"]?.integer == 2)
    }

    @Test("who was there and did not vote counts against: one of two is not more than half, one of one is")
    func silent() throws {
        for (present, state) in [("2", "rejected"), ("1", "adopted")] {
            var sitting = try atRoll()
            try sitting.act("count-present", choice: present)
            try sitting.vote("yes", by: "bo")
            try sitting.act("end-meeting")
            #expect(try sitting.state == state)
        }
    }

    @Test("a report that takes two is given with the second, and told then")
    func reportOfTwo() throws {
        var sitting = try adopted()
        let before = sitting.notices.map(\.code).count { $0 == "report-given" }
        try sitting.act("give-report", by: "bo", reason: true)
        #expect(try sitting.proposal.openDuties(in: sitting.workflow).contains("give-report"))
        #expect(sitting.notices.map(\.code).count { $0 == "report-given" } == before)
        #expect(try sitting.refusal { try $0.act("give-report", by: "bo", reason: true) } == ["done-already"])
        try sitting.act("give-report", by: "cy", reason: true)
        #expect(try !sitting.proposal.openDuties(in: sitting.workflow).contains("give-report"))
        #expect(sitting.notices.map(\.code).count { $0 == "report-given" } == before + 1)
    }

    @Test("a review by each of the board is done with the last, whoever joins the board afterwards")
    func reviewOfEach() throws {
        var sitting = try adopted()
        let due = try #require(try sitting.proposal.aftermath.reviewDue)
        try sitting.wait(until: Instant(seconds: due.seconds - 1))
        #expect(try sitting.refusal { try $0.act("review", by: "bo", reason: true) } == ["review-too-early"])
        try sitting.wait(until: due)
        try sitting.act("review", by: "bo", reason: true)
        #expect(try sitting.proposal.openDuties(in: sitting.workflow).contains("review"))
        try sitting.act("review", by: "cy", reason: true)
        sitting.roll = Roll(
            sitting.roll.members + [Sitting.member("flo", roles: ["board"])])
        #expect(try !sitting.proposal.openDuties(in: sitting.workflow).contains("review"))
        #expect(try sitting.refusal { try $0.act("review", by: "flo", reason: true) } == ["reviewed-already"])
    }

    @Test("a decision for a year is renewed after its first moment and before its last")
    func renewal() throws {
        var sitting = try adopted()
        let expires = try #require(try sitting.proposal.aftermath.expires)
        let refused = { (sitting: Sitting) in
            try sitting.refusal { try $0.act("renew", by: "bo", reason: true) }
        }
        #expect(try refused(sitting) == ["renewed-already"])
        sitting.now = Instant(seconds: sitting.now.seconds + 1)
        #expect(try refused(sitting) == [])
        try sitting.wait(until: Instant(seconds: expires.seconds - 1))
        #expect(try refused(sitting) == [])
        try sitting.wait(until: expires)
        #expect(try refused(sitting) == ["expired-already"])
    }
}
