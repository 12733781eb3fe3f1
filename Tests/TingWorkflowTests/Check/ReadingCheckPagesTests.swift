import Foundation
import Testing
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading the pages of the checks") struct ReadingCheckPagesTests {
    static let folder = "Templates/reference/checks"
    static let ids = Check.catalogue.map(\.id)

    /// What stands between the fences of a page, by their language.
    static func fences(_ language: String, in page: String) -> [String] {
        page.components(separatedBy: "```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "```").first ?? ""
        }
    }

    @Test("every check has its page, and no page is without a check")
    func noOrphans() {
        let files = Golden.files(in: Self.folder).filter { $0.hasSuffix(".md") }.map {
            String($0.dropLast(3))
        }
        #expect(Set(files) == Set(Self.ids))
    }

    @Test(
        "the first file of a page breaks the check, and only that one; the page shows the message",
        arguments: ids)
    func failing(id: String) throws {
        let page = String(decoding: try Golden.bytes(at: "\(Self.folder)/\(id).md"), as: UTF8.self)
        let file = try #require(Self.fences("yaml", in: page).first)
        let findings = Steward.findings(Array(file.utf8))
        #expect(findings.contains { $0.id == id }, "\(findings.map(\.statement.code))")
        for finding in findings where finding.id != id {
            // Secret votes and proxies are not held yet; what is wrong with them is told all the same.
            let isNotYet = ["secret-not-kept", "proxies-not-kept"].contains(finding.statement.code)
            #expect(isNotYet, "\(finding.statement.code)")
        }
        let message = try Steward.page(Array(file.utf8), file: "small.yaml")
        let shown = try #require(Self.fences("text", in: page).first)
        let head = try #require(page.components(separatedBy: "```text\n").first)
        let rest = page.dropFirst(head.count + "```text\n".count + shown.count)
        Golden.expect(head + "```text\n" + message + rest, matches: "\(Self.folder)/\(id).md")
    }

    @Test("the second file of a page is in order", arguments: ids)
    func passing(id: String) throws {
        let page = String(decoding: try Golden.bytes(at: "\(Self.folder)/\(id).md"), as: UTF8.self)
        let files = Self.fences("yaml", in: page)
        try #require(files.count == 2)
        let inspection = try Steward.inspect(files[1])
        #expect(inspection.codes == [])
        #expect(inspection.workflow != nil)
    }

    @Test("a page begins with its id and title, and its lines fit a screen", arguments: ids)
    func form(id: String) throws {
        let page = String(decoding: try Golden.bytes(at: "\(Self.folder)/\(id).md"), as: UTF8.self)
        let words = try #require(Steward.words)
        let title = words.render(Statement(try #require(Check.entry(id: id)).title))
        #expect(page.hasPrefix("# \(id): \(title.dropLast())\n\n"))
        var isMessage = false
        for line in page.components(separatedBy: "\n") {
            if line.hasPrefix("```") { isMessage = line == "```text" }
            #expect(isMessage || line.count <= 100, "\(line)")
        }
    }
}
