import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Letting decided matters rest")
struct LettingMattersRestTests {
    private let coop: SmallCoop

    init() throws {
        coop = try SmallCoop()
        // P-1 is refused after seven days, P-2 dropped at once.
        try coop.propose("resting", title: "Night rates")
        try coop.act("submit", by: "bo", at: SmallCoop.at())
        for handle in ["m3", "m4"] { try coop.act("sponsor", by: handle, at: SmallCoop.at()) }
        _ = try coop.clerk.act(
            Clerk.Act(verb: "judge", choice: "refuse", reason: "Too dear."), on: 1, by: coop.id("cy"),
            at: SmallCoop.at(days: 7))
        try coop.propose("resting", title: "Day rates", at: SmallCoop.at(days: 7))
        try coop.act("drop", on: 2, by: "bo", at: SmallCoop.at(days: 7))
    }

    private func refusals(_ body: () throws -> Void) throws -> [String] {
        do { try body() } catch let refusal as Refusal { return refusal.reasons.map(\.statement.code) }
        return []
    }

    private func amend(_ title: String, on number: Int, at days: Int) throws {
        _ = try coop.clerk.amend(
            title: title, text: "Less at night.", sections: [], on: number, by: coop.id("bo"),
            at: SmallCoop.at(days: days))
    }

    @Test("a matter rests up to its last second, and no longer")
    func byTime() throws {
        // 9 March 2026, 09:00 UTC, and one month.
        // One coop for each, since what one try begins, the next would find.
        for (seconds, codes) in [(-1, ["cooling-down"]), (0, []), (1, [])] {
            let coop = try LettingMattersRestTests().coop
            let moment = SmallCoop.at(days: 7 + 31, seconds: seconds)
            let found = try refusals { try coop.propose("resting", title: "day  RATES", at: moment) }
            #expect(found == codes, "\(seconds)")
        }
    }

    @Test("a new title is asked for the rest of its matter, too")
    func amendedTitle() throws {
        try coop.propose("resting", title: "Noon rates", at: SmallCoop.at(days: 8))
        #expect(try refusals { try amend("Day rates", on: 3, at: 8) } == ["cooling-down"])
        #expect(try refusals { try amend("NOON rates", on: 3, at: 8) } == [])
        #expect(try refusals { try amend("Day rates", on: 3, at: 7 + 31 - 2) } == ["cooling-down"])
    }

    @Test("a resubmission needs the sponsors that let it through: three are too few, four enough")
    func unlessSponsors() throws {
        let moment = SmallCoop.at(days: 9)
        try coop.propose("resting", title: "Night rates", at: moment)
        try coop.act("submit", on: 3, by: "bo", at: moment)
        for handle in ["m1", "m2", "m3"] { try coop.act("sponsor", on: 3, by: handle, at: moment) }
        #expect(try coop.clerk.minutes.read { try $0.card(3)?.state } == "support")
        #expect(try coop.clerk.minutes.read { try $0.card(3)?.waits.first?.missing } == 1)
        try coop.act("sponsor", on: 3, by: "m4", at: moment)
        #expect(try coop.clerk.minutes.read { try $0.card(3)?.state } == "talk")
    }

    @Test("a draft may take the title of such a matter, and then needs its sponsors; later it may not")
    func amendedIntoRest() throws {
        let moment = SmallCoop.at(days: 9)
        try coop.propose("resting", title: "Noon rates", at: moment)
        try amend("Night rates", on: 3, at: 9)
        try coop.act("submit", on: 3, by: "bo", at: moment)
        for handle in ["m1", "m2", "m3"] { try coop.act("sponsor", on: 3, by: handle, at: moment) }
        #expect(try coop.clerk.minutes.read { try $0.card(3)?.state } == "support")

        try coop.propose("resting", title: "Evening rates", at: moment)
        try coop.act("submit", on: 4, by: "bo", at: moment)
        for handle in ["m1", "m2"] { try coop.act("sponsor", on: 4, by: handle, at: moment) }
        #expect(
            try refusals { try amend("Night rates", on: 4, at: 9) } == [
                "cooling-down", "cooling-down-until-next",
            ])
    }

    @Test("after the three months it still rests until a general meeting has been held since")
    func untilNext() throws {
        let meetings = { (days: Int) in
            try coop.minutes.write {
                try $0.keepHeld("general-meeting", at: SmallCoop.at(days: days).effective)
            }
        }
        func sponsorsNeeded(at days: Int) throws -> Int? {
            let receipt = try coop.propose("resting", title: "Night rates", at: SmallCoop.at(days: days))
            let number = try #require(receipt.card?.number)
            return try coop.clerk.file(number, at: SmallCoop.at(days: days)).proposal.leastSponsors
        }
        try meetings(6)
        #expect(try sponsorsNeeded(at: 8) == 4)
        // 9 June is 92 days after 9 March.
        #expect(try sponsorsNeeded(at: 7 + 92) == 4)
        try meetings(100)
        #expect(try sponsorsNeeded(at: 101) == nil)
    }
}
