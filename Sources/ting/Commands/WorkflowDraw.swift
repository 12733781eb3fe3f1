import ArgumentParser
import Foundation
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

extension WorkflowCommand {
    /// `ting workflow draw`: a workflow as boxes and arrows.
    struct DrawFile: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "draw", abstract: help("workflow-draw"),
                discussion: help("workflow-draw-examples"))
        }

        /// The forms of a drawing.
        enum Form: String, ExpressibleByArgument, CaseIterable {
            case mermaid
            case dot
            case svg

            /// The form that the ending of a file's name stands for; nil when it stands for none.
            init?(ending file: String) {
                switch (file as NSString).pathExtension.lowercased() {
                case "mmd", "mermaid": self = .mermaid
                case "dot", "gv": self = .dot
                case "svg": self = .svg
                default: return nil
                }
            }
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-file")))
        var file: String
        @Option(help: ArgumentHelp(help("workflow-form")))
        var format: Form?
        @Option(name: [.short, .customLong("output")], help: ArgumentHelp(help("workflow-drawing-file")))
        var output: String?

        func run() throws {
            let screen = Screen(options)
            let form = try form()
            let workflow = try WorkflowFile.read(file)
            let drawing = Drawing(workflow, language: screen.words.language) { screen.words.render($0) }
            let text =
                switch form {
                case .mermaid: Mermaid.text(drawing)
                case .dot: DOT.text(drawing)
                case .svg: SVG.text(drawing)
                }
            guard let output else {
                screen.answer(.object(["format": .string(form.rawValue), "drawing": .string(text)]))
                screen.line(String(text.dropLast()))
                return
            }
            try Disk.write(text, to: output)
            screen.answer(
                .object([
                    "format": .string(form.rawValue), "file": .string(output),
                    "states": .integer(drawing.boxes.count),
                ]))
            screen.say(
                "draw-written",
                [
                    .text("workflow", workflow.id), .text("file", output),
                    .number("states", drawing.boxes.count),
                ])
        }

        /// The form asked for, else the one that the file's ending stands for.
        private func form() throws -> Form {
            if let format { return format }
            guard let output else { return .mermaid }
            guard let form = Form(ending: output) else {
                throw WrongUse("draw-form-unsaid", [.text("file", output)])
            }
            return form
        }
    }
}
