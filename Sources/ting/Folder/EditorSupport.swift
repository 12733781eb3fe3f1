import TingProceedings
import TingReports

/// What lets an editor help with workflow files: a schema beside them, and a line that names it.
enum EditorSupport {
    /// The name of the schema's file, beside the workflow files.
    static let schemaName = ".workflow.schema.json"
    /// The first line of a workflow file, by which editors with a YAML language server find the schema.
    static let modeline = "# yaml-language-server: $schema=\(schemaName)\n"

    /// The schema, with its descriptions in the language of the words.
    static func schema(_ words: Words) -> String { WorkflowSchema(words: words).json.prettyText + "\n" }

    /// Writes the schema into a folder of workflow files.
    static func write(to folder: String, _ words: Words) throws {
        try Disk.write(schema(words), to: folder + "/" + schemaName)
    }
}
