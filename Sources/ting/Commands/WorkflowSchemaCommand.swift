import ArgumentParser
import TingReports

extension WorkflowCommand {
    /// `ting workflow schema`: the JSON Schema of workflow files, for editors.
    struct PrintSchema: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "schema", abstract: help("workflow-schema"),
                discussion: help("workflow-schema-examples"))
        }

        @OptionGroup var options: GlobalOptions

        func run() throws { Output.out(EditorSupport.schema(Program.words)) }
    }
}
