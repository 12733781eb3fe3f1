import Testing
import TingClerk
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// What stories expect wrongly of the end of a proposal; what they expect rightly stands in `endings.yaml`.
@Suite("Expecting another end than there is") struct ExpectingEndingsTests {
    /// The only finding of the first story, with one line of the file put otherwise.
    private func finding(_ line: String, _ other: String) throws -> Statement {
        let text = String(
            decoding: try Golden.bytes(at: "Tests/TingClerkTests/Course/endings.yaml"), as: UTF8.self)
        try #require(text.contains(line))
        let workflow = try Workflow.read(YAML.read(text.replacing(line, with: other)))
        let failures = Rehearsal(workflow, zone: .utc, words: { $0.code }).play(workflow.scenarios[0])
            .failures
        try #require(failures.count == 1, "\(failures)")
        return failures[0].statement
    }

    private static let end = "{result: adopted, told: members, adopts: bylaws}"

    @Test("another result") func result() throws {
        let found = try finding(Self.end, "{result: rejected}")
        #expect(found.code == "story-expected-result" && found["found"] == .text("adopted"))
    }

    @Test("a result before the end") func notEnded() throws {
        let found = try finding("{told: members}", "{result: adopted}")
        #expect(found.code == "story-not-ended" && found["expected"] == .text("adopted"))
    }

    @Test("people who are not told, and others who are") func told() throws {
        let found = try finding(Self.end, "{told: board}")
        #expect(found.code == "story-expected-told")
        #expect(
            found["wanted"] == .number(1) && found["missed"] == .number(0) && found["others"] == .number(3))
    }

    @Test("what an earlier line has told is not told again") func toldBefore() throws {
        let found = try finding(
            "- members vote yes 3", "- members vote yes 3\n      - expect: {told: members}")
        #expect(found["missed"] == .number(4) && found["others"] == .number(0))
    }

    @Test("a reminder is for those who have not voted") func reminded() throws {
        let found = try finding("{told: board}", "{told: members}")
        #expect(found["missed"] == .number(3) && found["others"] == .number(0))
    }

    @Test("a document that takes up nothing") func adopts() throws {
        let found = try finding(Self.end, "{adopts: statutes}")
        #expect(found.code == "story-expected-adopts" && found["document"] == .text("statutes"))
    }
}
