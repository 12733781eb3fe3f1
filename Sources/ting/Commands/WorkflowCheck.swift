import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

extension WorkflowCommand {
    /// `ting workflow check`: proves what can be proved of procedures before anybody uses them.
    struct CheckFiles: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "check", abstract: help("workflow-check"),
                discussion: help("workflow-check-examples"))
        }

        /// The forms of an answer.
        enum Form: String, ExpressibleByArgument, CaseIterable {
            case text
            case json
            case sarif
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-files")))
        var files: [String]
        @Option(help: ArgumentHelp(help("workflow-check-format")))
        var format = Form.text
        @Flag(help: ArgumentHelp(help("workflow-check-suggest")))
        var suggest = false

        func run() throws {
            let form = options.json ? .json : format
            var words = Screen(options).words
            words.instant = { Instant(seconds: $0).description }
            var hasErrors = false
            var answers: [JSON] = []
            var log = SARIFLog(words: words, version: Program.version)
            for file in files {
                let bytes = try Disk.read(file)
                let inspection = WorkflowFile.inspect(bytes)
                hasErrors = hasErrors || inspection.workflow == nil
                let frame = Frame(
                    words: words, file: file, source: bytes,
                    colour: Output.coloursInAnswer && form == .text)
                switch form {
                case .text: say(inspection, frame)
                case .json: answers.append(json(inspection, frame))
                case .sarif: log.add(inspection.findings, of: frame)
                }
            }
            switch form {
            case .text: break
            case .json: Output.out(JSON.array(answers).prettyText + "\n")
            case .sarif: Output.out(log.text)
            }
            if hasErrors { throw ExitCode(65) }
        }

        private func say(_ inspection: Check.Inspection, _ frame: Frame) {
            if inspection.findings.isEmpty {
                let facts: [Fact] = [
                    .text("file", frame.file), .number("states", inspection.workflow?.states.count ?? 0),
                ]
                Output.out(frame.words.render(Statement("workflow-sound", facts)) + "\n")
            } else {
                Output.out(frame.text(inspection.findings))
            }
            guard suggest, let workflow = inspection.workflow else { return }
            let lines = Check.suggestedPromises(for: workflow)
            let code = lines.isEmpty ? "check-nothing-to-promise" : "check-could-promise"
            Output.out(frame.words.render(Statement(code, [.text("file", frame.file)])) + "\n")
            for line in lines { Output.out("  " + Visible.line(line) + "\n") }
        }

        private func json(_ inspection: Check.Inspection, _ frame: Frame) -> JSON {
            var keys = fields(inspection, frame)
            if suggest, let workflow = inspection.workflow {
                keys["could-promise"] = .strings(Check.suggestedPromises(for: workflow))
            }
            return .object(keys)
        }

        private func fields(_ inspection: Check.Inspection, _ frame: Frame) -> [String: JSON] {
            [
                "file": .string(frame.file), "sound": .boolean(inspection.workflow != nil),
                "findings": .array(
                    inspection.findings.map { finding in
                        var keys: [String: JSON] = [:]
                        for (key, value) in frame.fields(finding) {
                            switch value {
                            case .text(let text): keys[key] = .string(text)
                            case .number(let number): keys[key] = .integer(number)
                            case .texts(let texts): keys[key] = .strings(texts)
                            case .absent: break
                            }
                        }
                        return .object(keys)
                    }),
            ]
        }
    }
}
