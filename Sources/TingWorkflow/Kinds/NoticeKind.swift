public import TingTally

/// The electorate is told, with the text attached and frozen.
///
/// Where the notice is of a meeting, the meeting's date must be set first, and
/// the notice given within the window the file states.
public struct NoticeKind: StateKind {
    /// The word after `kind:`.
    public static let word = "notice"
    /// Who tells whom, of which meeting, and when.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("to", .phrase(.people), required: true),
        Key("attach", .oneOf(["full text"])), Key("for", .reference(.state)),
        Key("given", .phrase(.window)),
    ]
    /// At most so long, or until it is given.
    public static let clocks: [ClockForm] = [.between, .waits]

    /// Who gives it.
    public let by: People
    /// Who gets it.
    public let to: People
    /// Whether the full text goes with it.
    public let attachesText: Bool
    /// The state of the meeting it calls; nil when it calls none.
    public let meeting: String?
    /// When it may be given; nil when at any time.
    public let window: Window?
    let timing: DeedForm.Timing
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.actors("by") ?? .anyMember
        to = map.people("to") ?? .anyMember
        attachesText = map.one(of: ["full text"], "attach") != nil
        let meeting = map.reference(.state, "for")
        let window = map["given"].flatMap { map.reading.window($0, for: "given") }
        if let window, let meeting, window.meeting != meeting, let node = map["given"] {
            map.reading.error(
                "two-meetings", [.text("for", meeting), .text("given", window.meeting)], at: node)
        }
        self.meeting = meeting ?? window?.meeting
        self.window = window
        timing = map.clock.timingOfDeeds
        mark = map.mark
    }

    /// Given or not.
    public var outcomes: [OutcomeForm] { [OutcomeForm("given", byPeople: true), OutcomeForm("not-given")] }

    /// Giving the notice, and setting the date of its meeting.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        let give = DeedForm("give-notice", by: by, timing: timing, mark: mark)
        guard let meeting, let kind = workflow.meeting(meeting) else { return [give] }
        return [give, kind.setDate(of: meeting)]
    }

    /// A notice of a meeting needs its date, and comes within the window the file states.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        guard let meeting else { return nil }
        if deed.verb == MeetingKind.setDateVerb {
            return MeetingKind.objection(toDateIn: deed, meeting, in: visit, of: workflow, zone: zone)
        }
        guard deed.verb == "give-notice" else { return nil }
        guard let date = visit.meetings[meeting]?.date else {
            return Statement("meeting-date-missing", [.text("meeting", meeting)])
        }
        let facts: [Fact] = [.text("meeting", meeting), .instant("date", date.seconds)]
        guard deed.at < date else { return Statement("meeting-date-past", facts) }
        guard let window else { return nil }
        if !window.isLateEnough(deed.at, for: date, zone: zone), let atMost = window.atMost {
            let earliest = window.earliest(for: date, zone: zone) ?? date
            return Statement(
                "notice-too-early",
                facts + [.text("period", atMost.description), .instant("earliest", earliest.seconds)])
        }
        if !window.isEarlyEnough(deed.at, for: date, zone: zone) {
            return Statement(
                "notice-too-late",
                facts + [
                    .text("period", window.atLeast.description),
                    .instant("latest", window.latest(for: date, zone: zone).seconds),
                ])
        }
        return nil
    }

    /// Given, as soon as it is.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        deed.verb == "give-notice" && visit.tookEffect("give-notice", by: by) ? "given" : nil
    }

    /// Not given in time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "not-given" }

    /// A notice is of a meeting, not of another state.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        guard let meeting, let target = workflow.state(meeting), !target.kind.isMeeting else { return [] }
        let facts: [Fact] = [
            .text("state", state.name), .text("meeting", meeting), .text("kind", target.kind.word),
        ]
        return [Finding(.error, Statement("no-meeting", facts), at: state.mark, width: state.name.count)]
    }
}

extension Window {
    /// The first moment at which it may be done; nil when there is no such bound.
    func earliest(for meeting: Instant, zone: Zone) -> Instant? {
        atMost.map { period in
            let moment = zone.adding(-period, to: meeting)
            return period.isOfDays
                ? zone.instant(zone.local(moment).date, TimeOfDay(secondsOfDay: 0)) : moment
        }
    }

    /// The moment by which it must be done.
    func latest(for meeting: Instant, zone: Zone) -> Instant {
        let moment = zone.adding(-atLeast, to: meeting)
        return atLeast.isOfDays ? zone.end(of: zone.local(moment).date) : moment
    }
}
