import Foundation
import Testing
import TingReports
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading bad files") struct ReadingBadFilesTests {
    static let folder = "Tests/TingYAMLTests/Bad"
    static let cases = Golden.files(in: folder).filter { $0.hasSuffix(".yaml") }.map {
        String($0.dropLast(5))
    }

    @Test("every mistake is said as its page expects", arguments: cases)
    func everyMistakeIsSaid(name: String) throws {
        let words = try Words(YAML.read(Golden.bytes(at: "Templates/words/en.yaml")))
        let bytes = try Golden.bytes(at: "\(Self.folder)/\(name).yaml")
        var findings: [Finding] = []
        do throws(Unreadable) {
            _ = try YAML.read(bytes)
        } catch {
            findings = error.findings
        }
        #expect(!findings.isEmpty, "\(name).yaml was read without a finding")
        let text = Frame(words: words, file: "\(name).yaml", source: bytes).text(findings)
        Golden.expect(text, matches: "\(Self.folder)/\(name).expected")
    }

    @Test("every page has its file and every file its page")
    func noOrphans() {
        let names = Golden.files(in: Self.folder)
        let expected = Set(Self.cases.flatMap { ["\($0).yaml", "\($0).expected"] })
        #expect(Set(names) == expected)
        #expect(Self.cases.count >= 30)
    }
}
