import Testing
import TingClerk
import TingProceedings
import TingWorkflow

@Suite("Keeping the zone and the language a proposal began with")
struct KeepingTheZoneTests {
    @Test("settings that change later move neither the deadlines nor the words of a running proposal")
    func frozen() throws {
        let coop = try SmallCoop()
        // This workflow names no time zone of its own.
        try coop.propose("feature-request", by: "bo")
        let before = try coop.clerk.file(1, at: SmallCoop.at())
        var settings = SmallCoop.settings
        settings.zone = try #require(Zone(named: "Pacific/Auckland"))
        settings.language = "sv"
        let clerk = Clerk(
            minutes: coop.minutes, library: TestLibrary(), settings: settings, chance: coop.clerk.chance)
        let after = try clerk.file(1, at: SmallCoop.at())
        #expect(after.zone == before.zone)
        #expect(after.situation.language == "en")
        #expect(after.proposal.zone == before.zone.name)
    }
}
