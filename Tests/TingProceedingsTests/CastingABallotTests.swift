import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Casting a ballot")
struct CastingABallotTests {
    @Test("the ordinary course: a ballot lies in the box and writes no event of the proposal")
    func ordinaryCourse() throws {
        var sitting = try Sitting.atVote()
        let before = sitting.events.count
        try sitting.vote("yes", by: "ada")
        #expect(sitting.events.count == before)
        #expect(try sitting.situation().sheet.ballots.map(\.by) == ["ada"])
    }

    @Test("a ballot counts from the opening on and before the closing")
    func halfOpen() throws {
        let open = try Sitting.atVote()
        let closes = try #require(try open.proposal.openVote?.closes)
        #expect(try open.refusal { try $0.vote("yes", by: "ada") } == [])
        for (second, codes) in [(-1, []), (0, ["vote-closed"]), (1, ["vote-closed"])] {
            var sitting = open
            sitting.now = Instant(seconds: closes.seconds + second)
            #expect(try sitting.refusal { try $0.vote("yes", by: "ada") } == codes)
        }
    }

    @Test("the rule itself refuses a late ballot, also when no deadline has fired")
    func lateWithoutCatchUp() throws {
        let sitting = try Sitting.atVote()
        let closes = try #require(try sitting.proposal.openVote?.closes)
        let ada = try #require(sitting.roll.member("ada"))
        let error = #expect(throws: Refusal.self) {
            try sitting.proposal.cast(
                .choice(.yes), by: ada, at: closes, in: sitting.situation(), earlier: nil)
        }
        #expect(error?.reasons.first?.statement.code == "vote-closed")
    }

    @Test("who joined after the opening may not vote, who left after it may")
    func frozenElectorate() throws {
        var sitting = try Sitting.atVote()
        sitting.roll.enter(Member(id: "flo", classes: [], roles: [], joined: sitting.now))
        var eve = try #require(sitting.roll.member("eve"))
        eve.left = sitting.now
        sitting.roll.enter(eve)
        #expect(try sitting.refusal { try $0.vote("yes", by: "flo") } == ["not-on-electorate"])
        #expect(try sitting.refusal { try $0.vote("yes", by: "eve") } == [])
        #expect(try sitting.proposal.openVote?.size == 5)
    }

    @Test("where ballots cannot be changed the second is refused, and who may not vote hears both reasons")
    func unchangeable() throws {
        var sitting = try Sitting.atVote(("change-ballot: until closing", "change-ballot: never"))
        try sitting.vote("yes", by: "ada")
        #expect(try sitting.refusal { try $0.vote("no", by: "ada") } == ["ballot-not-changeable"])
    }

    @Test("a ballot may be changed until the closing, and the last one counts")
    func changed() throws {
        var sitting = try Sitting.atVote()
        for id in ["ada", "bo", "cy"] { try sitting.vote("yes", by: id) }
        try sitting.vote("no", by: "ada")
        try sitting.vote("no", by: "bo")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "rejected")
        #expect(try sitting.tally?["counts"]?["whole"]?["no"] == .integer(2))
        #expect(try sitting.proposal.closedVotes.first?.closed.ballots == 3)
    }

    @Test("a choice that is not on the paper is refused", arguments: ["Yes", "blank", "", "A>B"])
    func choices(text: String) throws {
        let sitting = try Sitting.atVote()
        #expect(try sitting.refusal { try $0.vote(text, by: "ada") } == ["choice-not-on-paper"])
    }

    @Test("before a vote opens nobody votes")
    func notOpen() throws {
        var sitting = try Sitting("request")
        try sitting.propose()
        #expect(try sitting.refusal { try $0.vote("yes", by: "ada") } == ["vote-not-open"])
    }

    @Test(
        "rankings as members write them",
        arguments: [
            ("A>B>D", [[0], [1], [2]]), ("b>a=d", [[1], [0, 2]]), (" A = B ", [[0, 1]]), ("D", [[2]]),
        ])
    func rankings(text: String, groups: [[Int]]) throws {
        let sitting = try Sitting.rankedVote()
        #expect(
            try sitting.proposal.ballotContent(text, in: sitting.situation()) == .ranking(groups))
    }

    @Test(
        "rankings that cannot be read",
        arguments: [
            ("A>C", "option-not-on-ballot"), ("A>A", "option-twice"), ("", "ballot-part-empty"),
            ("A>", "ballot-part-empty"), ("A>>B", "ballot-part-empty"), ("A=", "ballot-part-empty"),
            ("1>B", "option-not-on-ballot"),
        ])
    func badRankings(text: String, code: String) throws {
        let sitting = try Sitting.rankedVote()
        #expect(try sitting.refusal { try $0.vote(text, by: "ada") } == [code])
    }
}

extension Sitting {
    /// A ranked vote on A, B and the default D; C did not find its seconders.
    static func rankedVote() throws -> Sitting {
        var sitting = try Sitting("options")
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo")
        try sitting.offer("No rates", by: "cy")
        for id in ["di", "eve"] { try sitting.second("B", by: id) }
        try sitting.second("C", by: "eve")
        try sitting.wait(Period(14, .days))
        return sitting
    }
}
