/// A time on the clock, to the second, without a date and without a zone.
public struct TimeOfDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Seconds since 00:00:00, 0 to 86,400; 86,400 is 24:00, the end of the day.
    public let secondsOfDay: Int

    /// Makes a time from the seconds since midnight.
    public init(secondsOfDay: Int) {
        self.secondsOfDay = secondsOfDay
    }

    /// Reads `20:00` or `20:00:30`, also `24:00`; nil for anything else.
    public init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count),
            parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]),
            let seconds = parts.count == 3 ? Int(parts[2]) : 0,
            minutes < 60, seconds < 60, hours < 24 || (hours == 24 && minutes + seconds == 0)
        else { return nil }
        secondsOfDay = hours * 3_600 + minutes * 60 + seconds
    }

    /// Earlier comes first.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.secondsOfDay < right.secondsOfDay
    }

    /// The time as `20:00:00`.
    public var description: String {
        (secondsOfDay / 3_600).padded(to: 2) + ":" + (secondsOfDay / 60 % 60).padded(to: 2) + ":"
            + (secondsOfDay % 60).padded(to: 2)
    }
}
