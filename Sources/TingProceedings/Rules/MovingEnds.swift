import TingTally
import TingWorkflow

extension Course {
    /// Moves the end of the current state.
    mutating func moveClock(
        to end: Instant, earliest: Instant?, why: String, at instant: Instant
    ) {
        record(
            .clockMoved(
                ProposalEvent.ClockMoved(from: proposal.visit?.ends, to: end, earliest: earliest, why: why)),
            at: instant)
        if let state = try? state() { remind(of: state, at: instant) }
    }

    /// Starts the clock anew, or leaves as much time as the state promises, when the text has changed.
    mutating func followAmendment(in state: State, at instant: Instant) {
        guard state.kind.writing.amendmentsRestartClock else { return leaveTime(in: state, at: instant) }
        let deadlines = Deadlines(
            entering: state, proposal, situation, at: instant, since: proposal.visit?.entered)
        guard var ends = deadlines.ends, let visit = proposal.visit else { return }
        // An end that may be moved so far stays within that, also where the clock starts anew.
        if case .extendable = state.clock, let latest = proposal.latestEnd(of: state, in: situation) {
            ends = min(ends, latest)
        }
        guard (ends, deadlines.earliest) != (visit.ends, visit.earliestEnd) else { return }
        moveClock(
            to: ends, earliest: deadlines.earliest, why: ProposalEvent.ClockMoved.amended, at: instant)
    }

    /// Leaves as much time as the state promises after an amendment or a new option, up to its latest end.
    mutating func leaveTime(in state: State, at instant: Instant) {
        guard case .extendable(let bounds) = state.clock, let left = bounds.leftAfterAmendment,
            let visit = proposal.visit, let ends = visit.ends
        else { return }
        let wanted = situation.zone.adding(left, to: instant)
        let end = min(wanted, proposal.latestEnd(of: state, in: situation) ?? wanted)
        guard end > ends else { return }
        moveClock(
            to: end, earliest: visit.earliestEnd, why: ProposalEvent.ClockMoved.amended, at: instant)
    }
}

extension Proposal {
    /// The latest moment at which this visit of the current state may end, however
    /// its end is moved; nil when nothing bounds it.
    func latestEnd(of state: State, in situation: Situation) -> Instant? {
        guard let visit else { return nil }
        let zone = situation.zone
        let subjects = subjects(in: situation.workflow)
        var latest: Instant?
        switch state.clock {
        case .between(_, let atMost, _):
            latest = atMost.map { zone.adding($0.value(touching: subjects), to: visit.entered) }
        case .extendable(let bounds): latest = zone.adding(bounds.extendableTo, to: visit.entered)
        case .exactly, .waits, .untilEnd, .afterQuorum, .none: break
        }
        if let cap = state.inTotalAtMost {
            let spent = spent[state.name] ?? 0
            let left = Instant(seconds: zone.adding(cap, to: visit.entered).seconds - spent)
            latest = min(left, latest ?? left)
        }
        return latest
    }

    /// Between which moments people may move the end of the current state; nil when nobody may.
    ///
    /// The bound is on all adjustments of the visit together, either way; what
    /// amendments have added is not counted.
    func adjustableEnds(of state: State, in situation: Situation) -> ClosedRange<Instant>? {
        guard case .extendable(let bounds) = state.clock, let adjustment = bounds.adjustment,
            let ends = visit?.ends
        else { return nil }
        let unadjusted = Instant(seconds: ends.seconds - adjusted)
        let earliest = situation.zone.adding(-adjustment.atMost, to: unadjusted)
        let latest = situation.zone.adding(adjustment.atMost, to: unadjusted)
        return earliest...max(earliest, min(latest, latestEnd(of: state, in: situation) ?? latest))
    }
}
