import Foundation
import Testing
import TingClerk
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading about scenarios") struct ReadingAboutScenariosTests {
    @Test("the example of the page is in order, its stories come true and show everything")
    func example() throws {
        let page = String(decoding: try Golden.bytes(at: "Templates/reference/scenarios.md"), as: UTF8.self)
        let example = try #require(
            page.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
        let inspection = Check.inspect(try YAML.read(example))
        #expect(inspection.findings.map(\.statement.code).isEmpty, "\(inspection.findings)")
        let workflow = try #require(inspection.workflow)
        let played = Rehearsal(workflow, zone: .utc) { $0.code }.playAll()
        let failures = played.flatMap(\.failures)
        #expect(failures.isEmpty)
        #expect(Coverage(of: workflow, by: played).missedWays.isEmpty)
    }
}
