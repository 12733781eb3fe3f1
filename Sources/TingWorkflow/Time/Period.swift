/// A length of time as bylaws write it: a whole number of one unit.
///
/// Days and longer units follow the calendar (the same time of day so many
/// days later); hours and minutes are counted by the second.
public struct Period: Hashable, Sendable, CustomStringConvertible {
    /// The units, with their spelling in files.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Sixty seconds each.
        case minutes
        /// Sixty minutes each.
        case hours
        /// Calendar days.
        case days
        /// Seven calendar days each.
        case weeks
        /// Calendar months; a day the month lacks becomes its last day.
        case months
        /// Twelve calendar months each.
        case years
    }

    /// How many units; negative when it points back in time.
    public let count: Int
    /// The unit.
    public let unit: Unit

    /// Makes a period.
    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// The same length of time, pointing back.
    public static prefix func - (period: Period) -> Period { Period(-period.count, period.unit) }

    /// The date that lies the period after another; hours and minutes leave it as it is.
    public func applied(to date: CivilDate) -> CivilDate {
        switch unit {
        case .minutes, .hours: date
        case .days: date.adding(days: count)
        case .weeks: date.adding(days: 7 * count)
        case .months: date.adding(months: count)
        case .years: date.adding(months: 12 * count)
        }
    }

    /// The shortest the period can be, in seconds, whatever date it begins on,
    /// with days of 24 hours.
    public var shortest: Int { seconds(month: 28, year: 365) }

    /// The longest the period can be, in seconds, with days of 24 hours.
    public var longest: Int { seconds(month: 31, year: 366) }

    /// As written in a file: `14 days`, `1 day`.
    public var description: String {
        "\(count) " + (count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
    }

    private func seconds(month: Int, year: Int) -> Int {
        switch unit {
        case .minutes: count * 60
        case .hours: count * 3_600
        case .days: count * 86_400
        case .weeks: count * 7 * 86_400
        case .months: (count / 12 * year + count % 12 * month) * 86_400
        case .years: count * year * 86_400
        }
    }
}
