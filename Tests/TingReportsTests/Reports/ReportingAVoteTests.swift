import Testing
import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow

@Suite("Reporting a vote") struct ReportingAVoteTests {
    let words: Words
    let template: PageSource

    init() throws {
        words = try TestWords.english()
        let file = "Templates/reports/tally.md.mustache"
        template = PageSource(file: file, text: String(decoding: try Golden.bytes(at: file), as: UTF8.self))
    }

    @Test("the ordinary course: a bylaw change that passes with exactly two thirds")
    func passedBylawChange() throws {
        try expect(Story.bylawChange(yes: 40), "bylaw-change-passed")
    }

    @Test("a bylaw change that fails by one vote")
    func failedByOne() throws {
        try expect(Story.bylawChange(yes: 39), "bylaw-change-failed-by-one")
    }

    @Test("no quorum: Arch 2013, 24 of 37 where 66 % asks for 25, and 18 yes where half asks for 19")
    func noQuorum() throws {
        try expect(Story.archAddition(), "arch-2013-no-quorum")
    }

    @Test("a request that passes overall and fails in one class")
    func classFailure() throws {
        try expect(Story.classFailure(), "one-class-fails")
    }

    @Test("Debian 2008: the option that beats all others is dropped for missing 3:1")
    func debian() throws {
        try expect(Story.debian2008(), "debian-2008")
    }

    private func expect(_ story: Story, _ name: String) throws {
        let report = try story.report()
        let folder = "Tests/TingReportsTests/Goldens/"
        Golden.expect(try report.markdown(words, template: template), matches: folder + name + ".md")
    }
}
