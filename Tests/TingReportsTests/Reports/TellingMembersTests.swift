import Testing
import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow

@Suite("Telling members") struct TellingMembersTests {
    @Test("the ordinary course: a vote opens, with its end and the command that casts a ballot")
    func voteOpened() throws {
        try expect(.voteOpened, Story.classFailure(), at: Story.day(3), "notice-vote-opened")
    }

    @Test("a vote closes, with its result, the reason, and what comes next")
    func voteClosed() throws {
        try expect(.voteClosed, Story.classFailure(), at: Story.day(10), "notice-vote-closed")
    }

    @Test("a state begins, with what can be done in it")
    func stateEntered() throws {
        try expect(.stateEntered, Story.classFailure(), at: Story.day(1), "notice-state-entered")
    }

    @Test("a proposal ends")
    func finished() throws {
        try expect(.finished, Story.classFailure(), at: Story.day(10), "notice-finished")
    }

    @Test("a reminder comes before the end, with the time that is left")
    func reminder() throws {
        try expect(.reminder, Story.openFeatureVote(), at: Story.day(8), "notice-reminder")
    }

    @Test("a ranked vote lists its options")
    func ranked() throws {
        let text = try text(.voteOpened, Story.debian2008(), at: Story.day(14))
        #expect(text.contains("  B  Allow Lenny to release with proprietary firmware (3:1)\n"))
        #expect(text.contains("  ting vote P-5 \"A>B>C>D>E>F>G\"\n"))
    }

    @Test("a notice that is sent late says what was so when it became due")
    func late() throws {
        let early = try text(.voteOpened, Story.openFeatureVote(), at: Story.day(3))
        #expect(try text(.voteOpened, Story.classFailure(), at: Story.day(3)) == early)
    }

    @Test("a title cannot forge a second header or a line of the mail")
    func forging() throws {
        var story = try Story(Procedures.featureRequest)
        story.admit(3, "workers", classes: ["workers"])
        try story.begin("x", text: "x", by: "workers-1")
        story.forge(title: "x\nBcc: everybody\n\nbody")
        let text = try text(.stateEntered, story, at: Story.day(0))
        #expect(text.hasPrefix("Subject: draft: P-12 x\\nBcc: everybody\\n\\nbody\n\n"))
    }

    @Test("the record must have what the notice tells", arguments: NoticePage.Code.allCases)
    func nothingToTell(code: NoticePage.Code) throws {
        var story = try Story(Procedures.featureRequest)
        story.admit(3, "workers", classes: ["workers"])
        try story.begin("x", text: "x", by: "workers-1")
        guard [.voteOpened, .voteClosed, .finished].contains(code) else { return }
        #expect(throws: NoReport.self) { try text(code, story, at: Story.day(0)) }
    }

    private func text(_ code: NoticePage.Code, _ story: Story, at instant: Instant) throws -> String {
        let file = "Templates/notices/" + code.file
        let template = PageSource(
            file: file, text: String(decoding: try Golden.bytes(at: file), as: UTF8.self))
        return try NoticePage(
            code, of: story.events, under: story.workflow, at: instant, zone: story.zone,
            assembly: story.assembly, tallies: story.documents, language: "en"
        ).text(TestWords.english(), template: template)
    }

    private func expect(_ code: NoticePage.Code, _ story: Story, at instant: Instant, _ name: String) throws {
        Golden.expect(
            try text(code, story, at: instant), matches: "Tests/TingReportsTests/Goldens/\(name).txt")
    }
}
