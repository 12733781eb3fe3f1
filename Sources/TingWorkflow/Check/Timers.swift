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
