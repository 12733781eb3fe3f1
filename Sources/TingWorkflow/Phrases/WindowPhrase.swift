import TingTally

/// How long before a meeting something must be done: `4 to 6 weeks before general-meeting`.
///
/// Days and longer units are counted by the calendar, from the date on which
/// it is done to the date of the meeting, whatever the time of day.
public struct Window: Hashable, Sendable {
    /// At least so long before.
    public let atLeast: Period
    /// At most so long before; nil for no such bound.
    public let atMost: Period?
    /// The name of the meeting's state.
    public let meeting: String
    /// Where it stands in the file.
    public let mark: Mark

    /// Makes a window.
    public init(atLeast: Period, atMost: Period?, meeting: String, mark: Mark) {
        self.atLeast = atLeast
        self.atMost = atMost
        self.meeting = meeting
        self.mark = mark
    }

    /// Whether a moment is late enough: not longer before the meeting than allowed.
    public func isLateEnough(_ moment: Instant, for meeting: Instant, zone: Zone) -> Bool {
        guard let atMost else { return true }
        return !Window.comes(moment, before: meeting, less: atMost, zone: zone)
    }

    /// Whether a moment is early enough: at least as long before the meeting as asked.
    public func isEarlyEnough(_ moment: Instant, for meeting: Instant, zone: Zone) -> Bool {
        !Window.comes(meeting, before: moment, plus: atLeast, zone: zone)
    }

    /// Whether a moment comes before the meeting less a period.
    private static func comes(_ moment: Instant, before meeting: Instant, less period: Period, zone: Zone)
        -> Bool
    {
        switch period.unit {
        case .minutes, .hours: moment < zone.adding(-period, to: meeting)
        case .days, .weeks, .months, .years:
            zone.local(moment).date < (-period).applied(to: zone.local(meeting).date)
        }
    }

    /// Whether the meeting less a period comes before a moment.
    private static func comes(_ meeting: Instant, before moment: Instant, plus period: Period, zone: Zone)
        -> Bool
    {
        switch period.unit {
        case .minutes, .hours: zone.adding(-period, to: meeting) < moment
        case .days, .weeks, .months, .years:
            (-period).applied(to: zone.local(meeting).date) < zone.local(moment).date
        }
    }
}

extension Reading {
    /// Reads a window before a meeting.
    func window(_ node: Node, for key: String) -> Window? {
        guard var phrase = PhraseReader(node, .window, key: key, reading: self) else { return nil }
        let atLeast: Period
        var atMost: Period?
        if phrase.take("at", "least") {
            guard let period = phrase.period() else { return nil }
            atLeast = period
        } else {
            let start = phrase.position
            guard let low = phrase.number() else { return nil }
            guard phrase.take("to") else {
                phrase.unexpected()
                return nil
            }
            guard let high = phrase.number(), let unit = phrase.unit(after: high) else { return nil }
            guard low <= high, high <= PhraseReader.mostUnits else {
                phrase.report(
                    Statement("window-order", [.number("from", low), .number("to", high)]), word: start,
                    through: start + 2)
                return nil
            }
            atLeast = Period(low, unit)
            atMost = Period(high, unit)
        }
        guard phrase.take("before") else {
            phrase.unexpected()
            return nil
        }
        let index = phrase.position
        guard let meeting = phrase.state(), phrase.finish() else { return nil }
        return Window(atLeast: atLeast, atMost: atMost, meeting: meeting, mark: phrase.mark(of: index))
    }
}

extension PhraseReader {
    /// Reads the name of a state.
    mutating func state() -> String? {
        guard let word = peek else {
            unexpected(allowed: reading.declared[.state])
            return nil
        }
        guard reading.declared[.state].contains(word) else {
            report(
                Statement("unknown-state", [.text("name", word)]), word: position,
                allowed: reading.declared[.state],
                suggestion: didYouMean(word, among: reading.declared[.state]))
            return nil
        }
        _ = next()
        return word
    }
}
