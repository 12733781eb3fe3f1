import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow
import TingYAML

/// `ting workflow`: checks, draws and tests procedures.
struct WorkflowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "workflow", abstract: help("workflow"),
            subcommands: [CheckFiles.self, TestFiles.self, ExplainFile.self, Draw.self])
    }

    /// `ting workflow check`.
    struct CheckFiles: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "check", abstract: help("workflow-check"),
                discussion: help("workflow-check-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-files")))
        var files: [String]

        func run() throws {
            let screen = Screen(options)
            var hasErrors = false
            var answers: [JSON] = []
            for file in files {
                let bytes = try Disk.read(file)
                let inspection = WorkflowFile.inspect(bytes)
                let frame = Frame(
                    words: screen.words, file: file, source: bytes,
                    colour: Output.coloursInAnswer && !options.json)
                hasErrors = hasErrors || inspection.workflow == nil
                if options.json {
                    answers.append(json(inspection, file, frame))
                } else if inspection.findings.isEmpty {
                    screen.say(
                        "workflow-sound",
                        [.text("file", file), .number("states", inspection.workflow?.states.count ?? 0)])
                } else {
                    Output.out(frame.text(inspection.findings))
                }
            }
            screen.answer(.array(answers))
            if hasErrors { throw ExitCode(65) }
        }

        private func json(_ inspection: Check.Inspection, _ file: String, _ frame: Frame) -> JSON {
            .object([
                "file": .string(file), "sound": .boolean(inspection.workflow != nil),
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
            ])
        }
    }

    /// `ting workflow draw`.
    struct Draw: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("workflow-draw"), discussion: help("workflow-draw-examples"))
        }

        /// The forms of a drawing.
        enum Form: String, ExpressibleByArgument, CaseIterable {
            case mermaid
            case dot
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-file")))
        var file: String
        @Option(help: ArgumentHelp(help("workflow-form")))
        var format = Form.mermaid

        func run() throws {
            let workflow = try WorkflowFile.read(file)
            let text =
                switch format {
                case .mermaid: Mermaid.text(workflow, language: Program.language)
                case .dot: DOT.text(workflow, language: Program.language)
                }
            let screen = Screen(options)
            screen.answer(.object(["format": .string(format.rawValue), "drawing": .string(text)]))
            screen.line(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        }
    }
}
