import ArgumentParser
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
            subcommands: [
                NewFile.self, CheckFiles.self, TestFiles.self, ExplainFile.self, Draw.self, PrintSchema.self,
            ])
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
