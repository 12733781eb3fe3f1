import Foundation
import Testing
import TingClerk
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Playing the examples of the reference pages")
struct PlayingReferencePagesTests {
    static let folder = "Templates/reference/kinds"
    static let pages = Golden.files(in: folder).filter { $0.hasSuffix(".md") }

    /// The workflow files in a page: what stands in fences and begins as such a file does.
    static func examples(in page: String) -> [String] {
        page.components(separatedBy: "```yaml\n").dropFirst().compactMap { part in
            let text = part.components(separatedBy: "```").first ?? ""
            return text.hasPrefix("ting: 1") ? text : nil
        }
    }

    @Test("each page has an example of its kind that is sound, whose stories come true", arguments: pages)
    func play(_ page: String) throws {
        let text = String(decoding: try Golden.bytes(at: "\(Self.folder)/\(page)"), as: UTF8.self)
        let kind = String(page.dropLast(3))
        let examples = Self.examples(in: text)
        try #require(!examples.isEmpty, "\(page) has no example")
        var kinds: Set<String> = []
        for example in examples {
            let inspection = Check.inspect(try YAML.read(Array(example.utf8)))
            let codes = inspection.findings.map(\.statement.code)
            let workflow = try #require(inspection.workflow, "\(page): \(codes)")
            #expect(codes.isEmpty, "\(page)")
            #expect(!workflow.scenarios.isEmpty, "\(page)")
            kinds.formUnion(workflow.states.map(\.kind.word))
            let rehearsal = Rehearsal(workflow, zone: .utc) { $0.code }
            for played in rehearsal.playAll() {
                let found =
                    played.failures.map { $0.statement.code } + played.failures.flatMap(\.notes).map(\.code)
                #expect(played.cameTrue, "\(page), \(played.scenario.title): \(found)")
            }
        }
        #expect(kinds.contains(kind), "\(page) shows no state of its kind")
    }
}
