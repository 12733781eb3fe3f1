import Testing
import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Telling what follows after an end") struct TellingWhatFollowsTests {
    /// A board of two that meets a week after the start, decides by those present, and reports.
    private static let procedure = """
        ting: 1
        workflow: board-rule
        title: A rule for a time
        basis: Rules of the board 3
        time-zone: Europe/Stockholm
        needs:
          roles: [board]
        rules:
          of-those-present: {quorum: none, majority: more than 1/2 of present}
        first: meeting
        states:
          meeting:
            kind: meeting
            calendar: board
            date-by: board
            length: 4 hours
            lasts: {at-most: 60 days}
            outcomes: {held: roll, not-held: lapsed}
          roll:
            kind: roll-call
            by: board
            present: at least 1/2 of board
            lasts: until end of meeting
            outcomes: {quorate: vote, not-quorate: lapsed, not-called: lapsed}
          vote:
            kind: vote
            asks: the proposal
            ballot: yes, no or abstain
            secret: no
            change-ballot: never
            electorate: {who: board, as-of: opening}
            proxies: none
            lasts: until end of meeting
            decides: of-those-present
            tie: fails
            close-early: never
            extend: none
            outcomes: {passed: adopted, failed: rejected, not-held: lapsed}
          adopted:
            kind: final
            result: adopted
            in-force: 2 days after
            report: by board to board within 14 days
            review-after: 6 months by board
            sunset: {after: 1 year, renewed-by: board, remind: {to: board, before-end: 2 months}}
          rejected: {kind: final, result: rejected}
          lapsed: {kind: final, result: lapsed}
        """

    private static let meeting = Story.day(7)

    /// Where the vote has closed, with six of the board present and so many yes.
    private func story(yes: Int, present: Int = 6) throws -> Story {
        var story = try Story(Self.procedure)
        story.admit(8, "board", roles: ["board"])
        try story.begin("Night rates", text: "Line one.\nLine two.", by: "board-1")
        try story.act("set-date", by: "board-1", at: Story.day(0), date: Self.meeting)
        try story.pass(to: Self.meeting)
        try story.act("count-present", by: "board-1", at: Self.meeting, choice: String(present))
        story.cast(.yes, yes, "board")
        try story.pass(to: Story.day(8))
        return story
    }

    private func text(_ code: NoticePage.Code, _ story: Story, at instant: Instant) throws -> String {
        let file = "Templates/notices/" + code.file
        let template = PageSource(
            file: file, text: String(decoding: try Golden.bytes(at: file), as: UTF8.self))
        return try NoticePage(
            code, of: story.events, under: story.workflow, at: instant, zone: story.zone,
            assembly: story.assembly, tallies: story.documents, texts: story.texts, language: "en"
        ).text(TestWords.english(), template: template)
    }

    @Test("the ordinary course: the end tells its dates, and what is to be done by now")
    func finished() throws {
        let text = try text(.finished, story(yes: 4), at: Story.day(8))
        #expect(text.contains("It comes into force Wed 11 Mar 2026 13:00 (Europe/Stockholm).\n"))
        #expect(text.contains("It holds until Thu 11 Mar 2027 13:00 (Europe/Stockholm).\n"))
        #expect(text.contains("  ting act P-12 give-report --reason \"...\"   the board\n"))
        #expect(!text.contains("P-12 review"))
        #expect(!text.contains("P-12 renew"))
    }

    @Test("what is past or done is told no more")
    func later() throws {
        var story = try story(yes: 4)
        let due = try #require(try story.proposal.aftermath.reviewDue)
        var told = try text(.reviewDue, story, at: due)
        #expect(told.contains("  ting act P-12 review --reason \"...\""))
        #expect(told.contains("  ting act P-12 give-report --reason \"...\""))
        #expect(!told.contains("It comes into force"))
        #expect(!told.contains("It is to be"))
        let report = Story.digest(Array("Done.".utf8))
        story.texts[report] = "Done."
        story.events.append(
            ProposalEvent(
                at: Story.day(9),
                .acted(
                    Deed(
                        verb: "give-report", by: "board-1", at: Story.day(9), reason: report.hex,
                        date: Story.day(9)))))
        told = try text(.reviewDue, story, at: due)
        #expect(!told.contains("give-report"))
        #expect(try text(.reportGiven, story, at: Story.day(9)).contains("\nDone.\n"))
        story.texts[report] = nil
        #expect(
            try text(.reportGiven, story, at: Story.day(9)).contains("The text has been erased"))
    }

    @Test("a reminder says that the decision can be renewed, from the file")
    func renewable() throws {
        let expires = try #require(try story(yes: 4).proposal.aftermath.expires)
        let told = try text(.expiresSoon, story(yes: 4), at: Instant(seconds: expires.seconds - 86_400))
        #expect(told.contains("ends soon unless it is renewed.\n"))
        #expect(told.contains("  ting act P-12 renew --reason \"...\""))
    }

    @Test(
        "a vote by those present is counted again with the number it came to",
        arguments: [(3, VoteOutcome.failed), (4, .passed), (5, .passed)])
    func recount(yes: Int, outcome: VoteOutcome) throws {
        let report = try story(yes: yes).report()
        #expect(report.closed.outcome == outcome.rawValue)
        let step = try #require(report.recount.steps.first)
        #expect(step.words.suffix(2) == ["--majority", "at least 4 yes"])
        let file = try #require(report.recount.files.first)
        let rule = try YesNoRule(quorum: nil, majorities: ["at least 4 yes"])
        #expect(try rule.decide(ABIF.read(file.text).yesNoBallots()).outcome == outcome)
    }
}
