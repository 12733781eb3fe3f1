import Testing
import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow

@Suite("Reporting rare votes") struct ReportingRareVotesTests {
    @Test("a meeting at which nobody votes is reported as a vote not held")
    func notHeld() throws {
        var story = try Story.meeting()
        try story.pass(to: Story.day(44))
        try story.act(
            "end-meeting", by: "board-1", at: Instant(seconds: Story.day(44).seconds + 7_200),
            choice: "general-meeting")
        let page = try markdown(story.report())
        #expect(
            page.contains(
                "**P-12 is not decided: no ballot was cast at the meeting, so the vote was not held.**"))
        #expect(page.contains("The outcome is: not held."))
        #expect(page.contains("it has lapsed."))
    }

    @Test("options with one name, or names that are written alike, stay apart in the ballot file")
    func namesakes() throws {
        let story = try ranked(
            options: ["Same", "[x]", "(x)"], ballots: [[[0], [1]], [[1], [0]], [[1], [2]]])
        let recount = try story.report().recount
        let file = try ABIF.read(try #require(recount.files.first).text)
        let read = try file.ballots.ranked()
        #expect(file.tokens == ["A", "B", "C", "D", "E"])
        #expect(read.options.first == "A. Same")
        #expect(try Schulze(unranked: .last).count(read).winners == [1])
        #expect(
            recount.steps.map(\.command) == [
                "ting count reports/P-12-vote.abif --method schulze --variant winning-votes --unranked last --default E"
            ])
    }

    @Test("a count that ends in a tie fails where the rule says so, and names the options")
    func tie() throws {
        let page = try markdown(ranked(options: ["Other"], ballots: [[[0], [1]], [[1], [0]]]).report())
        #expect(
            page.contains("**P-12 has failed: the count ended in a tie between A and B; 2 of 10 voted.**"))
        #expect(page.contains("1. A and B, level with one another\n2. C: None of these\n"))
        #expect(page.contains("It was a tie, and under this rule a tie fails."))
    }

    @Test("a ranked vote without a ballot is reported, with a matrix of zeros")
    func noBallots() throws {
        let page = try markdown(ranked(options: ["Other"], ballots: []).report())
        #expect(page.contains("| A   |     |   0 |   0 |\n"))
        #expect(page.contains("0 of 10 voted"))
    }

    private func ranked(options: [String], ballots: [[[Int]]]) throws -> Story {
        let file = Procedures.debianResolution
        let start = try #require(file.firstRange(of: "    each-option:\n")).lowerBound
        let end = try #require(file.firstRange(of: "first: draft")).lowerBound
        let plain = String(file[..<start] + "    each-option: none\n" + file[end...])
        var story = try Story(plain.replacing("Further Discussion", with: "None of these"))
        story.admit(10, "member")
        try story.begin("Same", text: "x", by: "member-1")
        try story.act("submit", by: "member-1", at: Story.day(0))
        for (place, title) in options.enumerated() {
            try story.offer(title, by: "member-\(place + 2)", touches: [])
        }
        try story.pass(to: Story.day(14))
        for (place, ranking) in ballots.enumerated() {
            story.ballots.append(
                Ballot(by: "member-\(place + 1)", content: .ranking(ranking), at: Story.day(15)))
        }
        try story.pass(to: Story.day(30))
        return story
    }

    private func markdown(_ report: TallyReport) throws -> String {
        let file = "Templates/reports/tally.md.mustache"
        let template = PageSource(
            file: file, text: String(decoding: try Golden.bytes(at: file), as: UTF8.self))
        return try report.markdown(TestWords.english(), template: template)
    }
}
