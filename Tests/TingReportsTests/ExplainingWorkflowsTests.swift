import Testing
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Writing a procedure back as paragraphs") struct ExplainingWorkflowsTests {
    static let languages = ["en", "sv"]

    static func words(_ language: String) throws -> Words {
        let english = try TestWords.english()
        guard language != "en" else { return english }
        let node = try YAML.read(Golden.bytes(at: "Templates/words/\(language).yaml"))
        return try Words(node).backed(by: english)
    }

    static var library: [String] { Golden.files(in: "Workflows").filter { $0.hasSuffix(".yaml") } }

    static func page(_ file: String, _ language: String) throws -> String {
        let workflow = try Workflow.read(YAML.read(Golden.bytes(at: "Workflows/" + file)))
        return ExplanationPage(workflow.explanation(in: language), words: try words(language)).text
    }

    @Test("every library procedure is told without a hole", arguments: languages)
    func withoutHoles(language: String) throws {
        for file in Self.library {
            let page = try Self.page(file, language)
            #expect(!page.contains("\\["), "\(file) in \(language)")
            #expect(!page.contains("explain-"), "\(file) in \(language)")
        }
    }

    @Test("every section begins with a sentence of the state's kind, not with how long it lasts")
    func ownSentences() throws {
        for file in Self.library {
            let workflow = try Workflow.read(YAML.read(Golden.bytes(at: "Workflows/" + file)))
            let sections = workflow.explanation(in: "en").sections
            for (state, section) in zip(workflow.states, sections.dropFirst()) {
                let code = section.paragraphs.first?.sentence.code ?? "explain-lasts"
                let isCommon = ["explain-lasts", "explain-at-most", "explain-between"].contains(code)
                #expect(!isCommon, "\(state.kind.word) says nothing of itself in \(file)")
            }
        }
    }

    @Test(
        "the pages read as in the goldens",
        arguments: ["bylaw-change", "feature-request", "debian-general-resolution"], languages)
    func goldens(id: String, language: String) throws {
        let page = try Self.page(id + ".yaml", language)
        Golden.expect(page, matches: "Tests/TingReportsTests/Goldens/Explained/\(id).\(language).md")
    }

    @Test("Swedish has every sentence of an explanation, with the same values")
    func swedish() throws {
        let english = try TestWords.english()
        let swedish = try Words(YAML.read(Golden.bytes(at: "Templates/words/sv.yaml")))
        for code in english.codes where code.hasPrefix("explain-") {
            let (one, other) = (english.placeholders(of: code), swedish.placeholders(of: code))
            #expect(one.map(Set.init) == other.map(Set.init), "\(code)")
        }
        #expect(swedish.validate().isEmpty)
    }
}
