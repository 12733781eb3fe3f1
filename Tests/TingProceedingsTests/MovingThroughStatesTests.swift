import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Moving through states")
struct MovingThroughStatesTests {
    @Test("the ordinary course: written, sponsored, deliberated, voted on, adopted")
    func ordinaryCourse() throws {
        var sitting = try Sitting.atVote()
        #expect(try sitting.state == "vote")
        for id in ["ada", "bo", "cy"] { try sitting.vote("yes", by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "adopted")
        #expect(try sitting.proposal.finished?.result == "adopted")
        #expect(
            sitting.types == [
                "proposed", "entered", "acted", "left", "entered", "acted", "acted", "left", "entered",
                "acted", "left", "entered", "vote-opened", "vote-closed", "left", "entered", "finished",
            ])
        #expect(sitting.events.last?.at == Instant(seconds: Sitting.start.seconds + 14 * 86_400))
    }

    @Test("a state ends at its deadline: not a second before, exactly then, and a second after alike")
    func deadline() throws {
        let end = Sitting.start.seconds + 30 * 86_400
        for (second, state) in [(end - 1, "draft"), (end, "lapsed"), (end + 1, "lapsed")] {
            var sitting = try Sitting("request")
            try sitting.propose()
            try sitting.wait(until: Instant(seconds: second))
            #expect(try sitting.state == state)
            if state == "lapsed" { #expect(sitting.events.last?.at == Instant(seconds: end)) }
        }
    }

    @Test("a deed at the deadline comes too late")
    func deedAtDeadline() throws {
        var sitting = try Sitting("request")
        try sitting.propose()
        sitting.now = Instant(seconds: Sitting.start.seconds + 30 * 86_400 - 1)
        #expect(try sitting.refusal { try $0.act("submit") } == [])
        sitting.now = Instant(seconds: Sitting.start.seconds + 30 * 86_400)
        #expect(try sitting.refusal { try $0.act("submit") } == ["proposal-finished"])
    }

    @Test("who asks the rules without letting the deadlines fire is refused all the same")
    func noLateDeed() throws {
        var sitting = try Sitting("request")
        try sitting.propose()
        let late = Instant(seconds: Sitting.start.seconds + 30 * 86_400)
        let member = try #require(sitting.roll.member("ada"))
        let error = #expect(throws: Refusal.self) {
            try sitting.proposal.act(
                Proposal.Request(verb: "submit"), by: member, at: late, in: sitting.situation())
        }
        #expect(error?.reasons.map(\.statement.code) == ["state-over"])
    }

    @Test("a state that has had its visits sends the proposal on")
    func visits() throws {
        var sitting = try Sitting.atVote()
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "deliberation")
        #expect(try sitting.proposal.visit?.number == 2)
        try sitting.wait(Period(21, .days))
        #expect(try sitting.state == "vote")
        try sitting.wait(Period(7, .days))
        // No quorum again; the third visit leads to where the limit says.
        #expect(try sitting.state == "rejected")
        #expect(
            try sitting.proposal.visits == [
                "draft": 1, "sponsorship": 1, "deliberation": 2, "vote": 2, "rejected": 1,
            ])
    }

    @Test("all visits together last no longer than the cap")
    func capOverVisits() throws {
        var sitting = try Sitting.atVote()
        // The first visit lasted 7 days, so 23 of 30 are left, and 21 suffice.
        try sitting.wait(Period(7, .days))
        let entered = try #require(try sitting.proposal.visit?.entered)
        #expect(try sitting.proposal.visit?.ends == sitting.zone.adding(Period(21, .days), to: entered))
        var shorter = try Sitting.atVote(("in-total-at-most: 30 days", "in-total-at-most: 27 days"))
        try shorter.wait(Period(7, .days))
        #expect(try shorter.proposal.visit?.ends == shorter.zone.adding(Period(20, .days), to: entered))
    }

    @Test("a state whose time is used up on entry ends in the same step")
    func usedUp() throws {
        var sitting = try Sitting(
            "request", changing: ("in-total-at-most: 30 days", "in-total-at-most: 7 days"))
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        for id in ["di", "eve"] { try sitting.act("sponsor", by: id) }
        try sitting.wait(Period(14, .days))
        // The vote had no quorum and deliberation has no time left, so the next vote opens at once.
        #expect(try sitting.state == "vote")
        #expect(try sitting.proposal.visit?.number == 2)
        #expect(Set(sitting.events.suffix(6).map(\.at)).count == 1)
    }

    @Test("cooldown rests the matter by its title, however it is spelt")
    func cooldown() throws {
        var sitting = try Sitting.atVote()
        for id in ["ada", "bo", "cy"] { try sitting.vote("no", by: id) }
        try sitting.wait(Period(7, .days))
        let until = try #require(try sitting.proposal.finished?.cooldownUntil)
        #expect(until == sitting.zone.adding(Period(90, .days), to: sitting.now))
        let resting = [Proposal.matter(title: "Night rates", concerns: nil): until]
        for (second, codes) in [(-1, ["cooling-down"]), (0, []), (1, [])] {
            var again = try Sitting("request")
            again.now = Instant(seconds: until.seconds + second)
            #expect(
                try again.refusal { try $0.propose(title: "  NIGHT   rates ", resting: resting) } == codes)
        }
    }

    @Test("a new proposal is refused with every reason at once")
    func proposing() throws {
        var sitting = try Sitting("options")
        sitting.roll.enter(
            Member(id: "ada", classes: [], roles: [], joined: Sitting.start, left: Sitting.start))
        let codes = try sitting.refusal {
            try $0.propose(title: " \n ", touches: ["nonsense"], concerns: "nobody")
        }
        #expect(
            codes == [
                "not-a-member", "title-missing", "title-not-one-line", "subject-unknown", "person-unknown",
            ])
    }

    @Test("a title has at most 200 characters", arguments: [(199, []), (200, []), (201, ["title-too-long"])])
    func titles(length: Int, codes: [String]) throws {
        let sitting = try Sitting("request")
        let title = String(repeating: "å", count: length)
        #expect(try sitting.refusal { try $0.propose(title: title) } == codes)
    }

    @Test("who is told: the electorate of a closed vote, and those whom states and results name, each once")
    func notices() throws {
        var sitting = try Sitting.atVote()
        try sitting.wait(Period(7, .days))
        #expect(sitting.notices.map(\.code) == ["vote-opened", "vote-closed"])
        #expect(sitting.notices.allSatisfy { $0.to == ["ada", "bo", "cy", "di", "eve"] })
        var carried = try Sitting.atVote()
        for id in ["ada", "bo", "cy"] { try carried.vote("yes", by: id) }
        try carried.wait(Period(7, .days))
        #expect(carried.notices.last?.code == "finished")
        #expect(carried.notices.last?.to == ["ada", "bo", "cy", "di", "eve"])
    }
}
