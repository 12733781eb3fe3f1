import Foundation
import Testing
import TingReports
import TingTestSupport
import TingYAML

@Suite("Putting everything into words")
struct WordingTests {
    static func words() throws -> Words { try Words(YAML.read(Golden.bytes(at: "Templates/words/en.yaml"))) }

    @Test("the words file has no mistake of its own")
    func sound() throws {
        let findings = try Self.words().validate()
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("every code of a statement in the sources has a sentence")
    func everyCode() throws {
        let words = try Self.words()
        // The first text given to these makers is a code.
        let makers = [
            "Statement(", "log.add(", "log.round(", "Fault(", "NotFound(", "WrongUse(", "BadFile(", "say(",
            "sentence(",
        ]
        for file in SourceTree.swift("Sources") {
            for maker in makers {
                for code in Self.codes(after: maker, in: file.text) {
                    #expect(words.has(code: code), "\(file): \(code)")
                }
            }
        }
    }

    @Test("every key of the help has its words")
    func help() throws {
        let words = try Self.words()
        for file in SourceTree.swift("Sources/ting") {
            for key in Self.codes(after: "help(", in: file.text) {
                #expect(!words.plain("help." + key).hasPrefix("["), "\(file): help.\(key)")
            }
        }
    }

    /// The texts in quotes that stand first after a maker, also on the next line.
    static func codes(after maker: String, in text: String) -> [String] {
        text.components(separatedBy: maker).dropFirst().compactMap { rest in
            let trimmed = rest.drop(while: \.isWhitespace)
            guard trimmed.first == "\"" else { return nil }
            let code = trimmed.dropFirst().prefix { $0 != "\"" }
            // A code that ends in a hyphen is the beginning of several.
            return code.isEmpty || code.hasSuffix("-") || code.contains("\\") || code.contains(" ")
                ? nil : String(code)
        }
    }
}
