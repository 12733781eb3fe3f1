import Testing
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Suggesting promises") struct SuggestingPromisesTests {
    private func suggestions(_ text: String) throws -> [String] {
        let inspection = try Steward.inspect(text)
        return Check.suggestedPromises(for: try #require(inspection.workflow, "\(inspection.codes)"))
    }

    @Test("the ordinary course: what the small request keeps without having said so")
    func ordinaryCourse() throws {
        #expect(
            try suggestions(Steward.request()) == [
                "adopted-only-after: [vote passed]",
                "time-between: {from: draft submitted, to: vote opened, at-least: 14 days}",
                "frozen-text: {from: vote entered, to: adopted}",
                "ends-within: 88 days",
            ])
    }

    @Test(
        "whatever is suggested is kept, and then not suggested again",
        arguments: Golden.files(in: "Workflows"))
    func kept(file: String) throws {
        let bytes = try Golden.bytes(at: "Workflows/\(file)")
        let workflow = try #require(Check.inspect(try YAML.read(bytes)).workflow)
        let lines = Check.suggestedPromises(for: workflow)
        guard !lines.isEmpty else { return }
        var text = String(decoding: bytes, as: UTF8.self)
        let added = lines.map { "  \($0)\n" }.joined()
        let place = try #require(text.range(ofFirst: "\npromises:\n"))
        text.insert(contentsOf: added, at: place.upperBound)
        let inspection = try Steward.inspect(text)
        #expect(inspection.workflow != nil, "\(inspection.codes)")
        #expect(inspection.codes.allSatisfy { $0 == "proxies-not-kept" }, "\(inspection.codes)")
        #expect(Check.suggestedPromises(for: try #require(inspection.workflow)) == [])
    }
}
