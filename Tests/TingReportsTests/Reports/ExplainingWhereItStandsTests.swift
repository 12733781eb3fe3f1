import Testing
import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow

@Suite("Explaining where a proposal stands") struct ExplainingWhereItStandsTests {
    @Test("the ordinary course: an open vote tells the turnout, and hides how anybody voted")
    func openVote() throws {
        var story = try Story.openFeatureVote()
        story.cast(.yes, 15, "workers")
        story.cast(.no, 9, "users")
        expect(try lines(story, at: Story.day(5)), "why-open-vote")
    }

    @Test(
        "the quorum is met by the ballot that reaches it", arguments: [(24, false), (25, true), (26, true)])
    func quorum(cast: Int, isMet: Bool) throws {
        var story = try Story.openFeatureVote()
        story.cast(.no, cast, "users")
        let row = try #require(
            try why(story, at: Story.day(5)).rows.first { $0.label?.code == "why-label-quorum" })
        #expect(row.mark?.code == (isMet ? "why-met" : "why-not-yet"))
        #expect(row.text["reached"] == .number(cast))
    }

    @Test("the same turnout explains an open vote alike, whatever the ballots say")
    func nothingShowsThrough() throws {
        var first = try Story.openFeatureVote()
        var second = first
        first.cast(.yes, 30, "users")
        second.cast(.no, 30, "workers")
        #expect(try why(first, at: Story.day(5)).json == why(second, at: Story.day(5)).json)
    }

    @Test("a proposal that looks for sponsors says how many it needs, from whom, and what then")
    func sponsors() throws {
        var story = try Story(Procedures.featureRequest)
        story.admit(3, "workers", classes: ["workers"])
        try story.begin("Night rates", text: "x", by: "workers-1")
        try story.act("submit", by: "workers-1", at: Story.day(1))
        try story.act("sponsor", by: "workers-2", at: Story.day(2))
        expect(try lines(story, at: Story.day(3)), "why-sponsors")
    }

    @Test("after the vote the count stands line by line, with the way it went")
    func closed() throws {
        expect(try lines(try Story.classFailure(), at: Story.day(40)), "why-rejected")
        expect(try lines(try Story.archAddition(), at: Story.day(22)), "why-second-discussion")
    }

    private func why(_ story: Story, at now: Instant) throws -> Why {
        try Why(
            story.proposal, in: story.situation, tallies: story.documents, now: now, language: "en")
    }

    private func lines(_ story: Story, at now: Instant) throws -> [String] {
        try why(story, at: now).lines(TestWords.english().telling(timeIn: story.zone))
    }

    private func expect(_ lines: [String], _ name: String) {
        Golden.expect(
            lines.joined(separator: "\n") + "\n", matches: "Tests/TingReportsTests/Goldens/\(name).txt")
    }
}
