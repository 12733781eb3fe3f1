import TingTally

extension Check {
    /// Nobody has to act at once, and no vote falls wholly on days of rest.
    static func shortTimes(_ workflow: Workflow) -> [Finding] {
        workflow.states.compactMap { state in
            guard state.kind.final == nil, !state.kind.isMeeting, let stay = state.longestStay(in: workflow),
                !stay.isEmpty
            else { return nil }
            if case .untilEnd = state.clock { return nil }
            let longest = state.clock.usualLength ?? stay.reduce(0) { $0 + $1.longest }
            func finding(_ code: String, _ story: [StoryStep] = []) -> Finding {
                let facts: [Fact] = [.text("state", state.name), .number("hours", longest / 3_600)]
                return Finding(
                    .warning, Statement(code, facts), at: state.clockMark, width: 1, story: story,
                    mends: [Statement("mend-longer-state", [.text("state", state.name)])])
            }
            let isActedIn = state.kind.vote != nil || !state.kind.deeds(in: workflow).isEmpty
            guard isActedIn else { return nil }
            if longest < 86_400 { return finding("acting-at-once") }
            guard state.kind.vote != nil, longest <= 2 * 86_400 else { return nil }
            let saturday = StoryClock.monday.adding(days: 5)
            let last = saturday.adding(days: longest / 86_400)
            return finding(
                "vote-on-a-weekend",
                [
                    StoryStep(on: saturday, Statement("tale-vote-opens", [.text("state", state.name)])),
                    StoryStep(on: last, Statement("tale-vote-closes", [.text("state", state.name)])),
                ])
        }
    }

    /// A meeting can be held as soon as its notice allows.
    static func meetingTimes(_ workflow: Workflow) -> [Finding] {
        workflow.states.compactMap { state in
            guard let window = (state.kind as? NoticeKind)?.window,
                let meeting = workflow.state(window.meeting),
                meeting.kind.isMeeting, let given = state.exit("given"), given.goto == meeting.name,
                case .between(_, .some(let atMost), _) = meeting.clock
            else { return nil }
            // The meeting waits for its date from the notice on.
            guard window.atLeast.shortest > atMost.longest.longest else { return nil }
            let facts: [Fact] = [
                .text("state", state.name), .text("meeting", meeting.name),
                .text("notice", window.atLeast.description),
                .text("most", atMost.longest.description),
            ]
            return Finding(
                .error, Statement("meeting-never-in-time", facts), at: meeting.clockMark, width: 1,
                mends: [Statement("mend-longer-state", [.text("state", meeting.name)])])
        }
    }

    /// Time promised in days is kept by hours, and the other way, when the clocks are changed.
    ///
    /// Every day of four years on which the time could begin is tried, in the zone of the file.
    static func clockChanges(_ workflow: Workflow) -> [Finding] {
        guard let zone = workflow.timeZone.flatMap(Zone.init(named:)), zone != .utc else { return [] }
        return workflow.promises.timeBetween.compactMap { interval in
            guard interval.atLeast.isFixed else { return nil }
            let graph = Graph(workflow)
            guard
                let (seconds, path) = QuickestWay.find(
                    graph, from: interval.from, to: interval.to, monthsLong: false),
                seconds == interval.atLeast.shortest,
                path.contains(where: {
                    graph.leastWait(of: $0).period.map { $0.isOfDays != interval.atLeast.isOfDays } ?? false
                })
            else { return nil }
            guard
                let day = firstBroken(
                    path.compactMap { graph.leastWait(of: $0).period }, interval.atLeast, zone)
            else { return nil }
            let facts: [Fact] = [
                .text("from", interval.from.description), .text("to", interval.to.description),
                .text("promised", interval.atLeast.description), .text("date", day.description),
                .text("zone", zone.name),
            ]
            return Finding(
                .warning, Statement("promise-across-clock-change", facts), at: interval.mark,
                width: "time-between".count, mends: [Statement("mend-one-unit")])
        }
    }

    /// The first day of four years on which the periods take less than what was promised.
    private static func firstBroken(_ periods: [Period], _ promised: Period, _ zone: Zone) -> CivilDate? {
        for days in 0..<1_461 {
            let date = StoryClock.monday.adding(days: days)
            let start = zone.instant(date, TimeOfDay(secondsOfDay: 12 * 3_600))
            var end = start
            for period in periods { end = zone.adding(period, to: end) }
            if end < zone.adding(promised, to: start) { return date }
        }
        return nil
    }
}

extension Clock {
    /// The usual length in seconds, where the clock may be extended beyond it; else nil.
    fileprivate var usualLength: Int? {
        if case .extendable(let bounds) = self { bounds.endsAfter.longest } else { nil }
    }
}
