import Foundation
import Testing
import TingReports
import TingTestSupport
import TingWorkflow
import TingYAML

/// The schema is sarif-schema-2.1.0.json of OASIS; what it requires of each object used here stands below.
@Suite("Writing findings as SARIF") struct WritingSARIFTests {
    /// The members that the schema knows of an object, and those that it requires, as far as they are used.
    private static let objects: [String: (known: Set<String>, required: Set<String>)] = [
        "sarifLog": (["$schema", "version", "runs"], ["version", "runs"]),
        "run": (["tool", "columnKind", "results"], ["tool"]),
        "tool": (["driver"], ["driver"]),
        "toolComponent": (["name", "version", "rules"], ["name"]),
        "reportingDescriptor": (["id", "shortDescription", "help", "defaultConfiguration"], ["id"]),
        "result": (
            [
                "ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "codeFlows",
                "properties",
            ],
            ["message"]
        ),
        "location": (["physicalLocation", "message"], []),
        "physicalLocation": (["artifactLocation", "region"], []),
        "artifactLocation": (["uri"], []),
        "region": (["startLine", "startColumn", "endColumn"], []),
        "codeFlow": (["threadFlows"], ["threadFlows"]),
        "threadFlow": (["locations"], ["locations"]),
        "threadFlowLocation": (["location"], []),
        "message": (["text"], ["text"]),
    ]

    private typealias Object = [String: Any]

    private func log(_ files: [(String, [UInt8])]) throws -> [String: Any] {
        let words = try #require(Steward.words)
        var log = SARIFLog(words: words, version: "1.0")
        for (name, bytes) in files {
            log.add(Steward.findings(bytes), of: Frame(words: words, file: name, source: bytes))
        }
        let data = Data(log.text.utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// An object with no members that the schema does not know, and all that it requires.
    private func object(_ value: Any?, _ type: String) throws -> [String: Any] {
        let object = try #require(value as? Object, "\(type)")
        let form = try #require(Self.objects[type])
        #expect(Set(object.keys).isSubset(of: form.known), "\(type): \(object.keys)")
        #expect(form.required.isSubset(of: object.keys), "\(type): \(object.keys)")
        return object
    }

    private func checkLocation(_ value: Any?) throws {
        let location = try object(value, "location")
        let place = try object(location["physicalLocation"], "physicalLocation")
        let artifact = try object(place["artifactLocation"], "artifactLocation")
        #expect(URL(string: try #require(artifact["uri"] as? String)) != nil)
        let region = try object(place["region"], "region")
        let line = try #require(region["startLine"] as? Int)
        let start = try #require(region["startColumn"] as? Int)
        let end = try #require(region["endColumn"] as? Int)
        #expect(line >= 1 && start >= 1 && end > start)
        if let message = location["message"] { _ = try object(message, "message") }
    }

    @Test("a log of every bad file has the members that the schema requires, and no others")
    func schema() throws {
        let folder = "Tests/TingWorkflowTests/Bad"
        let files = try Golden.files(in: folder).filter { $0.hasSuffix(".yaml") }
            .map { ("a folder/\($0)", try Golden.bytes(at: "\(folder)/\($0)")) }
        let root = try object(try log(files), "sarifLog")
        #expect(root["version"] as? String == "2.1.0")
        let run = try object((root["runs"] as? [Any])?.first, "run")
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try object(try object(run["tool"], "tool")["driver"], "toolComponent")
        let rules = try #require(driver["rules"] as? [Any]).map { try object($0, "reportingDescriptor") }
        #expect(rules.compactMap { $0["id"] as? String } == Check.catalogue.map(\.id))
        let results = try #require(run["results"] as? [Any])
        #expect(results.count == files.reduce(0) { $0 + Steward.findings($1.1).count })
        for value in results {
            let result = try object(value, "result")
            let place = try #require(result["ruleIndex"] as? Int)
            #expect(rules[place]["id"] as? String == result["ruleId"] as? String)
            #expect(["error", "warning"].contains(result["level"] as? String ?? ""))
            _ = try object(result["message"], "message")
            for location in try #require(result["locations"] as? [Any]) { try checkLocation(location) }
            for location in result["relatedLocations"] as? [Any] ?? [] { try checkLocation(location) }
            for value in result["codeFlows"] as? [Any] ?? [] {
                let flow = try object(value, "codeFlow")
                let threads = try #require(flow["threadFlows"] as? [Any])
                #expect(threads.count == 1)
                let steps = try #require(try object(threads[0], "threadFlow")["locations"] as? [Any])
                #expect(!steps.isEmpty)
                for step in steps { try checkLocation(try object(step, "threadFlowLocation")["location"]) }
            }
        }
    }

    @Test("the story of a finding is its code flow, and its promise a related location")
    func story() throws {
        let folder = "Tests/TingWorkflowTests/Bad/promise-adopted-only-after.yaml"
        let log = try log([("small.yaml", try Golden.bytes(at: folder))])
        let run = try #require((log["runs"] as? [Object])?.first)
        let results = try #require(run["results"] as? [Object])
        let broken = try #require(results.first { $0["ruleId"] as? String == "E1" })
        let flow = try #require((broken["codeFlows"] as? [Object])?.first)
        let steps = (flow["threadFlows"] as? [Object])?.first?["locations"] as? [Object] ?? []
        let told = steps.compactMap {
            (($0["location"] as? Object)?["message"] as? Object)?["text"] as? String
        }
        #expect(told.first == "Mon  2 Mar 2026: Ada (author) submits the proposal.")
        #expect((broken["relatedLocations"] as? [Any])?.count == 1)
    }
}
