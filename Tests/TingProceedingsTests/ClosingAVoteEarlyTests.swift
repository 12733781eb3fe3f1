import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Closing a vote early")
struct ClosingAVoteEarlyTests {
    private func early(_ value: String) -> (String, String) {
        ("close-early: never", "close-early: \(value)")
    }

    @Test("decided in favour: with the last yes that it takes, not the one before")
    func decidedInFavour() throws {
        var sitting = try Sitting.atBallot(10, [early("when decided")])
        try sitting.cast(5, "yes")
        #expect(try sitting.state == "vote")
        try sitting.cast(1, "yes")
        #expect(try sitting.state == "adopted")
        #expect(try sitting.proposal.closedVotes.first?.at == sitting.now)
    }

    @Test("decided against: as soon as no ballot still to come makes it pass, and the quorum is there")
    func decidedAgainst() throws {
        var sitting = try Sitting.atBallot(10, [early("when decided")])
        try sitting.cast(4, "no")
        #expect(try sitting.state == "vote")
        try sitting.cast(1, "no")
        // Five no of ten: five yes would make a tie, and a tie fails.
        #expect(try sitting.state == "rejected")
    }

    @Test("beyond hope, although the quorum is open: 59 no of 100 where 60 must vote")
    func hopeless() throws {
        let rule = ("at least 2/5 of electorate", "at least 3/5 of electorate")
        var decided = try Sitting.atBallot(100, [rule, early("when decided")])
        try decided.cast(59, "no")
        #expect(try decided.state == "vote")
        var hopeless = try Sitting.atBallot(100, [rule, early("when it can no longer pass")])
        #expect(try hopeless.cast(59, "no") == 50)
        #expect(try hopeless.state == "undecided")
        // What can still pass stays open, also where it is sure to.
        var sure = try Sitting.atBallot(100, [rule, early("when it can no longer pass")])
        try sure.cast(60, "yes")
        #expect(try sure.state == "vote")
    }

    @Test("a shortest time: what is decided before it closes at its end, what is decided later at once")
    func shortestTime() throws {
        let open = try Sitting.atBallot(10, [early("{when: decided, after: 3 days}")])
        let opened = try #require(try open.proposal.openVote)
        for (second, closed) in [(259_199, 259_200), (259_200, 259_200), (259_201, 259_201)] {
            var sitting = open
            sitting.now = Instant(seconds: opened.opens.seconds + second)
            try sitting.cast(6, "yes")
            // Others may still vote until then, and change nothing.
            if second < closed {
                #expect(try sitting.cast(4, "no") == 4)
                #expect(try sitting.state == "vote")
                #expect(try sitting.proposal.openVote?.closes?.seconds == opened.opens.seconds + closed)
            }
            try sitting.wait(until: Instant(seconds: opened.opens.seconds + closed))
            #expect(try sitting.state == "adopted")
            #expect(try sitting.proposal.closedVotes.first?.at.seconds == opened.opens.seconds + closed)
        }
        var moved = open
        try moved.cast(6, "yes")
        #expect(moved.events.contains { $0.type == "clock-moved" })
    }

    @Test("a shortest time for passing alone: a rejection does not wait for it")
    func shortestTimeOfPassing() throws {
        let value = "{when: [decided, it can no longer pass], passing-after: 3 days}"
        var passing = try Sitting.atBallot(10, [early(value)])
        try passing.cast(6, "yes")
        #expect(try passing.state == "vote")
        try passing.wait(Period(3, .days))
        #expect(try passing.state == "adopted")
        var failing = try Sitting.atBallot(10, [early(value)])
        try failing.cast(5, "no")
        #expect(try failing.state == "rejected")
        #expect(try failing.now == failing.proposal.closedVotes.first?.at)
    }

    @Test(
        "a super quorum of 40 yes of 110 closes a vote that passes as it stands: 39, 40 and 41",
        arguments: [(39, 0, false), (40, 0, true), (40, 39, true), (40, 40, false), (41, 40, true)])
    func superQuorum(yes: Int, no: Int, isClosed: Bool) throws {
        let value =
            "{when: a super quorum has passed it, super-quorum: {ballots: at least 40, counting: [yes]}}"
        var sitting = try Sitting.atBallot(
            110, [("at least 2/5 of electorate", "at least 10"), early(value)])
        try sitting.cast(no, "no")
        try sitting.cast(yes, "yes")
        #expect(try (sitting.state == "adopted") == isClosed)
    }

    @Test("nobody can be made to wait for somebody who may only abstain")
    func bound() throws {
        var sitting = try Sitting(
            file: "ballot", Sitting.voters(5),
            changing: [
                early("when decided"),
                ("as-of: opening}", "as-of: opening, must-abstain: person-concerned}"),
            ])
        try sitting.propose(by: "v001", concerns: "v005")
        try sitting.act("submit", by: "v001")
        // Two yes and one no: two more no would fail it, and only one more can come.
        try sitting.cast(2, "yes")
        #expect(try sitting.state == "vote")
        try sitting.vote("no", by: "v003")
        #expect(try sitting.state == "vote")
        try sitting.vote("abstain", by: "v004")
        #expect(try sitting.state == "adopted")
    }
}
