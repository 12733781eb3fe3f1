import Testing
import TingReports
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading workflow files with mistakes") struct ReadingBadWorkflowsTests {
    static let cases = Golden.files(in: "\(Steward.folder)/Bad").filter { $0.hasSuffix(".yaml") }
        .map { String($0.dropLast(5)) }

    @Test("every mistake is told as a steward should read it", arguments: cases)
    func page(name: String) throws {
        let folder = "\(Steward.folder)/Bad"
        let bytes = try Golden.bytes(at: "\(folder)/\(name).yaml")
        let page = try Steward.page(bytes, file: name + ".yaml")
        #expect(page.isEmpty == false)
        Golden.expect(page, matches: "\(folder)/\(name).expected")
    }

    @Test("there are many of them, and none of the expected pages is an orphan")
    func noOrphans() {
        let files = Golden.files(in: "\(Steward.folder)/Bad")
        #expect(Self.cases.count >= 30)
        for file in files where file.hasSuffix(".expected") {
            #expect(Self.cases.contains(String(file.dropLast(9))), "\(file)")
        }
    }

    @Test("every sentence of a finding is in the words, with all its facts", arguments: cases)
    func words(name: String) throws {
        let words = try #require(Steward.words)
        let bytes = try Golden.bytes(at: "\(Steward.folder)/Bad/\(name).yaml")
        for finding in Check.inspect(try YAML.read(bytes)).findings {
            let promised = finding.promise.map { [$0.statement] } ?? []
            let told = finding.notes + finding.story.map(\.statement) + finding.mends
            for statement in [finding.statement] + promised + told {
                // A sentence that is missing, or lacks a fact, shows as its code in brackets.
                #expect(!words.render(statement).hasPrefix("["), "\(statement)")
            }
        }
    }

    @Test("every code in the sources has its sentence")
    func allCodes() throws {
        let sections = try YAML.read(Golden.bytes(at: "Templates/words/en.yaml")).entries ?? []
        let codes = Set(sections.flatMap { $0.value.entries?.map(\.key) ?? [] })
        let call = /(?:Statement|error|about|add|warning)\((?:\s*state,)?\s*"([a-z][a-z0-9-]*[a-z0-9])"/
        for folder in ["", "/Source", "/Phrases", "/Kinds", "/Check"] {
            let path = "Sources/TingWorkflow\(folder)"
            for file in Golden.files(in: path) where file.hasSuffix(".swift") {
                let text = String(decoding: try Golden.bytes(at: "\(path)/\(file)"), as: UTF8.self)
                for match in text.matches(of: call) {
                    #expect(codes.contains(String(match.1)), "\(file): \(match.1)")
                }
            }
        }
        for form in PhraseForm.allCases where form != .name && form != .whole {
            #expect(codes.contains("phrase-\(form.rawValue)"), "\(form)")
        }
    }

    @Test("a file cut off after any line, or without any line, is read to the end")
    func cutFiles() throws {
        let text = try Steward.text("bylaw-change.yaml")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for index in lines.indices {
            let head = lines[..<index].joined(separator: "\n")
            let rest = (lines[..<index] + lines[(index + 1)...]).joined(separator: "\n")
            for part in [head, rest] {
                guard let node = try? YAML.read(Array(part.utf8)) else { continue }
                let inspection = Check.inspect(node)
                let hasErrors = inspection.findings.contains { $0.severity == .error }
                #expect((inspection.workflow == nil) == hasErrors)
            }
        }
    }

    @Test("a value replaced by nothing, a list, a map or strange words is told and nothing traps")
    func strangeValues() throws {
        let document = try YAML.read(Array(Steward.text("bylaw-change.yaml").utf8))
        let strange: [Node.Content] = [
            .scalar(""), .scalar("\u{1F600} % , ,"), .sequence([Node(.mapping([]))]),
        ]
        for path in Self.paths(of: document) {
            for content in strange {
                let changed = Self.replacing(path[...], in: document, by: content)
                let inspection = Check.inspect(changed)
                #expect(inspection.workflow != nil || !inspection.findings.isEmpty)
            }
        }
    }

    /// The ways to every node: the numbers of entries and items from the root.
    private static func paths(of node: Node) -> [[Int]] {
        let children = node.entries?.map(\.value) ?? node.items ?? []
        return [[]]
            + children.enumerated().flatMap { index, child in paths(of: child).map { [index] + $0 } }
    }

    private static func replacing(_ path: ArraySlice<Int>, in node: Node, by content: Node.Content)
        -> Node
    {
        guard let index = path.first else { return Node(content, at: node.mark) }
        switch node.content {
        case .scalar: return node
        case .sequence(var items):
            items[index] = replacing(path.dropFirst(), in: items[index], by: content)
            return Node(.sequence(items), at: node.mark)
        case .mapping(var entries):
            let old = entries[index]
            entries[index] = .init(
                key: old.key, mark: old.mark,
                value: replacing(path.dropFirst(), in: old.value, by: content))
            return Node(.mapping(entries), at: node.mark)
        }
    }
}
