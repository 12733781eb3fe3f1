import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Acting together")
struct ActingTogetherTests {
    /// At the notice of a meeting whose date two of the board set; Fay is the third on the board.
    private func atNotice() throws -> Sitting {
        var sitting = try Sitting("meeting", changing: ("date-by: board", "date-by: 2 of board"))
        sitting.roll.enter(Sitting.member("fay", roles: ["board"]))
        try sitting.propose()
        try sitting.act("submit")
        return sitting
    }

    private func date(_ sitting: Sitting) throws -> Instant? {
        try sitting.proposal.meetings["general-meeting"]?.date
    }

    @Test("the ordinary course: what was done before the last date that was set counts for none after it")
    func usedUp() throws {
        var sitting = try atNotice()
        let first = sitting.zone.adding(Period(21, .days), to: sitting.now)
        let second = sitting.zone.adding(Period(28, .days), to: sitting.now)
        for id in ["bo", "cy"] { try sitting.act("set-date", by: id, date: first) }
        #expect(try date(sitting) == first)
        for id in ["cy", "bo"] { try sitting.act("set-date", by: id, date: second) }
        #expect(try date(sitting) == second)
        try sitting.act("set-date", by: "bo", date: first)
        #expect(try date(sitting) == second)
        try sitting.act("set-date", by: "bo", date: first)
        #expect(try date(sitting) == second)
        try sitting.act("set-date", by: "fay", date: first)
        #expect(try date(sitting) == first)
    }

    @Test("an end moved by two is not moved back by one of them")
    func movedEnd() throws {
        var sitting = try Sitting(
            "options", changing: ("role: chair", "role: 2 of board"),
            ("roles: [chair, secretary]", "roles: [board, chair, secretary]"))
        try sitting.propose()
        let ends = try #require(try sitting.proposal.due)
        let later = sitting.zone.adding(Period(3, .days), to: ends)
        for id in ["bo", "cy"] { try sitting.act("move-end", by: id, date: later) }
        #expect(try sitting.proposal.due == later)
        for id in ["bo", "cy"] { try sitting.act("move-end", by: id, date: ends) }
        #expect(try sitting.proposal.due == ends)
        try sitting.act("move-end", by: "cy", date: later)
        #expect(try sitting.proposal.due == ends)
    }

    @Test("who does not hold the role any more when the deed takes effect is not counted")
    func formerHolder() throws {
        var sitting = try Sitting("request")
        sitting.roll.enter(Sitting.member("fay", roles: ["board"]))
        try sitting.propose(by: "di")
        try sitting.act("submit", by: "di")
        for id in ["ada", "eve"] { try sitting.act("sponsor", by: id) }
        try sitting.act("drop", by: "bo", reason: true)
        sitting.roll.enter(Sitting.member("bo"))
        try sitting.act("drop", by: "cy", reason: true)
        #expect(try sitting.state == "deliberation")
        try sitting.act("drop", by: "fay", reason: true)
        #expect(try sitting.state == "rejected")
    }

    @Test("what a body does is counted by those who are in it then, at once or when the time is up")
    func formerBody() throws {
        for lasts in ["{at-most: 30 days}", "30 days"] {
            for (hasLeft, state) in [(true, "lapsed"), (false, "sponsorship")] {
                var sitting = try Sitting(
                    "request",
                    changing: (
                        "first: draft\nstates:\n",
                        """
                        first: opinion
                        states:
                          opinion:
                            kind: opinion
                            by: 2 of board
                            choices: [good]
                            lasts: \(lasts)
                            outcomes: {given: sponsorship, not-given: lapsed}

                        """
                    ))
                try sitting.propose(by: "di")
                try sitting.act("give", by: "bo", choice: "good")
                if hasLeft { sitting.roll.enter(Sitting.member("bo")) }
                try sitting.act("give", by: "cy", choice: "good")
                try sitting.wait(until: sitting.zone.adding(Period(30, .days), to: Sitting.start))
                let entered = sitting.events.compactMap { event -> String? in
                    if case .entered(let entered) = event.fact { entered.state } else { nil }
                }
                #expect(entered.dropFirst().first == state, "\(lasts)")
            }
        }
    }
}
