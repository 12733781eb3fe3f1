import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// A workflow file whose scenarios were played.
struct TestedFile {
    /// The file's name, as given.
    let name: String
    /// Its workflow.
    let workflow: Workflow
    /// Its scenarios as they were played, in file order.
    let played: [PlayedScenario]
    /// What they pass through.
    let coverage: Coverage
    /// Shows findings of the file.
    let frame: Frame
    /// Stories for what they do not pass through; nil when nobody asked.
    private(set) var suggestions: [Suggestion]?
    /// What none of those stories shows either.
    private(set) var waysWithoutStory: [Coverage.Way] = []

    /// Reads a file and plays its scenarios.
    ///
    /// - Throws: ``UnreadableFile`` with every mistake, `DiskError`.
    init(_ name: String, words: Words, colour: Bool) throws {
        let bytes = try Disk.read(name)
        let inspection = WorkflowFile.inspect(bytes)
        guard let workflow = inspection.workflow else {
            throw UnreadableFile(
                file: SourceFile(name: name, bytes: bytes), findings: inspection.findings)
        }
        self.name = name
        self.workflow = workflow
        played = Rehearsal(workflow, zone: .utc) { words.render($0) }.playAll()
        coverage = Coverage(of: workflow, by: played)
        frame = Frame(words: words, file: name, source: bytes, colour: colour)
    }

    /// Looks for stories that show what the file's own do not.
    mutating func suggest() {
        var suggesting = Suggesting(workflow, missing: coverage.missedWays, zone: .utc)
        suggestions = suggesting.suggestions()
        waysWithoutStory = suggesting.missed
    }

    /// The suggestions as they stand in a file, without a line feed at the end.
    var suggestedText: String {
        (suggestions ?? []).map { $0.yaml(title: frame.words.render($0.title)) }
            .joined(separator: "\n").trimmingSuffix { $0 == "\n" }
    }

    /// How many scenarios did not come true.
    var failed: Int { played.count { !$0.cameTrue } }

    /// The result for scripts.
    var json: JSON {
        var keys: [String: JSON] = [
            "file": .string(name), "states": .integer(coverage.states.count),
            "states-never-visited": .strings(coverage.missedStates),
            "ways": .integer(coverage.ways.count),
            "ways-never-taken": .array(
                coverage.missedWays.map { way in
                    .object([
                        "state": .string(way.state), way.isAction ? "action" : "outcome": .string(way.name),
                        "line": .integer(way.mark.line),
                    ])
                }),
            "scenarios": .array(
                played.map { scenario in
                    .object([
                        "title": .string(scenario.scenario.title), "passed": .boolean(scenario.cameTrue),
                        "line": .integer(scenario.scenario.mark.line),
                        "findings": .array(scenario.failures.map { .string(frame.text($0)) }),
                    ])
                }),
        ]
        if let suggestions {
            keys["suggestions"] = .array(
                suggestions.map { .string($0.yaml(title: frame.words.render($0.title))) })
        }
        return .object(keys)
    }
}

extension Coverage.Way {
    /// The state and the way out of it.
    var text: String { state + ": " + name }
}

extension String {
    /// The text without what it ends with.
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return String(text)
    }
}
