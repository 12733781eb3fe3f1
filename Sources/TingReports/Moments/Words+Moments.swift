import TingTally
public import TingWorkflow

extension Words {
    /// The same words, with every moment written as the clock on the wall shows it in a zone.
    ///
    /// The year is always there, so the same moment is written alike whenever it
    /// is read.
    ///
    /// - Parameter isZoneNamed: Whether the zone stands behind every moment; a page that says it
    ///   once does without.
    public func telling(timeIn zone: Zone, isZoneNamed: Bool = false) -> Words {
        let plain = self
        let suffix = isZoneNamed ? " (\(zone.name))" : ""
        var words = self
        words.instant = { plain.moment(Instant(seconds: $0), in: zone) + suffix }
        return words
    }

    /// A moment as date and time in a zone, such as `Fri 27 Nov 2026 20:00`.
    ///
    /// Seconds are written where there are any.
    public func moment(_ instant: Instant, in zone: Zone) -> String {
        let (date, time) = zone.local(instant)
        let text = time.description
        return plain(
            "moment.with-year",
            [
                .text("weekday", plain("weekday.\(date.weekday)")), .number("day", date.day),
                .text("month", plain("month.\(date.month)")), .number("year", date.year),
                .text("time", text.hasSuffix(":00") ? String(text.dropLast(3)) : text),
            ])
    }
}
