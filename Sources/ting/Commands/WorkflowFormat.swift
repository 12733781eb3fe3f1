import ArgumentParser
import TingProceedings
import TingTally
import TingWorkflow
import TingYAML

extension WorkflowCommand {
    /// `ting workflow fmt`: writes workflow files anew in the layout of the house.
    struct FormatFiles: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "fmt", abstract: help("workflow-fmt"), discussion: help("workflow-fmt-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-fmt-files")))
        var files: [String]
        @Flag(help: ArgumentHelp(help("workflow-fmt-check")))
        var check = false

        func run() throws {
            let screen = Screen(options)
            // Every file is read before the first is written.
            let formatted = try files.map { try FormattedFile($0) }
            screen.answer(.array(formatted.map(\.json)))
            let changed = formatted.filter(\.isChanged)
            for file in formatted where file.name == "-" && !check {
                screen.line(String(file.text.dropLast()))
            }
            if !check {
                for file in changed where file.name != "-" { try Disk.write(file.text, to: file.name) }
            }
            for file in changed where file.name != "-" || check {
                screen.say(check ? "fmt-would-write" : "fmt-written", [.text("file", file.name)])
            }
            let left = formatted.filter { $0.name != "-" }.count - changed.filter { $0.name != "-" }.count
            if left > 0 { screen.say("fmt-left", [.number("count", left)]) }
            if check, !changed.isEmpty { throw ExitCode(1) }
        }
    }
}

/// A file with its text in the layout of the house.
private struct FormattedFile {
    /// The name it was given by.
    let name: String
    /// The new text.
    let text: String
    /// Whether it differs from what is there.
    let isChanged: Bool

    /// Reads a file; one that YAML cannot read, or that would say something else, is refused.
    init(_ name: String) throws {
        let bytes = try Disk.read(name)
        do {
            text = try SourceFile(name: name, bytes: bytes).reading {
                let text = try YAML.laidOut(
                    bytes, separated: Workflow.separatedKeys, arranged: Workflow.arranged)
                let before = Workflow.readingAll(try YAML.read(bytes)).workflow
                let after = Workflow.readingAll(try YAML.read(text)).workflow
                // A file that is no workflow yet is compared as a document, and so it was.
                let isSame = before.map { before in after.map { before.says(sameAs: $0) } ?? false } ?? true
                if !isSame { throw NotLaidOut("layout-changes-meaning") }
                return text
            }
        } catch let error as NotLaidOut {
            throw BadFile(
                "layout-not-kept", [.text("file", name), Fact("why", .statement(error.statement))])
        }
        self.name = name
        isChanged = Array(text.utf8) != bytes
    }

    var json: JSON { .object(["file": .string(name), "changed": .boolean(isChanged)]) }
}
