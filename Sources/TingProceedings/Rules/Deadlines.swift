import TingTally
import TingWorkflow

/// The deadlines of a state, computed once, when it is entered.
struct Deadlines {
    /// When people may first end it; nil when they may at once, or never.
    let earliest: Instant?
    /// When it ends by itself; nil when it does not.
    let ends: Instant?

    /// How long a meeting may run at most when its workflow does not say: its end closes the votes held at it.
    static let longestMeeting = Period(24, .hours)

    /// Computes the deadlines of a state.
    ///
    /// - Parameters:
    ///   - instant: When the state is entered, or its clock started anew.
    ///   - entered: When the running visit began, where its clock is started anew; nil on entry.
    init(
        entering state: State, _ proposal: Proposal, _ situation: Situation, at instant: Instant,
        since entered: Instant? = nil
    ) {
        let zone = situation.zone
        let subjects = proposal.subjects(in: situation.workflow)
        var earliest: Instant?
        var ends: Instant?
        switch state.clock {
        case .exactly(let period): ends = zone.adding(period.value(touching: subjects), to: instant)
        case .between(let atLeast, let atMost, _):
            earliest = atLeast.map { zone.adding($0, to: instant) }
            ends = atMost.map { zone.adding($0.value(touching: subjects), to: instant) }
        case .extendable(let bounds): ends = zone.adding(bounds.endsAfter, to: instant)
        case .untilEnd(let meeting):
            let opened = proposal.meetings[meeting]?.opened ?? instant
            let length = situation.workflow.meeting(meeting)?.length ?? Deadlines.longestMeeting
            ends = max(instant, zone.adding(length, to: opened))
        case .waits, .none: break
        }
        if state.kind.isMeeting, let date = proposal.meetings[state.name]?.date {
            // A date that lies behind us has been reached: the meeting begins at once.
            ends = max(instant, date)
        }
        if let cap = state.inTotalAtMost {
            let spent = proposal.spent[state.name] ?? 0
            let left = Instant(seconds: zone.adding(cap, to: entered ?? instant).seconds - spent)
            ends = max(instant, min(ends ?? left, left))
        }
        self.earliest = earliest
        self.ends = ends
    }
}
