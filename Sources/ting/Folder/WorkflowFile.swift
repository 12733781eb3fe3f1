import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow
import TingYAML

/// A workflow file on disk, wherever it lies.
enum WorkflowFile {
    /// Reads and checks the bytes of a file.
    static func inspect(_ bytes: [UInt8]) -> Check.Inspection {
        do {
            return Check.inspect(try YAML.read(bytes))
        } catch {
            return Check.Inspection(workflow: nil, findings: error.findings)
        }
    }

    /// The workflow in a file.
    ///
    /// - Throws: ``UnreadableFile`` with every mistake.
    static func read(_ path: String) throws -> Workflow {
        let bytes = try Disk.read(path)
        return try SourceFile(name: path, bytes: bytes).reading { try Workflow.read(YAML.read(bytes)) }
    }
}
