import ArgumentParser

/// `ting workflow`: checks, draws and tests procedures.
struct WorkflowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "workflow", abstract: help("workflow"),
            subcommands: [
                NewFile.self, CheckFiles.self, FormatFiles.self, CompareFiles.self, PlanMigration.self,
                TestFiles.self,
                Simulate.self,
                ExplainFile.self, DrawFile.self, PrintSchema.self,
            ])
    }
}
