import Testing
import TingClerk
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Playing the courses of small procedures")
struct PlayingCoursesTests {
    static let names = [
        "after-the-end", "board-meeting", "board-review", "endings", "grey-band", "named-date", "raise-class",
        "resting",
        "take-over", "timelock",
    ]

    @Test("is sound, and every story comes true", arguments: names)
    func comesTrue(_ name: String) throws {
        let bytes = try Golden.bytes(at: "Tests/TingClerkTests/Course/\(name).yaml")
        let inspection = Check.inspect(try YAML.read(bytes))
        #expect(inspection.findings.filter { $0.severity == .error } == [])
        let workflow = try #require(inspection.workflow)
        for played in Rehearsal(workflow, zone: .utc, words: { $0.code }).playAll() {
            #expect(played.failures == [], "\(played.scenario.title)")
        }
    }
}
