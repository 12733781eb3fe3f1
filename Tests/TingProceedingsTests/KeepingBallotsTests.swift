import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Keeping ballots and lots")
struct KeepingBallotsTests {
    @Test(
        "a ballot of every form comes back from the record as it went in",
        arguments: [
            (Ballot.Content.choice(.abstain), #""abstain""#), (.ranking([[1], [0, 2]]), "[[1],[0,2]]"),
            (.ranking([]), "[]"), (.scores([]), #"{"scores":[]}"#),
            (
                .scores([.init(option: 0, score: 5), .init(option: 2, score: -3)]),
                #"{"scores":[[0,5],[2,-3]]}"#
            ),
        ])
    func roundTrip(content: Ballot.Content, text: String) throws {
        #expect(content.json.canonicalBytes == Array(text.utf8))
        #expect(Ballot.Content(json: try JSON(bytes: Array(text.utf8))) == content)
    }

    @Test(
        "what is no ballot is not read as one",
        arguments: [
            #""maybe""#, "[[0],1]", #"[["A"]]"#, #"{"scores":[[0]]}"#, #"{"scores":[[0,"5"]]}"#,
            #"{"scores":[[0,5,1]]}"#, #"{"score":[]}"#, "5",
        ])
    func unreadable(text: String) throws {
        #expect(Ballot.Content(json: try JSON(bytes: Array(text.utf8))) == nil)
    }

    @Test("a lot decides by the seed to which the opening committed, and the closing tells it")
    func lot() throws {
        var sitting = try Sitting.choices(("tie: fails", "tie: lot"))
        #expect(try sitting.proposal.openVote?.lot == Sitting.seed.commitment)
        for (id, ballot) in [("ada", "A"), ("bo", "C")] { try sitting.vote(ballot, by: id) }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        let first = try #require(["A", "C"].min { draw($0) < draw($1) })
        #expect(closed.outcome == "passed" && closed.winners == [first])
        #expect(closed.seed == "twelve")
        #expect(try sitting.codes.contains("tie-broken-by-lot"))
    }

    @Test("a vote without a lot commits to no seed and tells none")
    func noLot() throws {
        var sitting = try Sitting.choices()
        #expect(try sitting.proposal.openVote?.lot == nil)
        try sitting.vote("A", by: "ada")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.seed == nil)
        #expect(sitting.seeds.isEmpty)
    }

    @Test("where nobody votes, no lot makes a winner")
    func nobodyVotes() throws {
        var sitting = try Sitting.choices(("tie: fails", "tie: lot"))
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.outcome == "failed" && closed.winners.isEmpty)
        #expect(try sitting.codes.last == "no-ballots-cast")
    }

    @Test("the opening and the closing of a vote with a lot come back from the record")
    func events() throws {
        var sitting = try Sitting.choices(("tie: fails", "tie: lot"))
        try sitting.wait(Period(7, .days))
        for event in sitting.events { #expect(try ProposalEvent(json: event.json) == event) }
    }

    @Test("a casting vote decides between options, and a lot where it was not used")
    func castingVoteThenLot() throws {
        for choice in ["A", "C", nil] {
            var sitting = try Sitting.choices(("tie: fails", "tie: [casting vote of chair, lot]"))
            for (id, ballot) in [("ada", "A"), ("bo", "C")] { try sitting.vote(ballot, by: id) }
            if let choice { try sitting.act("decide-tie", by: "ada", choice: choice) }
            try sitting.wait(Period(7, .days))
            let winners = try sitting.proposal.closedVotes.first?.closed.winners
            if let choice { #expect(winners == [choice]) }
            #expect(try sitting.codes.contains("tie-broken-by-lot") == (choice == nil))
        }
    }

    private func draw(_ letter: String) -> String {
        Sitting.digest(Array("twelve\n\(letter)".utf8)).hex
    }
}
