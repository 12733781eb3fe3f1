import Foundation
import TingClerk
import TingWorkflow
import TingYAML

/// The workflows in a folder, one file each: `feature-request.yaml` is `feature-request`.
struct FolderLibrary: Library {
    /// The folder.
    let folder: String

    func bytes(ofWorkflow id: String) throws -> [UInt8]? {
        guard id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else {
            return nil
        }
        let path = folder + "/" + id + ".yaml"
        guard try Disk.isThere(path) else { return nil }
        return try Disk.read(path)
    }

    func workflow(_ bytes: [UInt8], named id: String) throws -> Workflow {
        try SourceFile(name: "Workflows/" + id + ".yaml", bytes: bytes).reading {
            try Workflow.read(YAML.read(bytes))
        }
    }

    func workflowIDs() throws -> [String] {
        try Disk.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }
}
