import Foundation
import Testing
import TingClerk
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Suggesting stories") struct SuggestingTests {
    /// A library file without its scenarios, and the suggestions for it.
    static func suggested(for file: String) throws -> (
        bare: String, suggesting: [Suggestion], rest: [Coverage.Way]
    ) {
        let text = String(decoding: try Golden.bytes(at: "Workflows/" + file), as: UTF8.self)
        let bare = text.components(separatedBy: "\nscenarios:\n")[0] + "\n"
        let workflow = try Workflow.read(YAML.read(bare))
        var suggesting = Suggesting(
            workflow, missing: Coverage(of: workflow, by: []).missedWays, zone: .utc)
        let suggestions = suggesting.suggestions()
        return (bare, suggestions, suggesting.missed)
    }

    @Test(
        "with the suggestions pasted in place of its own stories, a file of the library comes true",
        arguments: PlayingScenariosTests.files)
    func comeTrue(file: String) throws {
        let (bare, suggestions, rest) = try Self.suggested(for: file)
        let stories = suggestions.enumerated().map { place, suggestion in
            suggestion.yaml(title: "\(place + 1). \(suggestion.title.code)")
        }
        let workflow = try Workflow.read(YAML.read(bare + "\nscenarios:\n" + stories.joined(separator: "\n")))
        let played = Rehearsal(workflow, zone: .utc) { $0.code }.playAll()
        for story in played {
            #expect(story.cameTrue, "\(story.scenario.title): \(story.failures.map(\.statement))")
        }
        let coverage = Coverage(of: workflow, by: played)
        #expect(
            Set(coverage.missedWays.map { $0.state + " " + $0.name })
                == Set(rest.map { $0.state + " " + $0.name }))
        // What no story shows is known, and why.
        let known = Self.unsuggested[file] ?? []
        #expect(rest.map { $0.state + " " + $0.name } == known)
    }

    /// Ways out for which no story is found: the notice that leads to this meeting is given six weeks before it
    /// at the earliest, and the state lasts sixty days.
    static let unsuggested = [
        "bylaw-change.yaml": ["general-meeting not-held"],
        "swedish-association-statutes.yaml": ["general-meeting not-held"],
        "swedish-association-decision.yaml": ["ordinary-meeting not-held", "extra-meeting not-held"],
        // The date of a meeting is set before its notice, and stories set none that is too far off.
        "german-cooperative-statutes.yaml": ["general-meeting not-held"],
        // Half of the members are thirty, and in these stories twenty at most do the same thing.
        "cabestan-general-meeting.yaml": [
            "general-meeting not-held", "roll quorate", "vote passed", "vote failed", "vote not-held",
        ],
        // A meeting without a notice gets its date in the state in which it is held; the story then lets
        // the whole time of that state pass, and the meeting is over.
        "gentoo-council-motion.yaml": ["vote passed", "vote failed"],
        "stocksy-resolution.yaml": [
            "quarterly-meeting held", "board-decides approve", "board-decides decline",
            "board-decides send-back", "board-decides not-judged", "sent-back passed", "sent-back failed",
        ],
        "robert-bylaw-amendment.yaml": [
            "submission vote-at-once", "submission withdraw", "submission done", "submission refused",
            "vote-without-notice passed", "vote-without-notice failed", "vote-without-notice not-held",
            "next-meeting withdraw", "next-meeting held", "next-meeting not-consecutive",
            "next-meeting not-held", "roll quorate", "roll not-quorate", "roll not-called", "vote passed",
            "vote failed", "vote not-held",
        ],
        // Five of the seven seats are filled in these stories.
        "nix-committee.yaml": ["committee-votes not-substantial"],
        // The ballots of these stories rank one option, and it is compared with none that they leave out.
        "liquidfeedback-standard.yaml": ["voting passed"],
        // No story names another proposal.
        "python-council-ejection.yaml": ["no-confidence released", "no-confidence overturned"],
        // Whether other meetings are held between the two, no member of the story decides.
        "housing-cooperative-two-meetings.yaml": [
            "first-meeting not-held", "second-meeting not-consecutive", "second-meeting not-held",
        ],
    ]

    @Test("a file whose stories show everything gets no suggestions") func nothingMissing() throws {
        let workflow = try PlayingScenariosTests.read("plus-one-vote.yaml")
        let played = Rehearsal(workflow, zone: .utc) { $0.code }.playAll()
        var suggesting = Suggesting(
            workflow, missing: Coverage(of: workflow, by: played).missedWays, zone: .utc)
        #expect(suggesting.suggestions().isEmpty == Coverage(of: workflow, by: played).missedWays.isEmpty)
    }

    @Test(
        "every line of the library's stories is written as it reads", arguments: PlayingScenariosTests.files)
    func writesLines(file: String) throws {
        let text = String(decoding: try Golden.bytes(at: "Workflows/" + file), as: UTF8.self)
        let workflow = try Workflow.read(YAML.read(text))
        var lines: [Scenario.Line] = []
        var written: [String] = []
        for step in workflow.scenarios.flatMap(\.steps) {
            // Which state is named in a line that ends or moves one does not change how it reads.
            let vote = workflow.states.first { $0.kind.vote != nil } ?? workflow.states[0]
            guard let text = step.line.text(in: workflow, state: vote) else { continue }
            lines.append(step.line)
            written.append("      - " + text)
        }
        let bare = text.components(separatedBy: "\nscenarios:\n")[0] + "\n"
        let story = ["scenarios:", "  - title: All lines", "    members: 9", "    steps:"] + written
        let again = try Workflow.read(
            YAML.read(
                bare + story.joined(separator: "\n") + "\n    expect:\n      state: \(workflow.first)\n"))
        #expect(again.scenarios[0].steps.map(\.line) == lines)
    }
}
