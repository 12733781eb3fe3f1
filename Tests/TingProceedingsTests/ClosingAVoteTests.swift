import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Closing a vote")
struct ClosingAVoteTests {
    @Test(
        "the ordinary course: counted at the closing, recorded with its tally, on to where the outcome leads")
    func ordinaryCourse() throws {
        var sitting = try Sitting.atVote()
        let closes = try #require(try sitting.proposal.openVote?.closes)
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        try sitting.vote("abstain", by: "cy")
        try sitting.wait(Period(30, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first)
        #expect(closed.at == closes)
        #expect(closed.closed.outcome == "passed")
        let whole = try #require(try sitting.tally?["counts"]?["whole"])
        #expect(whole["yes"] == .integer(2))
        #expect(whole["abstain"] == .integer(1))
        #expect(whole["not-cast"] == .integer(2))
        #expect(whole["eligible"] == .integer(5))
    }

    @Test(
        "quorum and tie: what leads where",
        arguments: [
            (["yes", "yes"], "no-quorum"), (["yes", "yes", "abstain"], "passed"),
            (["yes", "no", "abstain"], "tied"),
            (["yes", "no", "no"], "failed"), ([], "no-quorum"),
            (["abstain", "abstain", "abstain"], "failed"),
        ])
    func outcomes(ballots: [String], outcome: String) throws {
        var sitting = try Sitting.atVote()
        for (id, ballot) in zip(["ada", "bo", "cy", "di", "eve"], ballots) {
            try sitting.vote(ballot, by: id)
        }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == outcome)
    }

    @Test("a rule whose number cannot be had for these members decides nothing, and holds nobody up")
    func unfinished() throws {
        var sitting = try Sitting.atVote(
            ("rules:\n  ordinary:", "rules:\n  ordinary:\n    formulas: {K: 1 / (electorate - 5)}"),
            ("ballots: at least 1/2 of electorate", "ballots: at least K"))
        try sitting.vote("yes", by: "ada")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == "failed")
        #expect(try sitting.codes.last == "count-unfinished")
        #expect(try sitting.tally?["counts"]?["whole"]?["yes"] == .integer(1))
    }

    @Test("closed when all have voted: with the last ballot, not the one before")
    func whenAllHaveVoted() throws {
        var sitting = try Sitting.atVote(
            ("close-early: never", "close-early: when all have voted"),
            ("change-ballot: until closing", "change-ballot: never"))
        for id in ["ada", "bo", "cy", "di"] { try sitting.vote("yes", by: id) }
        #expect(try sitting.state == "vote")
        try sitting.vote("no", by: "eve")
        #expect(try sitting.state == "adopted")
        #expect(try sitting.proposal.closedVotes.first?.at == sitting.now)
        #expect(try sitting.proposal.closedVotes.first?.closed.ballots == 5)
    }

    @Test("closed when decided: as soon as no ballot still to come changes the outcome")
    func whenDecided() throws {
        var sitting = try Sitting.atVote(
            ("close-early: never", "close-early: when decided"),
            ("change-ballot: until closing", "change-ballot: never"))
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        // Two of five: the quorum of three is open, and three no would outvote two yes.
        #expect(try sitting.state == "vote")
        try sitting.vote("yes", by: "cy")
        #expect(try sitting.state == "adopted")
    }

    @Test("not decided while the quorum or a tie is open")
    func undecided() throws {
        var sitting = try Sitting.atVote(
            ("close-early: never", "close-early: when decided"),
            ("change-ballot: until closing", "change-ballot: never"))
        for id in ["ada", "bo"] { try sitting.vote("no", by: id) }
        try sitting.vote("yes", by: "cy")
        try sitting.vote("yes", by: "di")
        #expect(try sitting.state == "vote")
        try sitting.vote("abstain", by: "eve")
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == "tied")
    }

    @Test("a quorum reached in the last time moves the end, once")
    func extended() throws {
        let extend = ("extend: none", "extend: {if-quorum-in-last: 24 hours, by: 48 hours}")
        let open = try Sitting.atVote(extend)
        let closes = try #require(try open.proposal.openVote?.closes)
        for (second, moved) in [(-86_401, false), (-86_400, true), (-1, true)] {
            var sitting = open
            for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
            sitting.now = Instant(seconds: closes.seconds + second)
            try sitting.vote("no", by: "cy")
            let end = try sitting.proposal.openVote?.closes
            #expect(end?.seconds == closes.seconds + (moved ? 172_800 : 0))
        }
        // A quorum that was there before moves nothing, nor does a second time.
        var sitting = open
        for id in ["ada", "bo", "cy"] { try sitting.vote("yes", by: id) }
        sitting.now = Instant(seconds: closes.seconds - 1)
        try sitting.vote("yes", by: "di")
        #expect(try sitting.proposal.openVote?.closes == closes)
    }

    @Test("an extension comes only once, although a ballot is changed in the new last time")
    func extendedOnce() throws {
        // An abstention does not count towards this quorum, so that it can be lost and reached again.
        var sitting = try Sitting.atVote(
            ("extend: none", "extend: {if-quorum-in-last: 24 hours, by: 48 hours}"),
            ("counting: [yes, no, abstain]", "counting: [yes, no]"))
        let closes = try #require(try sitting.proposal.openVote?.closes)
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        sitting.now = Instant(seconds: closes.seconds - 1)
        try sitting.vote("yes", by: "cy")
        let later = Instant(seconds: closes.seconds + 172_800)
        #expect(try sitting.proposal.openVote?.closes == later)
        sitting.now = Instant(seconds: later.seconds - 10)
        try sitting.vote("abstain", by: "cy")
        try sitting.vote("yes", by: "cy")
        #expect(try sitting.proposal.openVote?.closes == later)
        try sitting.wait(until: later)
        #expect(try sitting.proposal.closedVotes.first?.at == later)
    }

    @Test(
        "a casting vote said beforehand decides a tie, and only a tie",
        arguments: [
            (["yes", "no", "abstain"], "yes", "passed"), (["yes", "no", "abstain"], "no", "failed"),
            (["yes", "no", "abstain"], nil, "failed"), (["no", "no", "yes"], "yes", "failed"),
        ])
    func castingVote(ballots: [String], casting: String?, outcome: String) throws {
        var sitting = try Sitting.atVote(
            ("tie: outcome", "tie: casting vote of facilitator"), ("      tied: deliberation\n", ""))
        if let casting { try sitting.act("decide-tie", by: "ada", choice: casting) }
        for (id, ballot) in zip(["ada", "bo", "cy"], ballots) { try sitting.vote(ballot, by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == outcome)
    }

    @Test("a tie that the casting vote can still decide keeps a complete vote open")
    func openTie() throws {
        var sitting = try Sitting.atVote(
            ("tie: outcome", "tie: casting vote of facilitator"), ("      tied: deliberation\n", ""),
            ("close-early: never", "close-early: when all have voted"),
            ("change-ballot: until closing", "change-ballot: never"))
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        for id in ["cy", "di"] { try sitting.vote("no", by: id) }
        try sitting.vote("abstain", by: "eve")
        #expect(try sitting.state == "vote")
        #expect(try sitting.refusal { try $0.act("decide-tie", by: "bo", choice: "yes") } == ["not-entitled"])
        #expect(
            try sitting.refusal { try $0.act("decide-tie", by: "ada", choice: "maybe") } == ["choice-unknown"]
        )
        try sitting.act("decide-tie", by: "ada", choice: "yes")
        #expect(try sitting.state == "adopted")
    }
}
