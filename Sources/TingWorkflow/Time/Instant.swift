/// A moment: whole seconds since 1970-01-01 00:00:00 UTC.
///
/// Moments are compared and stored as they are; what date they fall on is a
/// question for a ``Zone``.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01 00:00:00 UTC; negative before.
    public let seconds: Int

    /// Makes a moment from seconds since 1970 UTC.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// Earlier comes first.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// The moment as RFC 3339 text in UTC, such as `2026-03-02T09:00:00Z`.
    public var description: String {
        let day = seconds.flooredQuotient(by: 86_400)
        return CivilDate(daysSince1970: day).description + "T"
            + TimeOfDay(secondsOfDay: seconds - day * 86_400).description + "Z"
    }
}

extension Int {
    /// The quotient rounded down, also for negative numbers; the divisor is positive.
    func flooredQuotient(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
