import TingTally
import TingWorkflow

extension State {
    /// Why the state's end may not be moved there; nil when it may.
    ///
    /// The bounds are counted from the usual end, so several moves together stay within them.
    func objection(toEnding end: Instant, in visit: Visit, zone: Zone) -> Statement? {
        guard case .extendable(let bounds) = clock, let adjustment = bounds.adjustment else { return nil }
        let usual = zone.adding(bounds.endsAfter, to: visit.entered)
        let earliest = zone.adding(-adjustment.atMost, to: usual)
        let latest = min(
            zone.adding(adjustment.atMost, to: usual), zone.adding(bounds.extendableTo, to: visit.entered))
        guard end < earliest || end > latest else { return nil }
        return Statement(
            "end-out-of-bounds",
            [
                .text("state", name), .instant("date", end.seconds),
                .instant("earliest", earliest.seconds), .instant("latest", latest.seconds),
            ])
    }
}
