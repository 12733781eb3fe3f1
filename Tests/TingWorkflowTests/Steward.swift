import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// A workflow file as a steward meets it: text in, a page of findings out.
enum Steward {
    static let folder = "Tests/TingWorkflowTests"

    /// The words of the program.
    static let words = try? Words(YAML.read(Golden.bytes(at: "Templates/words/en.yaml")))

    /// What `ting workflow check` would say of a file; empty when there is nothing to say.
    static func page(_ bytes: [UInt8], file: String) throws -> String {
        Frame(words: words ?? .fallback, file: file, source: bytes).text(findings(bytes))
    }

    /// Everything there is to say of a file.
    static func findings(_ bytes: [UInt8]) -> [Finding] {
        do {
            return Check.inspect(try YAML.read(bytes)).findings
        } catch {
            return error.findings
        }
    }

    /// Reads and checks a text.
    static func inspect(_ text: String) throws -> Check.Inspection {
        Check.inspect(try YAML.read(Array(text.utf8)))
    }

    /// The tree of a text.
    static func node(_ text: String) throws -> Node { try YAML.read(Array(text.utf8)) }

    /// The text of a file of ours.
    static func text(_ file: String) throws -> String {
        String(decoding: try Golden.bytes(at: "\(folder)/Files/\(file)"), as: UTF8.self)
    }

    /// The small workflow of `Files/request.yaml`, with parts of its text replaced.
    static func request(_ changes: (String, String)..., also more: String = "") throws -> String {
        var text = try text("request.yaml")
        for (old, new) in changes {
            guard let range = text.range(ofFirst: old) else { throw NotThere(text: old) }
            text.replaceSubrange(range, with: new)
        }
        return text + more
    }

    /// A text that a test wanted to replace is not in the file.
    struct NotThere: Error { let text: String }
}

extension String {
    /// Where a text first stands in this one.
    func range(ofFirst part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}

extension Check.Inspection {
    /// The codes of the findings, in file order.
    var codes: [String] { findings.map(\.statement.code) }
}
