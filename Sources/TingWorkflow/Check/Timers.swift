import TingTally

extension Check {
    /// Every moment that a state counts down to can come.
    static func timers(of state: State, in workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        func add(_ code: String, _ facts: [Fact], _ mends: [Statement]) {
            let statement = Statement(code, [.text("state", state.name)] + facts)
            findings.append(
                Finding(
                    .error, statement, at: state.clockMark, width: state.clock.width, mends: mends))
        }
        // A reminder comes before an end that is known when the state begins.
        if let stay = state.longestStay(in: workflow), !stay.isEmpty {
            let longest = stay.reduce(0) { $0 + $1.longest }
            for reminder in state.reminders where reminder.before.shortest >= longest {
                add(
                    "reminder-too-early", [.text("before", reminder.before.description)],
                    [Statement("mend-later-reminder")])
            }
        }
        switch state.clock {
        case .between(.some(let atLeast), .some(let atMost), .some)
        where atLeast.shortest >= atMost.longest.longest:
            if atLeast == atMost.longest {
                add(
                    "never-ended-early", [.text("period", atLeast.description)],
                    [Statement("mend-exact-time")])
            }
        case .extendable(let bounds) where bounds.endsAfter.shortest >= bounds.extendableTo.longest:
            if bounds.endsAfter == bounds.extendableTo {
                add(
                    "never-extended", [.text("period", bounds.endsAfter.description)],
                    [Statement("mend-exact-time")])
            }
        default: break
        }
        if let total = state.inTotalAtMost, let least = state.minimum.period, total.longest < least.shortest {
            add(
                "total-below-minimum",
                [.text("total", total.description), .text("least", least.description)],
                [Statement("mend-longer-total")])
        }
        return findings + followers(of: state)
    }

    /// What follows after the end comes before the decision ends by itself.
    private static func followers(of state: State) -> [Finding] {
        guard let final = state.kind.final, let sunset = final.sunset else { return [] }
        var findings: [Finding] = []
        func add(_ code: String, _ period: Period) {
            let facts: [Fact] = [
                .text("state", state.name), .text("period", period.description),
                .text("after", sunset.after.description),
            ]
            findings.append(
                Finding(
                    .error, Statement(code, facts), at: state.mark, width: state.name.unicodeScalars.count,
                    mends: [Statement("mend-longer-sunset")]))
        }
        for reminder in sunset.reminders where reminder.before.shortest >= sunset.after.longest {
            add("sunset-reminder-too-early", reminder.before)
        }
        // On a date that the proposal names it comes into force later than any period could tell.
        var delay = 0
        switch final.inForce {
        case .after(let period): delay = period.longest
        case .date: return findings
        case nil: break
        }
        if let review = final.review, review.after.shortest >= sunset.after.longest + delay {
            add("review-after-sunset", review.after)
        }
        return findings
    }
}

extension Clock {
    /// How many columns are underlined below a clock.
    fileprivate var width: Int {
        switch self {
        case .exactly(let periods) where periods.cases.isEmpty:
            periods.otherwise.description.unicodeScalars.count
        case .waits: "waits".count
        default: 1
        }
    }
}
