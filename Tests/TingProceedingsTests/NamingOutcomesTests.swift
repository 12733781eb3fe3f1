import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Naming outcomes")
struct NamingOutcomesTests {
    private func atVote(_ file: String, _ roll: Roll = Sitting.board, concerns: String? = nil) throws
        -> Sitting
    {
        var sitting = try Sitting(file, roll)
        try sitting.propose(concerns: concerns)
        try sitting.act("submit")
        return sitting
    }

    @Test(
        "a housing co-operative: all five agree and one vote is enough, four do not, and two of four fail",
        arguments: [
            (["yes", "yes", "yes", "yes", "yes"], "unanimous", "adopted"),
            (["yes", "yes", "yes", "yes", "no"], "passed", "second-vote"),
            (["yes", "yes", "yes", "yes"], "passed", "second-vote"),
            (["yes", "yes", "yes", "yes", "abstain"], "passed", "second-vote"),
            (["yes", "yes", "no", "no"], "failed", "rejected"),
        ])
    func housing(ballots: [String], outcome: String, state: String) throws {
        var sitting = try atVote("housing")
        for (id, ballot) in zip(["ada", "bo", "cy", "di", "eve"], ballots) {
            try sitting.vote(ballot, by: id)
        }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.outcome == outcome)
        #expect(try sitting.state == state)
        #expect(closed.amountsTo == (outcome == "unanimous" ? "passed" : nil))
        #expect(closed.isPassed == (outcome != "failed"))
        #expect(try sitting.tally?["amounts-to"] == (outcome == "unanimous" ? .string("passed") : nil))
        let event = try #require(sitting.events.first { $0.type == "vote-closed" })
        #expect(try ProposalEvent(json: event.json) == event)
    }

    @Test(
        "the second meeting takes two thirds: 1, 2 and 3 of 3", arguments: [(1, false), (2, true), (3, true)])
    func secondReading(yes: Int, isAdopted: Bool) throws {
        var sitting = try atVote("housing")
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        try sitting.wait(Period(7, .days))
        for (place, id) in ["ada", "bo", "cy"].enumerated() {
            try sitting.vote(place < yes ? "yes" : "no", by: id)
        }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == (isAdopted ? "adopted" : "rejected"))
    }

    @Test(
        "adminship: below 65 % fails, from 65 to 75 % is for the bureaucrats, above passes",
        arguments: [
            (12, "failed", "rejected"), (13, "discretion", "bureaucrats"), (14, "discretion", "bureaucrats"),
            (15, "discretion", "bureaucrats"), (16, "passed", "adopted"),
        ])
    func adminship(yes: Int, outcome: String, state: String) throws {
        let voters = (1...20).map { Sitting.member("v\($0)") }
        let roll = Roll(voters + [Sitting.member("ada", roles: ["board"]), Sitting.member("eve")])
        var sitting = try atVote("adminship", roll, concerns: "eve")
        for (place, voter) in voters.enumerated() {
            try sitting.vote(place < yes ? "yes" : "no", by: voter.id)
        }
        try sitting.vote("abstain", by: "ada")
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.outcome == outcome)
        #expect(closed.isPassed == (outcome == "passed"))
        #expect(try sitting.state == state)
        guard state == "bureaucrats" else { return }
        try sitting.act("judge", by: "ada", choice: "promote", reason: true)
        #expect(try sitting.state == "adopted")
    }

    @Test("an outcome of its own is decided early only when no ballot can make another of it")
    func early() throws {
        for (ballots, isClosed) in [
            (["yes", "yes", "yes", "yes"], false), (["yes", "yes", "yes", "no"], true),
        ] {
            var sitting = try Sitting(
                "housing", changing: ("close-early: never", "close-early: when decided"))
            try sitting.propose()
            try sitting.act("submit")
            for (id, ballot) in zip(["ada", "bo", "cy", "di"], ballots) { try sitting.vote(ballot, by: id) }
            #expect(try (sitting.state == "second-vote") == isClosed)
        }
    }

    @Test("whoever must abstain may do nothing else, and stays among those entitled")
    func mustAbstain() throws {
        var sitting = try Sitting(
            "housing",
            changing: (
                "electorate: {who: members, as-of: opening}",
                "electorate: {who: members, as-of: opening, must-abstain: person-concerned}"
            ))
        try sitting.propose(concerns: "eve")
        try sitting.act("submit")
        #expect(try sitting.refusal { try $0.vote("yes", by: "eve") } == ["must-abstain"])
        #expect(try sitting.refusal { try $0.vote("no", by: "eve") } == ["must-abstain"])
        try sitting.vote("abstain", by: "eve")
        for id in ["ada", "bo", "cy", "di"] { try sitting.vote("yes", by: id) }
        try sitting.wait(Period(7, .days))
        let whole = try #require(try sitting.tally?["counts"]?["whole"])
        #expect(whole["eligible"] == .integer(5))
        #expect(whole["abstain"] == .integer(1))
        // All entitled must agree, and one of them could not: the first meeting is not enough.
        #expect(try sitting.state == "second-vote")
    }
}
