import Testing
import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow

@Suite("Guarding a report") struct GuardingAReportTests {
    @Test("text of users forges no heading, table, link or HTML of the report")
    func forging() throws {
        var story = try Story(Procedures.featureRequest)
        story.admit(30, "workers", classes: ["workers"])
        story.admit(30, "users", classes: ["users"])
        try story.begin(
            "Pay",
            text: "# Outcome\r\npassed\n\n</blockquote><h1>x\n[P-12]: http://example.org\n\u{1B}[2Jgone",
            by: "workers-1")
        story.forge(title: "Pay | 1 |\n# Outcome\n<h1>passed</h1> *now* [x](y) &#35;")
        try story.act("submit", by: "workers-1", at: Story.day(1))
        try story.act("sponsor", by: "users-1", at: Story.day(2))
        try story.act("sponsor", by: "users-2", at: Story.day(3))
        try story.pass(to: Story.day(30))
        let page = try markdown(story.report(author: "a*b|c\n# d"))
        let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(headings.count == 11)
        #expect(
            headings.first
                == "# Tally report: P-12 Pay \\| 1 \\| # Outcome \\<h1>passed\\</h1> \\*now\\* \\[x\\](y) \\&#35;"
        )
        #expect(
            page.contains(
                "\n> # Outcome\n> passed\n>\n> \\</blockquote>\\<h1>x\n> \\[P-12]: http://example.org\n> \\u{1B}[2Jgone\n"
            ))
        #expect(page.contains("Written by a\\*b\\|c # d."))
        #expect(!page.unicodeScalars.contains("\u{1B}"))
    }

    @Test("a report is the same whenever it is made, and whatever came after its vote")
    func laterEvents() throws {
        var story = try Story.classFailure()
        let before = try story.report()
        let page = try markdown(before)
        var arch = try Story.archAddition()
        let first = try markdown(arch.report())
        try arch.pass(to: Story.day(60))
        #expect(try markdown(arch.report()) == first)
        story.ballots = []
        #expect(try markdown(story.report()) == page)
        #expect(try story.report().json.canonicalBytes == before.json.canonicalBytes)
        #expect(try story.report().abif == before.abif)
    }

    @Test("nothing in a report says who voted how")
    func nobodyIsNamed() throws {
        let report = try Story.classFailure().report(author: nil)
        let everything =
            try markdown(report) + report.json.prettyText + report.recount.files.map(\.text).joined()
        for voter in ["workers-1", "workers-2", "users-1", "users-20"] {
            #expect(!everything.contains("\"\(voter)\"") && !everything.contains(voter + " "))
        }
        #expect(everything.contains("The author's name is no longer kept."))
    }

    @Test("a text that was erased is said to be")
    func erased() throws {
        var story = try Story.classFailure()
        story.texts = [:]
        let page = try markdown(story.report())
        #expect(page.contains("The text is no longer kept; its digest in the minutes remains."))
        #expect(try story.report().json["text"] == nil)
    }

    @Test("the JSON has the documented keys and the numbers of the vote")
    func json() throws {
        let json = try Story.classFailure().report().json
        guard case .object(let keys) = json else {
            Issue.record("no map")
            return
        }
        #expect(
            keys.keys.sorted() == [
                "assembly", "author", "ballots", "counts", "digests", "electorate", "next", "outcome",
                "proposal", "recount", "report", "rule", "subjects", "text", "text-digest", "text-version",
                "title", "transcript", "version", "vote", "winners", "workflow",
            ])
        #expect(json["outcome"] == .string("failed"))
        #expect(json["counts"]?["whole"]?["yes"] == .integer(115))
        #expect(json["vote"]?["closed"] == .string("2026-03-12T08:00:00Z"))
        #expect(json["next"]?["result"] == .string("rejected"))
        #expect(json["rule"]?["line"] == .integer(13))
    }

    @Test("a template with a name that does not exist is refused")
    func unknownName() throws {
        let report = try Story.classFailure().report()
        #expect(throws: BrokenPage.self) {
            try report.markdown(
                TestWords.english(), template: PageSource(file: "reports/x.md.mustache", text: "{{headlin}}"))
        }
    }

    @Test("a vote that was never closed, or a tally that cannot be read, makes no report")
    func noReport() throws {
        let story = try Story.classFailure()
        let setting = TallyReport.Setting(
            assembly: "x", zone: .utc, author: nil, minutes: Digest(hex: ""))
        func report(_ state: String, _ visit: Int, _ tally: JSON) throws -> TallyReport {
            try TallyReport(
                of: state, visit: visit, in: story.events, under: story.workflow, tally: tally, texts: [:],
                setting: setting)
        }
        #expect(throws: NoReport.self) { try report("vote", 2, .object([:])) }
        #expect(throws: NoReport.self) { try report("window", 1, .object([:])) }
        #expect(throws: NoReport.self) { try report("vote", 1, .object(["transcript": .array([])])) }
    }

    private func markdown(_ report: TallyReport) throws -> String {
        let file = "Templates/reports/tally.md.mustache"
        let template = PageSource(
            file: file, text: String(decoding: try Golden.bytes(at: file), as: UTF8.self))
        return try report.markdown(TestWords.english(), template: template)
    }
}
