public import TingTally

/// A meeting of the assembly's calendar: a role sets its date and may move it; it is held.
///
/// The state waits for the date and ends as `held` when it comes; states that
/// last until the end of the meeting follow. It ends as `not-held` when its
/// time is up and the date has not come.
public struct MeetingKind: StateKind {
    /// The word after `kind:`.
    public static let word = "meeting"
    /// Which meeting of the calendar, who sets its date, and how long it is.
    public static let keys = [
        Key("calendar", .phrase(.name), required: true),
        Key("date-by", .phrase(.people), required: true),
        Key("length", .phrase(.duration)), Key("consecutive-to", .reference(.state)),
    ]
    /// At most so long, or until its date comes.
    public static let clocks: [ClockForm] = [.between, .waits]
    /// The deed that sets the date.
    public static let setDateVerb = "set-date"
    /// The deed that ends the meeting.
    public static let endVerb = "end-meeting"

    /// How long a meeting may run at most when its workflow does not say: its end closes the votes held at it.
    public static let longestLength = Period(24, .hours)

    /// The name of the meeting in the assembly's calendar.
    public let calendar: String
    /// Who sets its date.
    public let dateBy: People
    /// How long it lasts when nobody ends it before; nil when somebody must end it.
    public let length: Period?
    /// The earlier meeting on which this one follows, no other of the same calendar between; nil for none.
    public let consecutiveTo: String?
    let name: String
    let mark: Mark
    let clock: Clock

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        calendar = map.text("calendar") ?? map.name
        dateBy = map.actors("date-by") ?? .anyMember
        length = map.period("length")
        consecutiveTo = map.reference(.state, "consecutive-to")
        name = map.name
        mark = map.mark
        clock = map.clock
    }

    /// It is one.
    public var isMeeting: Bool { true }

    /// Held or not.
    public var outcomes: [OutcomeForm] {
        let own = consecutiveTo == nil ? [] : [OutcomeForm("not-consecutive", byPeople: true)]
        return [OutcomeForm("held", byPeople: true)] + own + [OutcomeForm("not-held")]
    }

    /// Setting or moving the date.
    public func deeds(in workflow: Workflow) -> [DeedForm] { [setDate(of: name)] }

    /// A date lies ahead and within the bounds, and leaves a notice already given long enough.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone)
        -> Statement?
    {
        guard deed.verb == Self.setDateVerb else { return nil }
        if let objection = Self.objection(toDateIn: deed, name, in: visit, of: workflow, zone: zone) {
            return objection
        }
        guard let date = deed.date, case .between(_, .some(let bounds), _) = clock else { return nil }
        let atMost = bounds.value(touching: visit.subjects)
        let latest = zone.adding(atMost, to: visit.entered)
        guard date > latest else { return nil }
        return Statement(
            "meeting-date-too-late",
            [
                .text("meeting", name), .instant("date", date.seconds), .text("period", atMost.description),
                .instant("latest", latest.seconds),
            ])
    }

    /// Held when its date has come by then.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        guard let date = visit.meetings[name]?.date else { return "not-held" }
        guard date <= visit.ends ?? date else { return "not-held" }
        guard let earlier = consecutiveTo, let first = visit.meetings[earlier]?.opened else { return "held" }
        let isBroken = visit.held[calendar]?.contains { first < $0 && $0 < date } ?? false
        return isBroken ? "not-consecutive" : "held"
    }

    /// What a meeting follows on is another meeting, of the same calendar.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        guard let earlier = consecutiveTo else { return [] }
        let others = workflow.states.filter { other in
            other.name != name && workflow.meeting(other.name)?.calendar == calendar
        }.map(\.name)
        guard !others.contains(earlier) else { return [] }
        let facts: [Fact] = [
            .text("state", state.name), .text("meeting", earlier), .text("calendar", calendar),
        ]
        return [
            Finding(
                .error, Statement("no-meeting-before", facts), at: state.mark,
                width: state.name.unicodeScalars.count, allowed: others)
        ]
    }

    /// The deed that sets the meeting's date.
    func setDate(of meeting: String) -> DeedForm {
        DeedForm(
            Self.setDateVerb, by: dateBy, carries: [.meetingDate(of: meeting)], times: .often, mark: mark)
    }

    /// The deed that ends the meeting.
    func end() -> DeedForm { DeedForm(Self.endVerb, by: dateBy, mark: mark) }

    /// Why a date may not be set: it is past, or a notice already given would be too late or too early for it.
    static func objection(
        toDateIn deed: Deed, _ meeting: String, in visit: Visit, of workflow: Workflow, zone: Zone
    ) -> Statement? {
        guard let date = deed.date else { return nil }
        let facts: [Fact] = [.text("meeting", meeting), .instant("date", date.seconds)]
        guard date > deed.at else { return Statement("meeting-date-past", facts) }
        // A meeting that was held has used up its notice.
        guard let known = visit.meetings[meeting], known.opened == nil, let given = known.noticeGiven else {
            return nil
        }
        for state in workflow.states {
            guard let window = (state.kind as? NoticeKind)?.window, window.meeting == meeting else {
                continue
            }
            let notice = Fact.instant("given", given.seconds)
            if !window.isEarlyEnough(given, for: date, zone: zone) {
                return Statement(
                    "meeting-date-before-notice",
                    facts + [notice, .text("period", window.atLeast.description)])
            }
            if let atMost = window.atMost, !window.isLateEnough(given, for: date, zone: zone) {
                return Statement(
                    "meeting-date-after-notice", facts + [notice, .text("period", atMost.description)])
            }
        }
        return nil
    }
}

extension Workflow {
    /// The meeting of a state; nil when the state is no meeting.
    public func meeting(_ state: String) -> MeetingKind? { self.state(state)?.kind as? MeetingKind }
}

extension Period {
    /// Whether the period is counted by the calendar.
    var isOfDays: Bool { unit != .minutes && unit != .hours }
}
