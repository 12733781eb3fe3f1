import TingProceedings
import TingTally
public import TingWorkflow

/// Findings of workflow files in the Static Analysis Results Interchange Format, for editors and code hosts.
///
/// There is one rule for each check of the catalogue and one result for each finding; the
/// promise that is broken is a related location, the story a code flow. Findings about
/// other files than workflows have no rule.
///
/// - Source: SARIF 2.1.0, OASIS standard, with its schema.
public struct SARIFLog {
    /// The words to use.
    private let words: Words
    /// The version of the program.
    private let version: String
    private var results: [JSON] = []

    /// Begins a log.
    public init(words: Words, version: String) {
        self.words = words
        self.version = version
    }

    /// Adds the findings of one file.
    public mutating func add(_ findings: [Finding], of frame: Frame) {
        results += Frame.sorted(findings).map { result($0, frame) }
    }

    /// The whole log as a file; ends with a line feed.
    public var text: String { json.prettyText + "\n" }

    /// The whole log.
    private var json: JSON {
        let driver: [String: JSON] = [
            "name": .string("ting"), "version": .string(version), "rules": .array(Check.catalogue.map(rule)),
        ]
        let run: [String: JSON] = [
            "tool": .object(["driver": .object(driver)]), "columnKind": .string("unicodeCodePoints"),
            "results": .array(results),
        ]
        return .object([
            "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
            "runs": .array([.object(run)]),
        ])
    }

    private func rule(_ entry: Check.Entry) -> JSON {
        let level = JSON.object(["level": .string(entry.severity.rawValue)])
        return .object([
            "id": .string(entry.id), "shortDescription": text(words.render(Statement(entry.title))),
            "help": text(words.plain("frame.explain", [.text("id", entry.id)])),
            "defaultConfiguration": level,
        ])
    }

    private func result(_ finding: Finding, _ frame: Frame) -> JSON {
        let sentences = [words.render(finding.statement)] + frame.helps(finding)
        var result: [String: JSON] = [
            "level": .string(finding.severity.rawValue), "message": text(sentences.joined(separator: "\n")),
            "locations": .array([location(frame, finding.mark, finding.width, nil)]),
            "properties": .object(["code": .string(finding.statement.code)]),
        ]
        if let id = finding.id, let place = Check.catalogue.firstIndex(where: { $0.id == id }) {
            result["ruleId"] = .string(id)
            result["ruleIndex"] = .integer(place)
        }
        if let promise = finding.promise {
            result["relatedLocations"] = .array([
                location(frame, promise.mark, 1, words.render(promise.statement))
            ])
        }
        if !finding.story.isEmpty {
            let steps = finding.story.map { step in
                JSON.object(["location": location(frame, step.mark ?? finding.mark, 1, frame.line(step))])
            }
            let flow = JSON.object(["threadFlows": .array([.object(["locations": .array(steps)])])])
            result["codeFlows"] = .array([flow])
        }
        return .object(result)
    }

    private func location(_ frame: Frame, _ mark: Mark, _ width: Int, _ message: String?) -> JSON {
        let region: [String: JSON] = [
            "startLine": .integer(mark.line), "startColumn": .integer(mark.column),
            "endColumn": .integer(mark.column + max(1, width)),
        ]
        let place: [String: JSON] = [
            "artifactLocation": .object(["uri": .string(Self.uri(frame.file))]), "region": .object(region),
        ]
        var location: [String: JSON] = ["physicalLocation": .object(place)]
        if let message { location["message"] = text(message) }
        return .object(location)
    }

    private func text(_ text: String) -> JSON { .object(["text": .string(text)]) }

    /// A path as a relative reference: whatever has a meaning of its own there is written as its bytes.
    private static func uri(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        return path.utf8.reduce(into: "") { uri, byte in
            if plain.contains(byte) {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                uri.unicodeScalars.append("%")
                uri.unicodeScalars.append(digits[Int(byte >> 4)])
                uri.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }
}
