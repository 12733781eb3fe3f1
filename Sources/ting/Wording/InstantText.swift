import TingReports
import TingTally
import TingWorkflow

/// Moments as people write and read them.
enum InstantText {
    /// Reads `2026-03-02`, `2026-03-02T09:00`, `2026-03-02 09:00` (local time) or
    /// `2026-03-02T08:00:00Z`; a date alone is the beginning of that day. Nil for anything else.
    static func read(_ text: String, in zone: Zone) -> Instant? {
        let isUTC = text.hasSuffix("Z")
        let parts = (isUTC ? String(text.dropLast()) : text)
            .split(omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }.map(String.init)
        guard (1...2).contains(parts.count), let date = CivilDate(text: parts[0]) else { return nil }
        guard parts.count == 2 else { return isUTC ? nil : zone.instant(date, TimeOfDay(secondsOfDay: 0)) }
        guard let time = TimeOfDay(text: parts[1]) else { return nil }
        return (isUTC ? Zone.utc : zone).instant(date, time)
    }

    /// Writes a moment: `Fri 27 Nov 20:00`, with the year where it is not this one.
    static func write(_ instant: Instant, in zone: Zone, now: Instant, words: Words) -> String {
        let (date, time) = zone.local(instant)
        let year = zone.local(now).date.year
        var facts: [Fact] = [
            .text("weekday", words.plain("weekday.\(date.weekday)")), .number("day", date.day),
            .text("month", words.plain("month.\(date.month)")), .number("year", date.year),
            .text("time", String(time.description.prefix(5))),
        ]
        if time.secondsOfDay % 60 != 0 { facts[4] = .text("time", time.description) }
        return words.plain(date.year == year ? "moment.this-year" : "moment.with-year", facts)
    }
}
