// The one file of the pure modules that imports Foundation: the rules of the
// world's time zones come from the system's time zone data.
import Foundation

/// A time zone of the IANA database, such as `Europe/Stockholm`.
///
/// Turns moments into dates and times on the wall, and back. A local time that
/// a clock change skips is read with the offset in force before the change
/// (02:30 in the skipped hour is the moment when the wall shows 03:30); a local
/// time that occurs twice means the first.
public struct Zone: Hashable, Sendable {
    /// The name in the IANA database.
    public let name: String
    private let rules: TimeZone

    /// Coordinated universal time.
    public static let utc = Zone(name: "UTC", rules: .gmt)

    /// Finds the zone with this name; nil when the system's time zone data has none.
    ///
    /// Abbreviations such as `CET` and fixed offsets are not accepted, since
    /// they do not know when the clocks change.
    public init?(named name: String) {
        if name == "UTC" {
            self = .utc
            return
        }
        guard name.contains("/"), let rules = TimeZone(identifier: name) else { return nil }
        self.init(name: name, rules: rules)
    }

    private init(name: String, rules: TimeZone) {
        self.name = name
        self.rules = rules
    }

    /// Seconds to add to UTC to get local time at a moment.
    public func offset(at instant: Instant) -> Int {
        rules.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
    }

    /// The date and the time on the wall at a moment.
    public func local(_ instant: Instant) -> (date: CivilDate, time: TimeOfDay) {
        let shifted = instant.seconds + offset(at: instant)
        let day = shifted.flooredQuotient(by: 86_400)
        return (CivilDate(daysSince1970: day), TimeOfDay(secondsOfDay: shifted - day * 86_400))
    }

    /// The moment at which the wall shows this date and time.
    public func instant(_ date: CivilDate, _ time: TimeOfDay) -> Instant {
        let wall = date.daysSince1970 * 86_400 + time.secondsOfDay
        let before = offset(at: Instant(seconds: wall - 86_400))
        let after = offset(at: Instant(seconds: wall + 86_400))
        let first = Instant(seconds: wall - before)
        if offset(at: first) == before { return first }
        let second = Instant(seconds: wall - after)
        if offset(at: second) == after { return second }
        return first
    }

    /// The moment at which a date ends, 24:00 local time.
    public func end(of date: CivilDate) -> Instant {
        instant(date.adding(days: 1), TimeOfDay(secondsOfDay: 0))
    }

    /// The moment that lies a period after another: hours and minutes by the
    /// second, days and longer by the calendar at the same time of day.
    public func adding(_ period: Period, to instant: Instant) -> Instant {
        switch period.unit {
        case .minutes: return Instant(seconds: instant.seconds + period.count * 60)
        case .hours: return Instant(seconds: instant.seconds + period.count * 3_600)
        case .days, .weeks, .months, .years:
            let (date, time) = local(instant)
            return self.instant(period.applied(to: date), time)
        }
    }

    /// Zones are equal when their names are.
    public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
