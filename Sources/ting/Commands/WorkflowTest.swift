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

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-files")))
        var files: [String]

        func run() throws {
            let screen = Screen(options)
            var failed = 0
            var passed = 0
            var answers: [JSON] = []
            for file in files {
                let bytes = try Disk.read(file)
                let inspection = WorkflowFile.inspect(bytes)
                guard let workflow = inspection.workflow else {
                    throw UnreadableFile(
                        file: SourceFile(name: file, bytes: bytes), findings: inspection.findings)
                }
                let words = screen.words
                let rehearsal = Rehearsal(workflow, zone: .utc) { words.render($0) }
                let played = rehearsal.playAll()
                let frame = Frame(
                    words: words, file: file, source: bytes, colour: Output.coloursInAnswer && !options.json)
                for scenario in played { show(scenario, file, frame, screen) }
                if played.isEmpty { screen.say("test-no-scenarios", [.text("file", file)]) }
                let missed = Coverage(of: workflow, by: played).missedStates
                if !played.isEmpty, !missed.isEmpty {
                    screen.say("test-uncovered", [.list("states", missed)])
                }
                passed += played.count(where: \.cameTrue)
                failed += played.count { !$0.cameTrue }
                answers.append(json(played, missed, file, frame))
            }
            screen.answer(.array(answers))
            screen.say("test-summary", [.number("passed", passed), .number("failed", failed)])
            if failed > 0 { throw ExitCode(1) }
        }

        private func show(_ played: PlayedScenario, _ file: String, _ frame: Frame, _ screen: Screen) {
            let facts: [Fact] = [
                .text("file", file), .text("title", played.scenario.title),
                .number("line", played.scenario.mark.line),
            ]
            screen.say(played.cameTrue ? "test-passed" : "test-failed", facts)
            for finding in played.failures { screen.line(frame.text(finding)) }
        }

        private func json(_ played: [PlayedScenario], _ missed: [String], _ file: String, _ frame: Frame)
            -> JSON
        {
            .object([
                "file": .string(file), "states-never-visited": .strings(missed),
                "scenarios": .array(
                    played.map { scenario in
                        .object([
                            "title": .string(scenario.scenario.title), "passed": .boolean(scenario.cameTrue),
                            "line": .integer(scenario.scenario.mark.line),
                            "findings": .array(scenario.failures.map { .string(frame.text($0)) }),
                        ])
                    }),
            ])
        }
    }
}
