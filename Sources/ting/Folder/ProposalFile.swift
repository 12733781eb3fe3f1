import Foundation
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow
import TingYAML

/// The text of a proposal as a person writes it: front matter between `---` lines, then Markdown.
struct ProposalFile {
    /// The whole text.
    let text: String
    /// The title; empty when there is none.
    let title: String
    /// What the author says it touches.
    let touches: [String]
    /// The handle of the person it is about; nil when it is about nobody.
    let concerns: String?
    /// The other fields that were filled in.
    let fields: [String: String]
    /// The Markdown below the front matter.
    let body: String

    /// The largest text accepted, in bytes.
    static let largest = 256 * 1_024

    /// Reads a text.
    ///
    /// - Throws: ``UnreadableFile`` for front matter with mistakes, ``BadFile`` for what is no text.
    init(_ bytes: [UInt8], name: String) throws {
        guard bytes.count <= Self.largest else {
            throw BadFile("text-too-long", [.number("length", bytes.count), .number("limit", Self.largest)])
        }
        guard let whole = String(validating: bytes, as: UTF8.self) else {
            throw BadFile("text-not-utf8", [.text("file", name)])
        }
        let text = whole.replacingOccurrences(of: "\r\n", with: "\n")
        self.text = text
        guard let (front, body) = Self.split(text) else {
            title = ""
            touches = []
            concerns = nil
            fields = [:]
            self.body = text
            return
        }
        self.body = body
        let file = SourceFile(name: name, bytes: Array(("\n" + front).utf8))
        let node = try file.reading { try YAML.read(Array(("\n" + front).utf8)) }
        var fields: [String: String] = [:]
        var touches: [String] = []
        for entry in node.entries ?? [] {
            if let items = entry.value.items {
                let words = items.compactMap(\.text)
                if entry.key == "touches" {
                    touches = words
                } else {
                    fields[entry.key] = words.joined(separator: " ")
                }
            } else if let value = entry.value.text, !value.isEmpty {
                if entry.key == "touches" {
                    touches = value == "none" ? [] : [value]
                } else {
                    fields[entry.key] = value
                }
            }
        }
        title = fields.removeValue(forKey: "title") ?? ""
        concerns = fields.removeValue(forKey: "person-concerned")
        self.touches = touches
        self.fields = fields
    }

    /// The paper for the clerk.
    ///
    /// The sections that count are those of the text itself, so that nobody can
    /// say one thing and write another.
    func paper(_ workflow: String, title given: String?, touches more: [String], concerns id: String?)
        -> Clerk.ProposalPaper
    {
        var filled = fields.filter { !$0.value.allSatisfy(\.isWhitespace) }.map(\.key).sorted()
        if id != nil { filled.append("person-concerned") }
        return Clerk.ProposalPaper(
            workflow: workflow, title: given ?? title, text: text, sections: Sections(body).names,
            touches: touches + more.filter { !touches.contains($0) }, concerns: id, filled: filled,
            fields: fields)
    }

    private static func split(_ text: String) -> (front: String, body: String)? {
        guard text.hasPrefix("---\n") else { return nil }
        var front: [Substring] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        while let line = lines.popFirst() {
            if line == "---" { return (front.joined(separator: "\n") + "\n", lines.joined(separator: "\n")) }
            front.append(line)
        }
        return nil
    }
}
