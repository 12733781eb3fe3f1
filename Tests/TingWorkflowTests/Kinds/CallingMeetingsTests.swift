import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Calling a meeting") struct CallingMeetingsTests {
    let zone: Zone
    let workflow: Workflow

    init() throws {
        zone = try #require(Zone(named: "Europe/Stockholm"))
        workflow = try #require(try Steward.inspect(Steward.text("bylaw-change.yaml")).workflow)
    }

    private func instant(_ date: String, _ time: String) throws -> Instant {
        zone.instant(try #require(CivilDate(text: date)), try #require(TimeOfDay(text: time)))
    }

    private func visit(
        _ state: String, entered: Instant, meeting date: Instant?, notice: Instant? = nil
    ) -> Visit {
        var meetings: [String: Visit.Meeting] = [:]
        if let date {
            meetings["general-meeting"] = Visit.Meeting(date: date)
            meetings["general-meeting"]?.noticeGiven = notice
        }
        return Visit(
            state: state, number: 1, entered: entered, earliestEnd: nil, ends: nil, members: 90,
            subjects: [],
            meetings: meetings)
    }

    private func objection(_ deed: Deed, _ visit: Visit) throws -> String? {
        try #require(workflow.state(visit.state)).kind.objection(
            to: deed, in: visit, of: workflow, zone: zone)?.code
    }

    @Test("the board gives notice and sets the date, in the notice and in the meeting")
    func deeds() throws {
        let notice = try #require(workflow.state("summons")).deeds(in: workflow)
        #expect(notice.map(\.verb) == ["give-notice", "set-date"])
        #expect(notice.last?.carries == [.meetingDate(of: "general-meeting")])
        #expect(
            try #require(workflow.state("general-meeting")).deeds(in: workflow).map(\.verb) == [
                "set-date"
            ])
        #expect(try #require(workflow.state("vote")).deeds(in: workflow).map(\.verb) == ["end-meeting"])
    }

    @Test("a notice waits for the date of its meeting")
    func dateMissing() throws {
        let now = try instant("2026-03-02", "09:00")
        let deed = Deed(verb: "give-notice", by: "ada", at: now)
        #expect(
            try objection(deed, visit("summons", entered: now, meeting: nil)) == "meeting-date-missing")
        #expect(
            try objection(deed, visit("summons", entered: now, meeting: now)) == "meeting-date-past")
    }

    @Test(
        "notice is given six weeks before the meeting at the earliest and four at the latest, by the calendar",
        arguments: [
            ("2026-03-01", "23:59", "notice-too-early"), ("2026-03-02", "00:00", nil),
            ("2026-03-02", "09:00", nil),
            ("2026-03-16", "23:59", nil), ("2026-03-17", "00:00", "notice-too-late"),
        ])
    func window(date: String, time: String, expected: String?) throws {
        // The clocks go forward on 29 March in between.
        let meeting = try instant("2026-04-13", "18:00")
        let now = try instant(date, time)
        let deed = Deed(verb: "give-notice", by: "ada", at: now)
        #expect(try objection(deed, visit("summons", entered: now, meeting: meeting)) == expected)
    }

    @Test("a refusal of a notice names the first and the last moment for it")
    func facts() throws {
        let meeting = try instant("2026-04-13", "18:00")
        let kind = try #require(workflow.state("summons")).kind
        let early = Deed(verb: "give-notice", by: "ada", at: try instant("2026-02-01", "12:00"))
        let tooEarly = kind.objection(
            to: early, in: visit("summons", entered: early.at, meeting: meeting), of: workflow, zone: zone
        )
        #expect(tooEarly?["earliest"] == .instant(try instant("2026-03-02", "00:00").seconds))
        let late = Deed(verb: "give-notice", by: "ada", at: try instant("2026-04-01", "12:00"))
        let tooLate = kind.objection(
            to: late, in: visit("summons", entered: late.at, meeting: meeting), of: workflow, zone: zone)
        #expect(tooLate?["latest"] == .instant(try instant("2026-03-17", "00:00").seconds))
    }

    @Test("a date lies ahead, within the bounds, and leaves a notice given long enough")
    func movingTheDate() throws {
        let entered = try instant("2026-03-02", "09:00")
        func objection(_ date: String, notice: Bool = true) throws -> String? {
            let deed = Deed(
                verb: "set-date", by: "ada", at: try instant("2026-03-05", "09:00"),
                date: try instant(date, "18:00"))
            return try self.objection(
                deed,
                visit(
                    "general-meeting", entered: entered, meeting: instant("2026-04-13", "18:00"),
                    notice: notice ? entered : nil))
        }
        #expect(try objection("2026-03-04") == "meeting-date-past")
        #expect(try objection("2026-03-29") == "meeting-date-before-notice")
        #expect(try objection("2026-03-30") == nil)
        // Six weeks after a notice of Monday 2 March is Monday 13 April.
        #expect(try objection("2026-04-12") == nil)
        #expect(try objection("2026-04-13") == nil)
        #expect(try objection("2026-04-14") == "meeting-date-after-notice")
        #expect(try objection("2026-04-30", notice: false) == nil)
        #expect(try objection("2026-05-01", notice: false) == "meeting-date-too-late")
    }

    @Test("a meeting is held when its date comes within its time, and not held otherwise")
    func held() throws {
        let kind = try #require(workflow.state("general-meeting")).kind
        let date = try instant("2026-04-13", "18:00")
        var visit = visit("general-meeting", entered: try instant("2026-03-02", "09:00"), meeting: date)
        visit.ends = date
        #expect(try kind.outcomeWhenTimeIsUp(in: visit, of: workflow) == "held")
        visit.ends = Instant(seconds: date.seconds - 1)
        #expect(try kind.outcomeWhenTimeIsUp(in: visit, of: workflow) == "not-held")
        visit.meetings = [:]
        #expect(try kind.outcomeWhenTimeIsUp(in: visit, of: workflow) == "not-held")
    }

    @Test("windows in hours go by the second")
    func hours() throws {
        let window = Window(
            atLeast: Period(24, .hours), atMost: Period(48, .hours), meeting: "m", mark: .start)
        let meeting = try instant("2026-04-13", "18:00")
        let at = { (hours: Int, seconds: Int) in
            Instant(seconds: meeting.seconds - hours * 3_600 + seconds)
        }
        #expect(window.isEarlyEnough(at(24, 0), for: meeting, zone: zone))
        #expect(!window.isEarlyEnough(at(24, 1), for: meeting, zone: zone))
        #expect(window.isLateEnough(at(48, 0), for: meeting, zone: zone))
        #expect(!window.isLateEnough(at(48, -1), for: meeting, zone: zone))
    }
}
