import Foundation
import Testing
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Cataloguing checks") struct CataloguingChecksTests {
    /// What makes a finding, and the first text after it: its code.
    private static let makers = [
        "error(", "warning(", "reportMissing(", ".about(", "report(", "Finding(", "add(", "refuse(",
        "finding(",
    ]

    @Test("every code that a finding can have belongs to exactly one check")
    func everyCode() throws {
        for code in Self.codes() {
            #expect(
                Check.entry(of: code) != nil,
                "add \(code) to Sources/TingWorkflow/Check/Catalogue+Entries.swift")
        }
        let all = Check.catalogue.flatMap(\.codes)
        #expect(Set(all).count == all.count, "a code stands in two checks")
        let beginnings = Check.catalogue.flatMap(\.beginnings)
        for beginning in beginnings {
            #expect(!beginnings.contains { $0 != beginning && $0.hasPrefix(beginning) })
        }
    }

    @Test("every finding in the corpus of bad files has an id")
    func corpus() throws {
        for folder in ["Tests/TingWorkflowTests/Bad", "Tests/TingYAMLTests/Bad"] {
            for file in Golden.files(in: folder) where file.hasSuffix(".yaml") {
                let bytes = try Golden.bytes(at: "\(folder)/\(file)")
                for finding in Steward.findings(bytes) {
                    #expect(finding.id != nil, "\(file): \(finding.statement.code)")
                }
            }
        }
    }

    @Test("ids are a family and a number, each once, in order, and every check has a title")
    func ids() throws {
        let words = try #require(Steward.words)
        let ids = Check.catalogue.map(\.id)
        #expect(Set(ids).count == ids.count)
        var last: (Character, Int) = ("A", 0)
        for entry in Check.catalogue {
            let number = try #require(Int(entry.id.dropFirst()))
            #expect(("A"..."H").contains(entry.family))
            #expect((entry.family, number) > last, "\(entry.id)")
            last = (entry.family, number)
            #expect(words.has(code: entry.title), "\(entry.title)")
            #expect(Check.entry(id: entry.id.lowercased()) == entry)
        }
        #expect(Check.entry(id: "Z1") == nil)
        #expect(Check.entry(of: "story-refused") == nil)
    }

    @Test("every code of the catalogue is one that the sources make")
    func noOrphans() {
        let made = Set(Self.sources().flatMap(Self.literals))
        // These are made from the sort of name: `unknown-rule`, `unknown-role` ...
        let sorts = Key.Reference.allCases.map { "unknown-" + $0.rawValue }
        for code in Check.catalogue.flatMap(\.codes) where !sorts.contains(code) {
            #expect(made.contains(code), "\(code)")
        }
    }

    /// The codes of findings in the sources: the first text after each maker.
    private static func codes() -> [String] {
        var codes: Set<String> = []
        for text in sources() {
            for maker in makers {
                for rest in text.components(separatedBy: maker).dropFirst() {
                    // The code comes before the end of the statement, and is the first text in quotes.
                    let head = rest.prefix(160).prefix { $0 != "}" && $0 != ";" }
                    guard let quote = head.firstIndex(of: "\"") else { continue }
                    let code = head[head.index(after: quote)...].prefix { $0 != "\"" }
                    let isCode =
                        code.contains("-") && code.allSatisfy { $0 == "-" || ($0.isASCII && $0.isLetter) }
                    guard isCode, !code.hasSuffix("-"), Self.words.contains(String(code)) else { continue }
                    codes.insert(String(code))
                }
            }
        }
        return codes.sorted()
    }

    /// The sentences there are, without those of deeds and of other files.
    private static let words: Set<String> = {
        let sections = (try? YAML.read(Golden.bytes(at: "Templates/words/en.yaml")).entries) ?? []
        let others = ["terms", "keys", "kinds", "deed", "checks-stories", "checks-mends", "checks-promises"]
        return Set(
            sections.filter { !others.contains($0.key) }.flatMap { $0.value.entries?.map(\.key) ?? [] }
                .filter { code in !["place-", "why-", "explain-"].contains { code.hasPrefix($0) } })
    }()

    /// The texts in quotes that are made of small letters, digits and hyphens.
    private static func literals(_ text: String) -> [String] {
        let isPart: (UInt8) -> Bool = { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return Array(text.utf8).split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            .filter { $0.allSatisfy(isPart) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func sources() -> [String] {
        var texts: [String] = []
        var folders = ["Sources/TingWorkflow", "Sources/TingYAML"]
        while let folder = folders.popLast() {
            for name in Golden.files(in: folder) {
                if name.hasSuffix(".swift"), name != "Catalogue+Entries.swift" {
                    let bytes = (try? Golden.bytes(at: "\(folder)/\(name)")) ?? []
                    texts.append(String(decoding: bytes, as: UTF8.self))
                } else if !name.hasSuffix(".swift") {
                    folders.append("\(folder)/\(name)")
                }
            }
        }
        return texts
    }
}
