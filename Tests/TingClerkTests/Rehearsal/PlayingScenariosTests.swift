import Foundation
import Testing
import TingClerk
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// The stories of the library, told by the files in `Workflows`.
@Suite("Playing the library's scenarios") struct PlayingScenariosTests {
    /// One story of one file.
    struct Story: Sendable, CustomTestStringConvertible {
        let file: String
        let title: String
        var testDescription: String { "\(file): \(title)" }
    }

    static let files = Golden.files(in: "Workflows").filter { $0.hasSuffix(".yaml") }

    static func text(_ file: String) throws -> String {
        let url = Golden.packageRoot().appendingPathComponent("Workflows").appendingPathComponent(file)
        return try String(contentsOf: url, encoding: .utf8)
    }

    static func read(_ file: String) throws -> Workflow {
        let url = Golden.packageRoot().appendingPathComponent("Workflows").appendingPathComponent(file)
        return try Workflow.read(YAML.read(Array(Data(contentsOf: url))))
    }

    static let stories = files.flatMap { file in
        ((try? read(file))?.scenarios ?? []).map { Story(file: file, title: $0.title) }
    }

    @Test("the library has these procedures") func library() {
        for name in [
            "arch-special-vote", "bylaw-change", "choose-among-ideas", "debian-general-resolution",
            "feature-request", "housing-cooperative-two-meetings", "liquidfeedback-standard",
            "nix-committee", "openzeppelin-governor", "pick-a-date", "plus-one-vote",
            "robert-bylaw-amendment", "set-priorities", "wikipedia-adminship", "working-group-election",
        ] {
            #expect(Self.files.contains(name + ".yaml"))
        }
    }

    @Test("a file reads, and every check finds it in order", arguments: files)
    func isInOrder(file: String) throws {
        let url = Golden.packageRoot().appendingPathComponent("Workflows").appendingPathComponent(file)
        let findings = Check.inspect(try YAML.read(Array(Data(contentsOf: url)))).findings
        // Proxies are read and not taken yet; that warning is true, and stays until they are.
        let others = findings.filter { $0.statement.code != "proxies-not-kept" }
        #expect(others.isEmpty, "\(others.map { "\($0.mark.line): \($0.statement.code)" })")
        let workflow = try Self.read(file)
        #expect(workflow.id + ".yaml" == file)
        #expect(Set(workflow.scenarios.map(\.title)).count == workflow.scenarios.count)
    }

    @Test("a file names a template that is there, with its fields", arguments: files)
    func hasTemplate(file: String) throws {
        let workflow = try Self.read(file)
        let name = try #require(workflow.proposal.template)
        let url = Golden.packageRoot().appendingPathComponent("Templates/proposals/" + name)
        let lines = try String(decoding: Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
        let keys = ["title"] + workflow.proposal.fields.map(\.name)
        for key in keys { #expect(lines.contains { $0.hasPrefix(key + ":") }, "\(name) has no \(key)") }
    }

    // Statements are given by their codes: what a story expects holds in every language.
    @Test("a story comes true", arguments: stories)
    func comesTrue(story: Story) throws {
        let workflow = try Self.read(story.file)
        let scenario = try #require(workflow.scenarios.first { $0.title == story.title })
        let played = Rehearsal(workflow, zone: .utc) { $0.code }.play(scenario)
        #expect(
            played.failures.isEmpty,
            """
            \(played.failures.map { "line \($0.mark.line): \($0.statement) \($0.notes)" }.joined())
            """)
    }

    @Test("the stories of a file enter every state", arguments: files)
    func coverEveryState(file: String) throws {
        let workflow = try Self.read(file)
        let played = Rehearsal(workflow, zone: .utc) { $0.code }.playAll()
        let coverage = Coverage(of: workflow, by: played)
        #expect(coverage.missedStates.isEmpty)
        let known = [
            "general-meeting not-held", "first-meeting not-held", "second-meeting not-held",
            "ordinary-meeting not-held", "extra-meeting not-held",
            "draft withdraw", "sponsorship withdraw",
        ]
        let missed = coverage.missedWays.map { $0.state + " " + $0.name }
        #expect(missed.filter { !known.contains($0) }.isEmpty)
    }
}
