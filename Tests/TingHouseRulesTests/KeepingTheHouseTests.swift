import Foundation
import Testing
import TingTestSupport

@Suite("Keeping the house in order")
struct KeepingTheHouseTests {
    /// Which of our modules each module may import.
    static let arrows: [String: Set<String>] = [
        "TingTally": [],
        "TingWorkflow": ["TingTally"],
        "TingProceedings": ["TingTally", "TingWorkflow"],
        "TingClerk": ["TingTally", "TingWorkflow", "TingProceedings"],
        "TingYAML": ["TingTally", "TingWorkflow"],
        "TingReports": ["TingTally", "TingWorkflow", "TingProceedings"],
        "TingStore": ["TingTally", "TingWorkflow", "TingProceedings", "TingClerk"],
    ]

    /// The one module that may import each package or system library.
    static let owners = [
        "CLibYAML": "TingYAML", "Mustache": "TingReports", "GRDB": "TingStore", "Crypto": "TingClerk",
        "ArgumentParser": "ting",
    ]

    @Test("the arrows between modules point one way", arguments: arrows.keys.sorted())
    func oneWay(_ module: String) {
        let allowed = Self.arrows[module] ?? []
        for file in SourceTree.swift("Sources/" + module) {
            for name in file.imports where name.hasPrefix("Ting") {
                #expect(allowed.contains(name), "\(file) imports \(name)")
            }
        }
    }

    @Test("each package is imported by one module")
    func oneOwner() {
        for file in SourceTree.swift("Sources") {
            for name in file.imports {
                guard let owner = Self.owners[name] else { continue }
                #expect(file.module == owner, "\(file) imports \(name)")
            }
        }
    }

    @Test("the pure modules import nothing from outside but the rules of time zones")
    func purity() {
        for module in ["TingTally", "TingWorkflow", "TingProceedings"] {
            for file in SourceTree.swift("Sources/" + module) {
                let strange = file.imports.filter { !$0.hasPrefix("Ting") }
                let isZone = file.path == "Sources/TingWorkflow/Time/Zone.swift"
                #expect(
                    strange.isEmpty || (isZone && strange == ["Foundation"]), "\(file) imports \(strange)")
            }
        }
    }

    @Test("the pure modules read no clock, no file and no chance, and print nothing")
    func noLookingUp() {
        let forbidden = [
            " Date(", "(Date(", "Date.now", ".random(", "SystemRandomNumberGenerator", "print(",
            "FileManager",
            "readLine(",
        ]
        for module in ["TingTally", "TingWorkflow", "TingProceedings"] {
            for file in SourceTree.swift("Sources/" + module) where !file.path.hasSuffix("Time/Zone.swift") {
                for word in forbidden { #expect(!file.text.contains(word), "\(file) has \(word)") }
            }
        }
    }

    @Test("no floating point in a decision")
    func noFloatingPoint() {
        for module in ["TingTally", "TingWorkflow", "TingProceedings"] {
            for file in SourceTree.swift("Sources/" + module) where !file.path.hasSuffix("Time/Zone.swift") {
                for (number, line) in file.lines.enumerated() {
                    let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
                    for word in ["Double", "Float"] {
                        #expect(!code.contains(word), "\(file):\(number + 1) has \(word)")
                    }
                }
            }
        }
    }

    @Test("nothing traps on what comes from outside")
    func noTraps() {
        for file in SourceTree.swift("Sources") {
            for word in ["try!", "fatalError(", "preconditionFailure(", " as! "] {
                #expect(!file.text.contains(word), "\(file) has \(word)")
            }
        }
    }

    @Test("one subject a file: 300 lines in sources, 400 in tests")
    func lengths() {
        for file in SourceTree.swift("Sources") {
            #expect(file.lines.count <= 301, "\(file): \(file.lines.count)")
        }
        for file in SourceTree.swift("Tests") {
            #expect(file.lines.count <= 401, "\(file): \(file.lines.count)")
        }
    }

    /// The words of a path, which begin with capitals or stand between other characters.
    private func words(of path: String) -> [String] {
        var words = [""]
        for character in path {
            if character.isUppercase || !character.isLetter { words.append("") }
            if character.isLetter { words[words.count - 1] += character.lowercased() }
        }
        return words.filter { !$0.isEmpty }
    }

    @Test("no file is named for having no subject")
    func names() {
        let vague = [
            "util", "helper", "common", "core", "manager", "service", "misc",
            "utilitie",
        ]
        for file in SourceTree.swift("Sources") + SourceTree.swift("Tests") {
            #expect(!file.path.contains(" "), "\(file)")
            for word in words(of: file.path) {
                #expect(!vague.contains { word == $0 || word == $0 + "s" }, "\(file) is named \(word)")
            }
        }
    }

    @Test("the top level holds what it may hold")
    func topLevel() throws {
        let allowed: Set<String> = [
            "Package.swift", "Sources", "Tests", "Workflows", "Templates", "README.md", "LICENSE",
        ]
        // Build folders and resolved versions are made here and never committed.
        let made: Set<String> = ["Package.resolved"]
        let names = try FileManager.default.contentsOfDirectory(atPath: Golden.packageRoot().path)
        for name in names where !name.hasPrefix(".") && !made.contains(name) {
            #expect(allowed.contains(name), "\(name) stands at the top level")
        }
    }

    @Test("the README gives two commands, and the second is what the checks run")
    func twoCommands() throws {
        let readme = try SourceTree.text("README.md")
        let run = try SourceTree.text(".ci/run")
        #expect(readme.contains("swift run ting demo"))
        #expect(readme.contains("\nswift test\n"))
        #expect(run.contains("\nswift test\n"))
        let first = readme.split(separator: "\n").first { $0.contains("apt-get install") } ?? ""
        for package in ["libyaml-dev", "libsqlite3-dev", "pkg-config", "tzdata"] {
            #expect(first.contains(package), "the README's first command lacks \(package)")
            #expect(run.contains(package), ".ci/run lacks \(package)")
        }
    }

    @Test("the procedure shown in the README is the library's own")
    func excerpt() throws {
        let readme = try SourceTree.text("README.md")
        let workflow = try SourceTree.text("Workflows/feature-request.yaml")
        let block = readme.components(separatedBy: "```yaml\n").dropFirst().first ?? ""
        let excerpt = block.components(separatedBy: "\n```").first ?? ""
        #expect(!excerpt.isEmpty)
        for part in excerpt.components(separatedBy: "\n\nstates:\n") {
            #expect(workflow.contains(part), "the README's excerpt differs from the file")
        }
    }

    @Test("the README names every kind of state with its outcomes")
    func kinds() throws {
        let readme = try SourceTree.text("README.md")
        for file in SourceTree.swift("Sources/TingWorkflow/Kinds") {
            for word in file.text.components(separatedBy: "static let word = \"").dropFirst() {
                let kind = word.prefix { $0 != "\"" }
                #expect(readme.contains("| `\(kind)` |"), "the README lacks the kind \(kind)")
            }
            for outcome in file.text.components(separatedBy: "OutcomeForm(\"").dropFirst() {
                let name = outcome.prefix { $0 != "\"" }
                #expect(readme.contains("`\(name)`"), "the README lacks the outcome \(name)")
            }
        }
    }
}
