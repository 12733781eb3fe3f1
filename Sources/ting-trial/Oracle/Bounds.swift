import TingTally
import TingWorkflow

/// How long one visit of a state lasts, in seconds: as the engine's deadlines have it.
struct Bounds {
    /// How long nobody can end it, where people can.
    let least: Int
    /// The shortest time after which it ends by itself; nil when it never does.
    let shortest: Int?
    /// The longest; nil when nothing bounds one visit.
    let longest: Int?
    /// How long all visits together last at most; nil for no such bound.
    let total: Int?
    /// Whether somebody named in the clock can end it.
    let canBeEnded: Bool
    /// Whether it lasts an exact time, at whose end deeds are counted.
    let isExact: Bool
    /// Whether it can be over at the moment of its entry, other than by a used-up total.
    let canBeOver: Bool

    /// Whether it ends by itself at some time.
    var hasEnd: Bool { shortest != nil || total != nil }

    /// A meeting of which nobody says how long it is ends after a day.
    private static let longestMeeting = 24 * 3_600

    /// Reads the bounds of a state; `until end of MEETING` needs the workflow.
    init(_ state: State, in workflow: Workflow? = nil) {
        total = state.inTotalAtMost?.longest
        var (least, isExact, canBeEnded, canBeOver) = (0, false, false, false)
        var shortest: Int?
        var longest: Int?
        let further = Bounds.further(state)
        switch state.clock {
        case .exactly(let periods):
            isExact = true
            shortest = periods.all.map(\.shortest).min()
            longest = Bounds.restarted(periods.all, state).map { $0 + further }
        case .between(let atLeast, let atMost, let endedBy):
            least = atLeast?.shortest ?? 0
            canBeEnded = endedBy != nil
            shortest = atMost?.all.map(\.shortest).min()
            longest = atMost.flatMap { Bounds.restarted($0.all, state) }
        case .extendable(let bounds):
            shortest = max(0, bounds.endsAfter.shortest - (bounds.adjustment?.atMost.longest ?? 0))
            longest = bounds.extendableTo.longest + further
        case .afterQuorum(let period, let atMost):
            shortest = period.shortest
            longest = atMost.longest + further
        case .untilEnd(let name):
            shortest = 0
            canBeOver = true
            let meeting = workflow?.states.first { $0.name == name }?.kind as? MeetingKind
            longest = meeting?.length?.longest ?? Bounds.longestMeeting
        case .waits, .none: break
        }
        self.least = least
        self.isExact = isExact
        self.canBeEnded = canBeEnded
        self.canBeOver = canBeOver
        self.shortest = shortest
        self.longest = longest
    }

    /// What a vote can last longer than its clock says.
    private static func further(_ state: State) -> Int {
        guard let vote = state.kind.vote else { return 0 }
        let repeated = vote.repetition.map { $0.by.longest * $0.times } ?? 0
        return (vote.extend?.by.longest ?? 0) + repeated + (vote.faults?.reopenFor.longest ?? 0)
    }

    /// The longest of some times that each amendment starts anew; nil where nothing bounds their number.
    private static func restarted(_ periods: [Period], _ state: State) -> Int? {
        let writing = state.kind.writing
        let restarts = writing.amendments != nil && writing.amendmentsRestartClock
        guard let most = restarts ? writing.amendmentsAtMost : 0 else { return nil }
        return periods.map { Period($0.count * (most + 1), $0.unit).longest }.max()
    }
}
