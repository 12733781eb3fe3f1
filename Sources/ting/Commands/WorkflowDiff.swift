import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow
import TingYAML

extension WorkflowCommand {
    /// `ting workflow diff`: what a new version of a procedure makes stricter, looser or otherwise.
    struct CompareFiles: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "diff", abstract: help("workflow-diff"),
                discussion: help("workflow-diff-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-diff-old")))
        var old: String
        @Argument(help: ArgumentHelp(help("workflow-diff-new")))
        var new: String
        @Flag(help: ArgumentHelp(help("workflow-diff-no-story")))
        var noStory = false

        func run() throws {
            let screen = Screen(options)
            let (before, after) = (try Self.version(old), try Self.version(new))
            let changes = Comparing.changes(from: before, to: after)
            var story: DistinguishingStory?
            if !noStory, changes.contains(where: { $0.direction != .words }) {
                var search = Distinguishing(from: before.workflow, to: after.workflow, zone: .utc)
                story = search.story()
            }
            screen.answer(json(changes, story, screen))
            if changes.isEmpty { return screen.say("compare-same", [.text("old", old), .text("new", new)]) }
            for direction in Change.Direction.allCases {
                let part = changes.filter { $0.direction == direction }
                guard !part.isEmpty else { continue }
                screen.say("compare-heading-" + direction.rawValue)
                for change in part { screen.line("  " + line(change, screen)) }
            }
            guard !noStory, changes.contains(where: { $0.direction != .words }) else { return }
            screen.line()
            guard let story else { return screen.say("compare-no-story") }
            screen.say(
                "compare-story-" + story.difference.rawValue, [.list("members", population(story, screen))])
            let frame = Frame(words: screen.words, file: new, source: [])
            for line in frame.lines(of: story.steps) { screen.line("  " + line) }
        }

        private static func version(_ path: String) throws -> WorkflowVersion {
            let bytes = try Disk.read(path)
            return try SourceFile(name: path, bytes: bytes).reading { try WorkflowVersion(YAML.read(bytes)) }
        }

        /// The sentence with the lines of both files.
        private func line(_ change: Change, _ screen: Screen) -> String {
            let places = [
                change.before.map { "\(old):\($0.line)" }, change.after.map { "\(new):\($0.line)" },
            ]
            return screen.words.render(change.statement) + "  ["
                + places.compactMap(\.self).map(Visible.line).joined(separator: ", ") + "]"
        }

        private func population(_ story: DistinguishingStory, _ screen: Screen) -> [String] {
            story.members.map { population in
                screen.sentence(
                    population.memberClass == nil ? "compare-members" : "compare-members-of",
                    [.number("count", population.count), .text("class", population.memberClass ?? "")])
            }
        }

        private func json(_ changes: [Change], _ story: DistinguishingStory?, _ screen: Screen) -> JSON {
            let listed: [JSON] = changes.map { change in
                var keys: [String: JSON] = [
                    "direction": .string(change.direction.rawValue), "code": .string(change.statement.code),
                    "message": .string(screen.words.render(change.statement)),
                ]
                if let mark = change.before { keys["old-line"] = .integer(mark.line) }
                if let mark = change.after { keys["new-line"] = .integer(mark.line) }
                for fact in change.statement.facts {
                    if case .text(let text) = fact.value, ["old", "new", "key"].contains(fact.name) {
                        keys[fact.name] = .string(text)
                    }
                }
                return .object(keys)
            }
            var answer: [String: JSON] = [
                "old": .string(old), "new": .string(new), "changes": .array(listed),
            ]
            if let story {
                let frame = Frame(words: screen.words, file: new, source: [])
                answer["story"] = .object([
                    "difference": .string(story.difference.rawValue),
                    "members": .strings(population(story, screen)), "touches": .strings(story.touches),
                    "lines": .strings(story.steps.map(frame.line)), "steps": .strings(story.lines),
                    "old-state": .string(story.states.old), "new-state": .string(story.states.new),
                ])
            }
            return .object(answer)
        }
    }
}
