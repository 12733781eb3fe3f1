import Foundation
import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// Every file of the library, every example of the reference and the starter, laid out anew.
@Suite("Keeping the meaning and the comments of laid-out files") struct KeepingMeaningTests {
    /// The files, with the lines of each.
    static let files: [(name: String, text: String)] = {
        var files: [(String, String)] = []
        let folders = ["Workflows", "Templates/workflows", "Tests/TingProceedingsTests/Workflows"]
        for folder in folders {
            for name in Golden.files(in: folder) where name.hasSuffix(".yaml") {
                let bytes = (try? Golden.bytes(at: "\(folder)/\(name)")) ?? []
                files.append(("\(folder)/\(name)", String(decoding: bytes, as: UTF8.self)))
            }
        }
        for folder in ["kinds", "checks", ""] {
            for name in Golden.files(in: "Templates/reference/\(folder)") where name.hasSuffix(".md") {
                let bytes = (try? Golden.bytes(at: "Templates/reference/\(folder)/\(name)")) ?? []
                let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "```yaml\n")
                    .dropFirst()
                for (index, part) in parts.enumerated() {
                    let text = part.components(separatedBy: "```").first ?? ""
                    files.append(("\(folder)/\(name) \(index + 1)", text))
                }
            }
        }
        // What shows a mistake that YAML itself refuses is refused here, too.
        return files.filter { (try? YAML.read($0.1)) != nil }
    }()

    private static func laidOut(_ text: String) throws -> String {
        try YAML.laidOut(Array(text.utf8), separated: Workflow.separatedKeys, arranged: Workflow.arranged)
    }

    @Test("there is something to lay out")
    func there() {
        #expect(Self.files.count > 80)
    }

    @Test("a file laid out says the same, and laid out again it stays", arguments: files.map(\.name))
    func meaning(name: String) throws {
        let text = try #require(Self.files.first { $0.name == name }?.text)
        let once = try Self.laidOut(text)
        #expect(try Self.laidOut(once) == once)
        let (before, found) = Workflow.readingAll(try YAML.read(text))
        let (after, foundAfter) = Workflow.readingAll(try YAML.read(once))
        #expect((before == nil) == (after == nil))
        if let before, let after { #expect(before.says(sameAs: after)) }
        let codes = { (findings: [Finding]) in findings.map(\.statement.code).sorted() }
        #expect(codes(found) == codes(foundAfter))
    }

    @Test("a comment on a line of its own after any line is kept", arguments: files.map(\.name))
    func ownLines(name: String) throws {
        let text = try #require(Self.files.first { $0.name == name }?.text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let document = try YAML.read(text)
        for depth in [0, 1] {
            let free = Self.free(lines)
            let places = Self.harmless(free.indices) { chosen in
                let text = Self.commented(lines, after: chosen.map { free[$0] }, depth: depth)
                return (try? YAML.read(text))?.says(sameAs: document) ?? false
            }.map { free[$0] }
            #expect(places.count > free.count / 2)
            try expectKept(Self.commented(lines, after: places, depth: depth))
        }
    }

    /// The lines that belong to no text after `|` or `>`.
    private static func free(_ lines: [String]) -> [Int] {
        var free: [Int] = []
        var margin: Int?
        for (number, line) in lines.enumerated() {
            let spaces = line.prefix { $0 == " " }.count
            if let above = margin, line.isEmpty || spaces > above { continue }
            let isBlock = line.hasSuffix(" >-") || line.hasSuffix(" |") || line.hasSuffix(" >")
            margin = isBlock ? spaces : nil
            free.append(number)
        }
        return free
    }

    /// The lines with a comment of its own after each of those chosen, at the margin or indented as that line.
    private static func commented(_ lines: [String], after chosen: [Int], depth: Int) -> String {
        let chosen = Set(chosen)
        return lines.enumerated().map { number, line in
            guard chosen.contains(number) else { return line }
            let margin = line.prefix { $0 == " " }.count * depth
            return line + "\n" + String(repeating: " ", count: margin) + "# kept-\(number)-"
        }.joined(separator: "\n")
    }

    /// The lines at which a comment changes nothing: within a text of several lines it would be a text, or end it.
    private static func harmless(_ lines: Range<Int>, _ isHarmless: ([Int]) -> Bool) -> [Int] {
        if isHarmless(Array(lines)) { return Array(lines) }
        guard lines.count > 1 else { return [] }
        let middle = (lines.lowerBound + lines.upperBound) / 2
        return harmless(lines.lowerBound..<middle, isHarmless)
            + harmless(middle..<lines.upperBound, isHarmless)
    }

    @Test("a comment at the end of any line is kept", arguments: files.map(\.name))
    func lineEnds(name: String) throws {
        let text = try #require(Self.files.first { $0.name == name }?.text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let document = try YAML.read(text)
        let free = Self.free(lines).filter { !lines[$0].contains("#") }
        let places = Self.harmless(free.indices) { chosen in
            let text = Self.ended(lines, chosen.map { free[$0] })
            return (try? YAML.read(text))?.says(sameAs: document) ?? false
        }
        try expectKept(Self.ended(lines, places.map { free[$0] }))
    }

    /// The lines with a comment at the end of each of those chosen.
    private static func ended(_ lines: [String], _ chosen: [Int]) -> String {
        let chosen = Set(chosen)
        return lines.enumerated().map { number, line in
            chosen.contains(number) ? line + "  # kept-\(number)-" : line
        }.joined(separator: "\n")
    }

    /// Every number sign with its mark comes out once, and the meaning stays.
    private func expectKept(_ text: String) throws {
        let once = try Self.laidOut(text)
        #expect(try Self.laidOut(once) == once)
        #expect(try YAML.read(once).says(sameAs: Workflow.arranged(YAML.read(text))))
        let marks = { (text: String) in
            text.components(separatedBy: "# kept-").dropFirst().map { $0.prefix { $0 != "-" } }.sorted()
        }
        #expect(!marks(text).isEmpty)
        #expect(marks(once) == marks(text))
    }
}
