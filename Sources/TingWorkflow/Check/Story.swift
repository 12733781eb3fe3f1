import TingTally

extension Graph {
    /// A path told step by step, with names, and with the earliest date on which each step can come.
    ///
    /// - Parameters:
    ///   - beginning: The move with which the story begins, on its first day; nil when it begins in a state.
    ///   - most: A story with more steps is cut in the middle.
    func story(_ path: [Move], after beginning: Move? = nil, most: Int = 8) -> [StoryStep] {
        let first = StoryClock.start(of: (beginning.map { [$0] } ?? []) + path, shortest: true) {
            dates(of: path, after: beginning, from: $0).last
        }
        return told(
            (beginning.map { [$0] } ?? []) + path, on: dates(of: path, after: beginning, from: first),
            most: most)
    }

    /// Moves told with their dates.
    func told(_ path: [Move], on dates: [CivilDate], most: Int) -> [StoryStep] {
        var cast = StoryCast(workflow)
        let steps = zip(path, dates).map { move, date in
            StoryStep(on: date, cast.sentence(move, in: self), next: states[move.to].name, mark: move.mark)
        }
        guard steps.count > most else { return steps }
        let head = steps.prefix(most / 2)
        let tail = steps.suffix(most - most / 2 - 1)
        let left = steps.count - head.count - tail.count
        return head + [StoryStep(on: nil, Statement("story-more", [.number("count", left)]))] + tail
    }

    /// The earliest dates of the moves of a path.
    private func dates(of path: [Move], after beginning: Move?, from first: CivilDate) -> [CivilDate] {
        var clock = StoryClock(first)
        var notices: [String: StoryClock] = [:]
        var dates = beginning.map { _ in [first] } ?? []
        if let beginning { keep(&notices, beginning, clock) }
        for move in path {
            clock.pass(leastWait(of: move))
            // A meeting is held no sooner than its notice allows.
            if states[move.from].kind.isMeeting, move.cause == .outcome("held"),
                var noticed = notices[states[move.from].name]
            {
                for state in states {
                    if let window = (state.kind as? NoticeKind)?.window,
                        window.meeting == states[move.from].name
                    {
                        noticed.pass(Wait(period: window.atLeast))
                        break
                    }
                }
                clock = max(clock, noticed)
            }
            keep(&notices, move, clock)
            dates.append(clock.date)
        }
        return dates
    }

    /// Keeps the moment of a notice, by the meeting that it calls.
    private func keep(_ notices: inout [String: StoryClock], _ move: Move, _ clock: StoryClock) {
        guard move.cause == .outcome("given"), let notice = states[move.from].kind as? NoticeKind,
            let meeting = notice.meeting
        else { return }
        notices[meeting] = clock
    }

    /// The least wait of a move; none where an earlier visit may have used up the state's total time.
    func leastWait(of move: Move) -> Wait {
        guard let cap = states[move.from].inTotalAtMost else { return move.least }
        if moves[move.from].contains(where: { path(from: $0.to, to: move.from) != nil }) { return .none }
        return cap.shortest < move.least.seconds(monthsLong: false) ? Wait(period: cap) : move.least
    }
}

/// The calendar of a story: a date, and the seconds of the day.
struct StoryClock: Comparable {
    private(set) var date: CivilDate
    private var seconds = 0

    /// The Monday on which stories begin.
    static let monday = CivilDate(daysSince1970: 20_514)

    init(_ date: CivilDate) {
        self.date = date
    }

    /// Lets a wait pass.
    mutating func pass(_ wait: Graph.Wait) {
        guard let period = wait.period else { return }
        let before = self
        pass(period)
        if let less = wait.less { pass(-less) }
        self = max(self, before)
    }

    /// Lets a period pass: days and longer by the calendar.
    mutating func pass(_ period: Period) {
        switch period.unit {
        case .minutes, .hours:
            let all = seconds + period.count * (period.unit == .hours ? 3_600 : 60)
            let days = all.flooredQuotient(by: 86_400)
            date = date.adding(days: days)
            seconds = all - days * 86_400
        case .days, .weeks, .months, .years: date = period.applied(to: date)
        }
    }

    static func < (left: StoryClock, right: StoryClock) -> Bool {
        (left.date, left.seconds) < (right.date, right.seconds)
    }

    /// The Monday with which a story begins: where months pass, that of the shortest or longest story.
    static func start(
        of path: [Graph.Move], shortest: Bool, end: (CivilDate) -> CivilDate?
    ) -> CivilDate {
        guard path.contains(where: \.least.isOfMonths) else { return monday }
        var best = (days: 0, date: monday)
        for week in 0..<209 {
            let date = monday.adding(days: 7 * week)
            let days = (end(date)?.daysSince1970 ?? 0) - date.daysSince1970
            if week == 0 || (shortest ? days < best.days : days > best.days) { best = (days, date) }
        }
        return best.date
    }
}

extension Graph.Wait {
    /// Whether it is counted in months or years, which are not all alike.
    var isOfMonths: Bool { [period, less].contains { $0.map { !$0.isFixed } ?? false } }
}
