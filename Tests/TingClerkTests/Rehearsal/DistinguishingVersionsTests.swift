import Testing
import TingClerk
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Telling two versions apart by a story") struct DistinguishingVersionsTests {
    /// The story that tells the feature request from itself with one part replaced.
    private func story(_ part: String, _ other: String) throws -> DistinguishingStory? {
        let text = String(decoding: try Golden.bytes(at: "Workflows/feature-request.yaml"), as: UTF8.self)
        let changed = text.replacing(part, with: other)
        #expect(changed != text)
        var search = Distinguishing(
            from: try Workflow.read(YAML.read(text)), to: try Workflow.read(YAML.read(changed)), zone: .utc)
        return search.story()
    }

    @Test("a higher majority: a proposal with eight yes of thirteen in each class passes once and fails once")
    func majority() throws {
        let story = try #require(try story("majority: more than 1/2", "majority: at least 2/3"))
        #expect(story.difference == .ends)
        #expect(story.states.old == "adopted" && story.states.new == "rejected")
        #expect(
            story.lines.filter { !$0.hasSuffix("pass") } == [
                "author submits", "5 members sponsor", "workers vote yes 8, no 5", "users vote yes 8, no 4",
            ])
        #expect(story.steps.count <= 8)
        #expect(story.steps.allSatisfy { $0.date != nil })
    }

    @Test("fewer sponsors: three bring a proposal on its way that waits for five in vain")
    func sponsors() throws {
        let story = try #require(try story("sponsors: at least 5", "sponsors: at least 3"))
        #expect(story.difference == .ends)
        #expect(story.states.old == "lapsed" && story.states.new != "lapsed")
        #expect(story.lines.prefix(2) == ["author submits", "3 members sponsor"])
        #expect(story.steps.count <= 8)
    }

    @Test("words alone tell no story")
    func words() throws {
        #expect(try story("en: Feature request", "en: A wish") == nil)
    }
}
