import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Holding a meeting")
struct HoldingAMeetingTests {
    /// The meeting: Monday 6 April 2026, 18:00 in Stockholm.
    private let date = Instant(seconds: 1_775_491_200)

    @Test("the ordinary course: date, notice, the meeting begins on its date, debate, vote, its end")
    func ordinaryCourse() throws {
        var sitting = try summoned()
        try sitting.wait(until: date)
        #expect(try sitting.state == "debate")
        #expect(try sitting.proposal.meetings["general-meeting"]?.opened == date)
        try sitting.act("put-to-vote", by: "ada")
        #expect(try sitting.proposal.openVote?.closes == sitting.zone.adding(Period(6, .hours), to: date))
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        try sitting.vote("no", by: "cy")
        try sitting.act("end-meeting", by: "bo")
        #expect(try sitting.state == "adopted")
    }

    @Test("notice is given between four and two weeks before, whole days")
    func window() throws {
        var sitting = try Sitting("meeting")
        try sitting.propose()
        try sitting.act("submit")
        #expect(try sitting.refusal { try $0.act("give-notice", by: "bo") } == ["meeting-date-missing"])
        try sitting.act("set-date", by: "bo", date: date)
        let zone = sitting.zone
        let day = { (weeks: Int) in
            zone.instant(
                zone.local(zone.adding(Period(weeks, .weeks), to: date)).date, TimeOfDay(secondsOfDay: 0))
        }
        for (moment, codes) in [
            (day(-4).seconds - 1, ["notice-too-early"]), (day(-4).seconds, []),
            (day(-2).seconds + 86_399, []), (day(-2).seconds + 86_400, ["notice-too-late"]),
        ] {
            sitting.now = Instant(seconds: moment)
            #expect(try sitting.refusal { try $0.act("give-notice", by: "bo") } == codes)
        }
    }

    @Test("the notice is sent to those it is for")
    func noticeIsSent() throws {
        let sitting = try summoned()
        #expect(sitting.notices.map(\.code) == ["notice-given"])
        #expect(sitting.notices.first?.to == ["ada", "bo", "cy", "di", "eve"])
    }

    @Test("the date may be moved, but not so that the notice comes too late, nor too early")
    func moved() throws {
        var sitting = try summoned()
        let later = sitting.zone.adding(Period(1, .weeks), to: date)
        try sitting.act("set-date", by: "cy", date: later)
        #expect(try sitting.proposal.due == later)
        // Who had notice of the old date is told of the new one.
        #expect(sitting.notices.map(\.code) == ["notice-given", "state-entered"])
        #expect(sitting.notices.last?.to == ["ada", "bo", "cy", "di", "eve"])
        let soon = sitting.zone.adding(Period(10, .days), to: sitting.now)
        #expect(
            try sitting.refusal { try $0.act("set-date", by: "cy", date: soon) } == [
                "meeting-date-before-notice"
            ])
        let far = sitting.zone.adding(Period(61, .days), to: sitting.now)
        #expect(
            try sitting.refusal { try $0.act("set-date", by: "cy", date: far) } == [
                "meeting-date-after-notice"
            ])
        #expect(
            try sitting.refusal { try $0.act("set-date", by: "cy", choice: "other", date: later) } == [
                "choice-unknown"
            ])
        #expect(try sitting.refusal { try $0.act("set-date", by: "cy") } == ["date-missing"])
    }

    @Test("a meeting whose date lies beyond the state's time is not held")
    func notHeld() throws {
        var sitting = try Sitting("meeting", changing: ("at-most: 60 days", "at-most: 2 weeks"))
        try sitting.propose()
        try sitting.act("submit")
        try sitting.act("set-date", by: "bo", date: date)
        try sitting.wait(until: sitting.zone.adding(Period(-3, .weeks), to: date))
        try sitting.act("give-notice", by: "bo")
        let bound = sitting.zone.adding(Period(2, .weeks), to: sitting.now)
        #expect(try sitting.proposal.due == bound)
        try sitting.wait(until: bound)
        #expect(try sitting.state == "lapsed")
    }

    @Test("what lasts until the end of the meeting ends with it, and nobody voted is not held")
    func endEndsAll() throws {
        var sitting = try summoned()
        try sitting.wait(until: date)
        var early = sitting
        try early.act("end-meeting", by: "bo")
        #expect(try early.state == "lapsed")
        try sitting.act("put-to-vote", by: "ada")
        try sitting.act("end-meeting", by: "bo")
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == "not-held")
    }

    @Test("without anybody to end it the meeting's length closes the vote")
    func backstop() throws {
        var sitting = try summoned()
        try sitting.wait(until: date)
        try sitting.act("put-to-vote", by: "ada")
        for id in ["ada", "bo"] { try sitting.vote("yes", by: id) }
        let end = sitting.zone.adding(Period(6, .hours), to: date)
        sitting.now = Instant(seconds: end.seconds - 1)
        #expect(try sitting.refusal { try $0.vote("yes", by: "cy") } == [])
        sitting.now = end
        #expect(try sitting.refusal { try $0.vote("yes", by: "cy") } == ["vote-closed"])
        try sitting.wait(Period(2, .days))
        #expect(try sitting.proposal.closedVotes.first?.at == end)
    }

    @Test("two of the board set the date: the second who names the same moment sets it")
    func twoOfBoard() throws {
        var sitting = try Sitting("meeting", changing: ("date-by: board", "date-by: 2 of board"))
        try sitting.propose()
        try sitting.act("submit")
        try sitting.act("set-date", by: "bo", date: date)
        try sitting.act("set-date", by: "bo", date: date)
        #expect(try sitting.proposal.meetings.isEmpty)
        try sitting.act("set-date", by: "cy", date: sitting.zone.adding(Period(1, .days), to: date))
        #expect(try sitting.proposal.meetings.isEmpty)
        try sitting.act("set-date", by: "cy", date: date)
        #expect(try sitting.proposal.meetings["general-meeting"]?.date == date)
    }

    @Test("two of the board end the meeting: one alone does not")
    func twoEndIt() throws {
        var sitting = try summoned(("date-by: board", "date-by: 2 of board"))
        try sitting.wait(until: date)
        try sitting.act("end-meeting", by: "bo")
        #expect(try sitting.state == "debate")
        #expect(try sitting.proposal.meetings["general-meeting"]?.ended == nil)
        #expect(try sitting.refusal { try $0.act("end-meeting", by: "bo") } == ["done-already"])
        try sitting.act("end-meeting", by: "cy")
        #expect(try sitting.state == "lapsed")
    }

    @Test("a meeting on a second visit needs a date and a notice of its own")
    func secondMeeting() throws {
        var sitting = try summoned(("outcomes:\n      ended: lapsed", "outcomes:\n      ended: summons"))
        try sitting.wait(until: date)
        try sitting.act("end-meeting", by: "bo")
        #expect(try sitting.state == "summons")
        let next = sitting.zone.adding(Period(3, .weeks), to: sitting.now)
        try sitting.act("set-date", by: "bo", date: next)
        #expect(try sitting.proposal.meetings["general-meeting"]?.opened == nil)
        try sitting.act("give-notice", by: "bo")
        #expect(try sitting.state == "general-meeting")
        #expect(try sitting.proposal.due == next)
        try sitting.wait(until: next)
        #expect(try sitting.state == "debate")
        #expect(try sitting.proposal.due == sitting.zone.adding(Period(6, .hours), to: next))
    }

    @Test("the electorate: members of thirty days when the meeting began, without the person concerned")
    func electorate() throws {
        var sitting = try summoned(concerns: "di")
        let exactly = sitting.zone.adding(Period(-30, .days), to: date)
        for (id, joined) in [("kim", -1), ("lou", 0), ("max", 1)] {
            sitting.roll.enter(
                Member(id: id, classes: [], roles: [], joined: Instant(seconds: exactly.seconds + joined)))
        }
        try sitting.wait(until: date)
        try sitting.wait(Period(1, .hours))
        try sitting.act("put-to-vote", by: "ada")
        #expect(
            try sitting.situation().electorate?.voters.map(\.id) == ["ada", "bo", "cy", "eve", "kim", "lou"])
    }

    private func summoned(_ change: (String, String)? = nil, concerns: String? = nil) throws -> Sitting {
        var sitting =
            if let change { try Sitting("meeting", changing: change) } else { try Sitting("meeting") }
        try sitting.propose(concerns: concerns)
        try sitting.act("submit")
        for id in ["bo", "cy"] {
            try sitting.act("set-date", by: id, date: date)
            if try !sitting.proposal.meetings.isEmpty { break }
        }
        try sitting.wait(until: sitting.zone.adding(Period(-3, .weeks), to: date))
        try sitting.act("give-notice", by: "bo")
        return sitting
    }
}
