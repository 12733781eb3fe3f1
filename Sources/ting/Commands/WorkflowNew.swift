import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

extension WorkflowCommand {
    /// `ting workflow new`: begins a procedure, from a plain one or from one there is.
    struct NewFile: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "new", abstract: help("workflow-new"),
                discussion: help("workflow-new-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-new-id")))
        var id: String
        @Option(help: ArgumentHelp(help("workflow-new-title")))
        var title: String?
        @Option(help: ArgumentHelp(help("workflow-new-from"), valueName: "file"))
        var from: String?

        func run() throws {
            let folder = try AssemblyFolder(options.assembly).workflows
            let path = folder + "/" + id + ".yaml"
            guard try !Disk.isThere(path) else {
                throw Refusal(Statement("workflow-taken", [.text("path", path)]))
            }
            let text = EditorSupport.modeline + (try body())
            let bytes = Array(text.utf8)
            let inspection = WorkflowFile.inspect(bytes)
            if inspection.workflow == nil {
                throw UnreadableFile(
                    file: SourceFile(name: path, bytes: bytes), findings: inspection.findings)
            }
            try Disk.write(text, to: path)
            try EditorSupport.write(to: folder, Program.words)
            let screen = Screen(options)
            screen.answer(.object(["workflow": .string(id), "file": .string(path)]))
            screen.say("workflow-begun", [.text("id", id), .text("path", path)])
        }

        /// The text of the new file: the plain procedure, or another with its id and title changed.
        private func body() throws -> String {
            let title = title ?? id
            let words = Quoted.text(title)
            guard let from else {
                guard let home = Program.home else {
                    throw NotFound("library-not-found", [.text("folder", Program.folder)])
                }
                let bytes = try Disk.read(home + "/Templates/workflows/starter.yaml")
                return String(decoding: bytes, as: UTF8.self)
                    .replacing("STARTER-ID", with: id).replacing("STARTER-TITLE", with: words)
            }
            let text = String(decoding: try Disk.read(from), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.filter { !$0.hasPrefix("# yaml-language-server:") }.map { line in
                if line.hasPrefix("workflow:") { return "workflow: \(id)" }
                if line.hasPrefix("title:"), self.title != nil { return "title: \(words)" }
                return String(line)
            }.joined(separator: "\n")
        }
    }
}

/// A text in double quotes, as YAML reads it back.
private enum Quoted {
    static func text(_ text: String) -> String {
        "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
    }
}
