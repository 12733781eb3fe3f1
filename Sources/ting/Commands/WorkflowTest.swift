import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

extension WorkflowCommand {
    /// `ting workflow test`: plays the scenarios written in workflow files.
    struct TestFiles: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "test", abstract: help("workflow-test"),
                discussion: help("workflow-test-examples"))
        }

        /// The forms of an answer.
        enum Form: String, ExpressibleByArgument, CaseIterable {
            case text
            case json
            case tap
            case junit
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-files")))
        var files: [String]
        @Option(help: ArgumentHelp(help("workflow-test-format")))
        var format = Form.text
        @Flag(help: ArgumentHelp(help("workflow-test-suggest")))
        var suggest = false

        func run() throws {
            let form = options.json ? .json : format
            let screen = Screen(options)
            let colour = Output.coloursInAnswer && form == .text
            var tested: [TestedFile] = []
            for name in files {
                var file = try TestedFile(name, words: screen.words, colour: colour)
                if suggest { file.suggest() }
                if form == .text { show(file, screen) }
                tested.append(file)
            }
            let failed = tested.reduce(0) { $0 + $1.failed }
            switch form {
            case .text:
                let passed = tested.reduce(0) { $0 + $1.played.count } - failed
                screen.say("test-summary", [.number("passed", passed), .number("failed", failed)])
            case .json: Output.out(JSON.array(tested.map(\.json)).prettyText + "\n")
            case .tap: Output.out(TAP.text(tested))
            case .junit: Output.out(JUnit.text(tested))
            }
            if failed > 0 { throw ExitCode(1) }
        }

        private func show(_ file: TestedFile, _ screen: Screen) {
            for played in file.played {
                let facts: [Fact] = [
                    .text("file", file.name), .text("title", played.scenario.title),
                    .number("line", played.scenario.mark.line),
                ]
                screen.say(played.cameTrue ? "test-passed" : "test-failed", facts)
                for finding in played.failures { screen.line(file.frame.text(finding)) }
            }
            let coverage = file.coverage
            if file.played.isEmpty {
                screen.say("test-no-scenarios", [.text("file", file.name)])
            } else {
                show(file.coverage, of: file, screen)
            }
            guard let suggestions = file.suggestions, !coverage.missedWays.isEmpty else { return }
            if !suggestions.isEmpty {
                screen.say("test-suggested")
                if file.workflow.scenarios.isEmpty { screen.line("scenarios:") }
                screen.line(file.suggestedText)
            }
            if !file.waysWithoutStory.isEmpty {
                screen.say("test-not-suggested", [.list("ways", file.waysWithoutStory.map(\.text))])
            }
        }

        private func show(_ coverage: Coverage, of file: TestedFile, _ screen: Screen) {
            screen.say(
                "test-coverage",
                [
                    .text("file", file.name), .number("states", coverage.states.count),
                    .number("all", file.workflow.states.count), .number("ways", coverage.ways.count),
                    .number("total", coverage.ways.count + coverage.missedWays.count),
                ])
            if !coverage.missedStates.isEmpty {
                screen.say("test-uncovered", [.list("states", coverage.missedStates)])
            }
            if !coverage.missedWays.isEmpty {
                screen.say("test-untaken", [.list("ways", coverage.missedWays.map(\.text))])
            }
        }
    }
}
