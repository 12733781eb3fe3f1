import Testing
import TingReports
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Comparing versions of a workflow") struct ComparingVersionsTests {
    private static let library = "Workflows/feature-request.yaml"

    private static func text() throws -> String {
        String(decoding: try Golden.bytes(at: library), as: UTF8.self)
    }

    /// What changes when a part of the feature request is replaced: the direction and the sentence of each.
    private func changes(_ edits: [(String, String)]) throws -> [String] {
        var text = try Self.text()
        let old = try WorkflowVersion(YAML.read(text))
        for (part, other) in edits {
            let range = try #require(text.range(ofFirst: part), "\(part)")
            text.replaceSubrange(range, with: other)
        }
        let new = try WorkflowVersion(YAML.read(text))
        let words = try #require(Steward.words)
        return Comparing.changes(from: old, to: new).map {
            "\($0.direction.rawValue): \(words.render($0.statement))"
        }
    }

    @Test("a file compared with itself, and with itself in another layout, has no changes")
    func same() throws {
        #expect(try changes([]) == [])
        let text = try Self.text()
        let laidOut = try YAML.laidOut(
            Array(text.utf8), separated: Workflow.separatedKeys, arranged: Workflow.arranged)
        let versions = (try WorkflowVersion(YAML.read(text)), try WorkflowVersion(YAML.read(laidOut)))
        #expect(Comparing.changes(from: versions.0, to: versions.1) == [])
    }

    @Test(
        "one change is told with both values, and with what it does",
        arguments: [
            (
                "sponsors: at least 5", "sponsors: at least 6",
                "stricter: `sponsorship`, sponsors: at least 5 before, at least 6 now."
            ),
            (
                "sponsors: at least 5", "sponsors: at least 1/40 of members",
                "different: `sponsorship`, sponsors: at least 5 before, at least 1/40 of members now."
            ),
            (
                "    except: author\n", "",
                "looser: `sponsorship`, except: author before, nothing now."
            ),
            (
                "by: any member\n    except", "by: workers\n    except",
                "stricter: `sponsorship`, by: any member before, workers now."
            ),
            (
                "by: 2 of maintainers", "by: maintainers",
                "stricter: `veto-window`, by: 2 of maintainers before, maintainers now."
            ),
            (
                "lasts: {at-least: 14 days, at-most", "lasts: {at-least: 1 week, at-most",
                """
                looser: `deliberation`, lasts: at least 14 days, at most 60 days, ended by facilitator before, \
                at least 1 week, at most 60 days, ended by facilitator now.
                """
            ),
            (
                "lasts: {at-most: 21 days}", "lasts: {at-most: 3 weeks}",
                "different: `sponsorship`, lasts: at most 21 days before, at most 3 weeks now."
            ),
            (
                "lasts: {at-most: 21 days}", "lasts: {at-most: 20 days}",
                "stricter: `sponsorship`, lasts: at most 21 days before, at most 20 days now."
            ),
            (
                "visits: {at-most: 1,", "visits: {at-most: 2,",
                "looser: `veto-window`, visits at-most: 1 before, 2 now."
            ),
            (
                "failed: rejected", "failed: lapsed",
                "different: `vote`, failed: led to `rejected` before, to `lapsed` now."
            ),
            (
                "too-few: lapsed", "too-few: deliberation",
                "looser: `sponsorship`, too few: led to `lapsed` before, to `deliberation` now."
            ),
            (
                "cooldown: 6 months", "cooldown: 2 weeks",
                "looser: `rejected`, cooldown: 6 months before, 2 weeks now."
            ),
            ("    cooldown: 6 months\n", "", "looser: `rejected`, cooldown: 6 months before, nothing now."),
            (
                "ends-within: 540 days", "ends-within: 600 days",
                "looser: the file, promises ends-within: 540 days before, 600 days now."
            ),
            (
                "facilitator: never the author", "facilitator: never the sponsors",
                "different: the file, duties facilitator: never the author before, never the sponsors now."
            ),
            (
                "amendments: {by: author, at-most: 3", "amendments: {by: any member, at-most: 3",
                "looser: `deliberation`, amendments by: author before, any member now."
            ),
            (
                "tie: fails", "tie: casting vote of facilitator",
                "looser: `vote`, tie: fails before, casting vote of facilitator now."
            ),
        ])
    func one(old: String, new: String, told: String) throws {
        #expect(try changes([(old, new)]).contains(told))
        #expect(try changes([(old, new)]).count <= 2)
    }

    @Test("what depends on a subject is told subject by subject")
    func subjects() throws {
        let bytes = try Golden.bytes(at: "Workflows/debian-general-resolution.yaml")
        let text = String(decoding: bytes, as: UTF8.self)
        let changed = text.replacing("at least 3 to 1 over default", with: "at least 2 to 1 over default")
        let words = try #require(Steward.words)
        let changes = Comparing.changes(
            from: try WorkflowVersion(YAML.read(text)), to: try WorkflowVersion(YAML.read(changed)))
        #expect(changes.map(\.direction) == [.looser, .looser])
        #expect(
            changes.map { words.render($0.statement) } == [
                """
                rule `debian`, each-option majority when changes-constitution: at least 3 to 1 over default \
                before, at least 2 to 1 over default now.
                """,
                """
                rule `debian`, each-option majority when changes-foundation-document: at least 3 to 1 over \
                default before, at least 2 to 1 over default now.
                """,
            ])
    }

    @Test("another rule is told with the smallest vote that ends otherwise")
    func rule() throws {
        // Twenty-five ballots are the least; of those, 13 yes were enough and 17 are needed. In an assembly of
        // thirty, sixteen yes and nine no are the first that part the two.
        #expect(
            try changes([("majority: more than 1/2", "majority: at least 2/3")]) == [
                """
                stricter: rule `ordinary`, majority: more than 1/2 of votes cast before, at least 2/3 of votes \
                cast now.
                """,
                """
                stricter: `vote`: of 30 members, 16 yes, 9 no and 0 abstentions gave "passed" before, and give \
                "failed" now.
                """,
            ])
    }

    @Test("nothing that files say otherwise is passed over")
    func complete() throws {
        let text = try Self.text()
        let old = try WorkflowVersion(YAML.read(text))
        var count = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.remove(at: number)
            guard let document = try? YAML.read(lines.joined(separator: "\n")),
                !document.says(sameAs: old.document),
                let new = try? WorkflowVersion(document)
            else { continue }
            count += 1
            let isSame = Workflow.arranged(document).says(sameAs: old.document)
            #expect(Comparing.changes(from: old, to: new).isEmpty == isSame, "\(line)")
        }
        #expect(count > 100)
    }
}
