import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Moving the end of a vote")
struct MovingTheEndOfAVoteTests {
    private static let day = 86_400
    private let extend = "extend: none"

    @Test(
        "a late quorum leaves so much time from then on: one hour before the end, eight hours after the vote")
    func leaving() throws {
        // As OpenZeppelin's late-quorum protection: a period of 16, an extension of 8, the later of both ends.
        let open = try Sitting.atBallot(
            100,
            [
                ("at least 2/5 of electorate", "at least 1"), ("lasts: 7 days", "lasts: 16 hours"),
                (extend, "extend: {if-quorum-in-last: 8 hours, leaving: 8 hours}"),
            ])
        let opened = try #require(try open.proposal.openVote)
        for (hour, end) in [(7, 16), (8, 16), (9, 17), (15, 23)] {
            var sitting = open
            sitting.now = Instant(seconds: opened.opens.seconds + hour * 3_600)
            try sitting.cast(7, "yes")
            #expect(try sitting.proposal.openVote?.closes?.seconds == opened.opens.seconds + end * 3_600)
            // Once only: later ballots move nothing, and count.
            sitting.now = Instant(seconds: opened.opens.seconds + end * 3_600 - 1)
            try sitting.cast(10, "no")
            #expect(try sitting.proposal.openVote?.closes?.seconds == opened.opens.seconds + end * 3_600)
            try sitting.wait(Period(1, .hours))
            #expect(try sitting.state == "rejected")
        }
    }

    @Test("the time runs from the quorum on: 9, 10 and 11 of 100, seven days, and sixty at the latest")
    func afterQuorum() throws {
        let open = try Sitting.atBallot(
            100,
            [
                ("at least 2/5 of electorate", "at least 1/10 of electorate"),
                ("lasts: 7 days", "lasts: {after-quorum: 7 days, at-most: 60 days}"),
            ])
        let begin = try #require(try open.proposal.openVote?.opens.seconds)
        var sitting = open
        sitting.now = Instant(seconds: begin + 20 * Self.day)
        try sitting.cast(9, "yes")
        #expect(try sitting.proposal.openVote?.closes?.seconds == begin + 60 * Self.day)
        try sitting.cast(1, "no")
        #expect(try sitting.proposal.openVote?.closes?.seconds == begin + 27 * Self.day)
        sitting.now = Instant(seconds: begin + 26 * Self.day)
        try sitting.cast(1, "yes")
        #expect(try sitting.proposal.openVote?.closes?.seconds == begin + 27 * Self.day)
        try sitting.wait(until: Instant(seconds: begin + 27 * Self.day))
        #expect(try sitting.state == "adopted")

        var late = open
        late.now = Instant(seconds: begin + 57 * Self.day)
        try late.cast(10, "yes")
        #expect(try late.proposal.openVote?.closes?.seconds == begin + 60 * Self.day)
        var never = open
        try never.cast(9, "yes")
        try never.wait(until: Instant(seconds: begin + 60 * Self.day))
        #expect(try never.state == "undecided")
    }

    @Test("further periods while one more vote could change the outcome, as often as the file says")
    func repeated() throws {
        let open = try Sitting.atBallot(
            20, [(extend, "extend: {while: one more vote could change it, by: 2 days, times: 2}")])
        let begin = try #require(try open.proposal.openVote?.opens.seconds)
        // Six yes to five no: one more no would make a tie, which fails. Seven to five: it would not.
        for (yes, no, isOver) in [(6, 5, false), (7, 5, true), (5, 6, true), (5, 5, false)] {
            var sitting = open
            try sitting.cast(yes, "yes")
            try sitting.cast(no, "no")
            try sitting.wait(until: Instant(seconds: begin + 7 * Self.day))
            #expect(try (sitting.state != "vote") == isOver, "\(yes):\(no)")
        }
        var sitting = open
        try sitting.cast(6, "yes")
        try sitting.cast(5, "no")
        try sitting.wait(until: Instant(seconds: begin + 10 * Self.day))
        #expect(try sitting.proposal.openVote?.closes?.seconds == begin + 11 * Self.day)
        var settled = sitting
        try settled.cast(1, "yes")
        try settled.wait(until: Instant(seconds: begin + 11 * Self.day))
        #expect(try settled.state == "adopted")
        #expect(try settled.proposal.closedVotes.first?.at.seconds == begin + 11 * Self.day)
        // Twice and no more: it ends as it stands then.
        try sitting.wait(until: Instant(seconds: begin + 11 * Self.day))
        #expect(try sitting.state == "adopted")
    }

    @Test("a quorum that one more vote would reach keeps a vote open as well")
    func repeatedForQuorum() throws {
        for (ballots, isOver) in [(6, true), (7, false), (8, true)] {
            var sitting = try Sitting.atBallot(
                20, [(extend, "extend: {while: one more vote could change it, by: 2 days, times: 2}")])
            try sitting.cast(ballots, "yes")
            try sitting.wait(Period(7, .days))
            #expect(try (sitting.state != "vote") == isOver, "\(ballots)")
        }
    }

    @Test("a fault: 56 ballots, a day more for those who had not voted, 12 of them, 68 in all")
    func fault() throws {
        // Python's election of 2024, PEP 8105.
        let faults =
            "    faults: {by: chair, reopen-for: 1 day, for: those who have not voted}\n    extend: none"
        let open = try Sitting.atBallot(100, [("    extend: none", faults)])
        let begin = try #require(try open.proposal.openVote?.opens.seconds)
        var sitting = open
        try sitting.cast(56, "yes")
        #expect(try sitting.refusal { try $0.act("report-fault", by: "v001") } == ["reason-missing"])
        #expect(
            try sitting.refusal { try $0.act("report-fault", by: "v002", reason: true) } == ["not-entitled"])
        try sitting.act("report-fault", by: "v001", reason: true)
        #expect(try sitting.proposal.openVote?.closes?.seconds == begin + 8 * Self.day)
        #expect(
            try !sitting.refusal { try $0.act("report-fault", by: "v001", reason: true) }.isEmpty)
        sitting.now = Instant(seconds: begin + 7 * Self.day)
        #expect(
            try sitting.refusal { try $0.vote("no", by: "v056") }.contains("vote-reopened-for-others"))
        try sitting.cast(12, "no")
        try sitting.wait(until: Instant(seconds: begin + 8 * Self.day))
        #expect(try sitting.proposal.closedVotes.first?.closed.ballots == 68)
        #expect(try sitting.state == "adopted")
    }

    @Test("in a vote whose ballots may be changed, only those who were shut out vote after the old end")
    func faultAndChange() throws {
        let faults =
            "    faults: {by: chair, reopen-for: 1 day, for: those who have not voted}\n    extend: none"
        var sitting = try Sitting.atBallot(
            10, [("    extend: none", faults), ("change-ballot: never", "change-ballot: until closing")])
        let begin = try #require(try sitting.proposal.openVote?.opens.seconds)
        try sitting.cast(5, "yes")
        try sitting.act("report-fault", by: "v001", reason: true)
        for (second, codes) in [
            (-1, []), (0, ["vote-reopened-for-others"]), (1, ["vote-reopened-for-others"]),
        ] {
            sitting.now = Instant(seconds: begin + 7 * Self.day + second)
            #expect(try sitting.refusal { try $0.vote("no", by: "v001") } == codes)
        }
        try sitting.vote("no", by: "v006")
        var everybody = try Sitting.atBallot(
            10,
            [
                (
                    "    extend: none",
                    faults.replacing("those who have not voted", with: "everybody entitled")
                ),
                ("change-ballot: never", "change-ballot: until closing"),
            ])
        try everybody.cast(5, "yes")
        try everybody.act("report-fault", by: "v001", reason: true)
        everybody.now = Instant(seconds: begin + 7 * Self.day + 1)
        try everybody.vote("no", by: "v001")
    }

    @Test("a vote that has ended is not reopened")
    func tooLate() throws {
        let faults = "    faults: {by: chair, reopen-for: 1 day, for: everybody entitled}\n    extend: none"
        var sitting = try Sitting.atBallot(10, [("    extend: none", faults)])
        try sitting.wait(Period(7, .days))
        #expect(
            try sitting.refusal { try $0.act("report-fault", by: "v001", reason: true) }
                == ["proposal-finished"])
    }
}
