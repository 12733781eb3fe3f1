import Testing
import TingWorkflow

/// Day numbers and seconds come from GNU date.
@Suite("Reckoning time") struct ReckoningTimeTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }
    private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text: text)) }

    @Test(
        "dates are counted in days since 1970, and back",
        arguments: [
            ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2100-03-01", 47_541, 1),
            ("1900-03-01", -25_508, 4),
            ("9999-12-31", 2_932_896, 5), ("0001-01-01", -719_162, 1),
        ])
    func days(text: String, number: Int, weekday: Int) throws {
        let date = try date(text)
        #expect(date.daysSince1970 == number)
        #expect(date.weekday == weekday)
        #expect(CivilDate(daysSince1970: number) == date)
        #expect(date.description == text)
    }

    @Test(
        "a date that does not exist is no date",
        arguments: [
            "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1",
            "2026-04-01 ", "0000-01-01",
        ])
    func noDate(text: String) {
        #expect(CivilDate(text: text) == nil)
    }

    @Test("a day that a month lacks becomes its last day")
    func months() throws {
        #expect(try date("2026-01-31").adding(months: 1) == date("2026-02-28"))
        #expect(try date("2028-01-31").adding(months: 1) == date("2028-02-29"))
        #expect(try date("2026-03-31").adding(months: -1) == date("2026-02-28"))
        #expect(try date("2026-11-30").adding(months: 3) == date("2027-02-28"))
        #expect(try Period(1, .years).applied(to: date("2028-02-29")) == date("2029-02-28"))
    }

    @Test("a day has 24 hours but on two days a year; days follow the calendar and hours the clock")
    func clockChanges() throws {
        let zone = try #require(Zone(named: "Europe/Stockholm"))
        let before = zone.instant(try date("2026-03-28"), try time("18:00"))
        let after = zone.adding(Period(1, .days), to: before)
        #expect(after.seconds - before.seconds == 23 * 3_600)
        #expect(zone.adding(Period(24, .hours), to: before).seconds - before.seconds == 24 * 3_600)
        #expect(zone.local(after).time == (try time("18:00")))
        let autumn = zone.instant(try date("2026-10-24"), try time("18:00"))
        #expect(zone.adding(Period(1, .days), to: autumn).seconds - autumn.seconds == 25 * 3_600)
    }

    @Test("a skipped time is read with the offset before, and a time that occurs twice is the first")
    func gapAndFold() throws {
        let zone = try #require(Zone(named: "Europe/Stockholm"))
        #expect(zone.instant(try date("2026-03-29"), try time("01:59:59")).seconds == 1_774_745_999)
        let skipped = zone.instant(try date("2026-03-29"), try time("02:30"))
        #expect(skipped.seconds == 1_774_746_000 + 1_800)
        #expect(zone.local(skipped).time == (try time("03:30")))
        let twice = zone.instant(try date("2026-10-25"), try time("02:30"))
        #expect(twice.seconds == 1_792_890_000 - 1_800)
        #expect(zone.instant(try date("2026-10-25"), try time("03:00")).seconds == 1_792_890_000 + 3_600)
    }

    @Test("a date ends at 24:00 local time, whether its day has 23, 24 or 25 hours")
    func endOfDay() throws {
        let zone = try #require(Zone(named: "Europe/Stockholm"))
        for day in ["2026-03-28", "2026-03-29", "2026-10-25"] {
            let end = zone.end(of: try date(day))
            #expect(zone.local(Instant(seconds: end.seconds - 1)).date == (try date(day)))
            #expect(zone.local(end).date == (try date(day)).adding(days: 1))
        }
    }

    @Test("a time zone is known by its name in the IANA database alone")
    func zones() {
        #expect(Zone(named: "UTC") == .utc)
        for name in ["CET", "Europe/Stokholm", "+01:00", "", "stockholm"] {
            #expect(Zone(named: name) == nil)
        }
    }

    @Test("moments are written in UTC, before 1970 too")
    func text() {
        #expect(Instant(seconds: 1_774_746_000).description == "2026-03-29T01:00:00Z")
        #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
    }

    @Test("a period knows its shortest and its longest length")
    func lengths() {
        #expect(Period(1, .months).shortest == 28 * 86_400)
        #expect(Period(1, .months).longest == 31 * 86_400)
        #expect(Period(12, .months).shortest == 365 * 86_400)
        #expect(Period(1, .years).longest == 366 * 86_400)
        #expect(Period(14, .days).shortest == Period(2, .weeks).longest)
        #expect(Period(1, .days).description == "1 day")
        #expect(Period(2, .weeks).description == "2 weeks")
    }
}
