import TingTally
import TingWorkflow

/// The deadlines of a state, computed when it is entered, and anew when its clock starts anew.
struct Deadlines {
    /// When people may first end it; nil when they may at once, or never.
    let earliest: Instant?
    /// When it ends by itself; nil when it does not.
    let ends: Instant?

    /// Computes the deadlines of a state.
    ///
    /// - Parameters:
    ///   - instant: When the state is entered, or its clock started anew.
    ///   - entered: When the running visit began, where its clock is started anew; nil on
    ///     entry. The cap on all visits together is counted from there.
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
        case .afterQuorum(_, let atMost): ends = zone.adding(atMost, to: instant)
        case .extendable(let bounds): ends = zone.adding(bounds.endsAfter, to: instant)
        case .untilEnd(let name):
            let meeting = proposal.meetings[name]
            let length = situation.workflow.meeting(name)?.length ?? MeetingKind.longestLength
            ends = meeting?.ended ?? zone.adding(length, to: meeting?.opened ?? instant)
        case .waits, .none: break
        }
        if let date = proposal.dateAhead(of: state) { ends = min(date, ends ?? date) }
        if let cap = state.inTotalAtMost {
            let spent = proposal.spent[state.name] ?? 0
            let left = Instant(seconds: zone.adding(cap, to: entered ?? instant).seconds - spent)
            ends = min(left, ends ?? left)
        }
        self.earliest = earliest
        // What is over already ends now, not in the past.
        self.ends = ends.map { max(instant, $0) }
    }
}

extension Proposal {
    /// The date of the meeting that a state is; nil for another state, and for a meeting that has been held.
    func dateAhead(of state: State) -> Instant? {
        guard state.kind.isMeeting, let meeting = meetings[state.name], meeting.opened == nil else {
            return nil
        }
        return meeting.date
    }
}
