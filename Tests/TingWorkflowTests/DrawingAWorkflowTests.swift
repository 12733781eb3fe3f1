import Testing
import TingTestSupport
import TingWorkflow

@Suite("Drawing a workflow") struct DrawingAWorkflowTests {
    @Test("the same workflow is drawn in the same way, in both languages of pictures")
    func goldens() throws {
        let workflow = try #require(try Steward.inspect(Steward.text("bylaw-change.yaml")).workflow)
        let folder = "\(Steward.folder)/Drawings"
        Golden.expect(DOT.text(workflow, language: "en"), matches: "\(folder)/bylaw-change.dot")
        Golden.expect(Mermaid.text(workflow, language: "en"), matches: "\(folder)/bylaw-change.mermaid")
    }

    @Test("titles are in the language asked for, and no sign of theirs is obeyed")
    func signs() throws {
        let text = try Steward.request(
            (
                "kind: vote",
                "kind: vote\n    title: {en: 'Vote \"now\" \\n; --> x', sv: Röstning}\n    visits: {at-most: 2, then: lapsed}"
            ))
        let workflow = try #require(try Steward.inspect(text).workflow)
        #expect(DOT.text(workflow, language: "sv").contains("\"vote\" [label=\"Röstning\\nvote, 7 days\""))
        #expect(
            DOT.text(workflow, language: "en").contains(
                "label=\"Vote \\\"now\\\" \\\\n; --> x\\nvote, 7 days\""))
        #expect(
            DOT.text(workflow, language: "en").contains(
                "\"vote\" -> \"lapsed\" [label=\"visits > 2\", style=dotted]"))
        #expect(
            Mermaid.text(workflow, language: "en").contains(
                "state \"Vote #34;now#34; #92;n#59; --#62; x<br/>vote, 7 days\" as s_vote"))
    }
}
