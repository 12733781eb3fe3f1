import Foundation
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow
import TingYAML

/// An assembly on disk: a folder with `ting.yaml`, the workflows, the bylaws, the record.
struct AssemblyFolder {
    /// The folder's path, absolute.
    let path: String
    /// What `ting.yaml` says.
    let settings: AssemblySettings

    /// Finds and reads the assembly: `--assembly`, else `$TING_ASSEMBLY`, else the
    /// working folder and the folders above it.
    init(_ given: String?) throws {
        path = try AssemblyFolder.find(given ?? ProcessInfo.processInfo.environment["TING_ASSEMBLY"])
        let file = path + "/ting.yaml"
        let bytes = try Disk.read(file)
        settings = try SourceFile(name: "ting.yaml", bytes: bytes).reading {
            try AssemblySettings(AssemblyFile(YAML.read(bytes)))
        }
    }

    /// The record.
    var database: String { path + "/.ting/assembly.sqlite" }
    /// The folder of the reports.
    var reports: String { path + "/reports" }
    /// The folder of the assembly's own workflows.
    var workflows: String { path + "/Workflows" }
    /// The folder for what goes out.
    var outbox: String { path + "/.ting/outbox" }

    /// The lock that whoever does errands holds.
    var errandLock: String { path + "/.ting/errands.lock" }

    /// The governed document with this name.
    ///
    /// - Throws: ``BadFile`` for a name that leads out of the folder.
    func document(_ name: String) throws -> String {
        guard Self.isPlain(name) else { throw BadFile("name-leads-away", [.text("name", name)]) }
        return path + "/bylaws/" + name + ".md"
    }

    /// Whether each part of a name is an ordinary one, so that it cannot lead out of its folder.
    private static func isPlain(_ name: String) -> Bool {
        name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.first != "." && !part.contains("\0")
        }
    }

    /// A template: the assembly's own, else the program's; nil when neither has it.
    func template(_ name: String) throws -> PageSource? {
        guard Self.isPlain(name) else { throw BadFile("name-leads-away", [.text("name", name)]) }
        for root in [path, Program.home].compactMap({ $0 }) {
            let file = root + "/Templates/" + name
            if try Disk.isThere(file) {
                return PageSource(file: file, text: String(decoding: try Disk.read(file), as: UTF8.self))
            }
        }
        return nil
    }

    private static func find(_ given: String?) throws -> String {
        let start = URL(fileURLWithPath: given ?? FileManager.default.currentDirectoryPath).path
        if let given {
            guard try Disk.isThere(start + "/ting.yaml") else {
                throw NotFound("assembly-not-there", [.text("folder", given)])
            }
            return start
        }
        var folder = start
        while true {
            if try Disk.isThere(folder + "/ting.yaml") { return folder }
            guard let slash = folder.lastIndex(of: "/"), folder.count > 1 else { break }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
        throw NotFound("assembly-not-found", [.text("folder", start)])
    }
}
