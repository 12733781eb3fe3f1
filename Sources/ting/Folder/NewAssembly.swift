import Foundation
import TingClerk
import TingProceedings
import TingStore
import TingTally
import TingWorkflow
import TingYAML

/// A new assembly in the making: the folder with everything a steward edits, and an empty record.
struct NewAssembly {
    /// Where it will be, absolute.
    let path: String
    /// Its name.
    let name: String
    /// The language of its texts.
    let language: String
    /// The time zone of its deadlines.
    let timeZone: String
    /// The seed of a sandbox; nil for a real assembly.
    let seed: Int?

    /// What was made.
    struct Made {
        /// What the new `ting.yaml` says.
        let settings: AssemblySettings
        /// The ids of the workflows copied.
        let workflows: [String]
    }

    /// Makes it; nothing is made in a folder that already has something of an assembly.
    func make(at instant: Instant?) throws -> Made {
        guard let home = Program.home else {
            throw NotFound("library-not-found", [.text("folder", Program.folder)])
        }
        for taken in ["ting.yaml", ".ting", "Workflows", "bylaws", "members.csv"]
        where try Disk.isThere(path + "/" + taken) {
            throw Refusal(Statement("init-taken", [.text("path", path + "/" + taken)]))
        }
        guard Zone(named: timeZone) != nil else {
            throw WrongUse("zone-not-known", [.text("zone", timeZone)])
        }
        let ids = try Disk.names(in: home + "/Workflows").filter { $0.hasSuffix(".yaml") }
        let file = try settingsFile(for: ids.map { try WorkflowFile.read("\(home)/Workflows/\($0)") })
        let settings = try SourceFile(name: "ting.yaml", bytes: Array(file.utf8)).reading {
            try AssemblySettings(AssemblyFile(YAML.read(file)))
        }
        for id in ids {
            let text = String(decoding: try Disk.read("\(home)/Workflows/\(id)"), as: UTF8.self)
            try Disk.write(EditorSupport.modeline + text, to: "\(path)/Workflows/\(id)")
        }
        try EditorSupport.write(to: path + "/Workflows", Program.words)
        for starter in ["members.csv", "bylaws.md"] {
            let source = "\(home)/Templates/assembly/\(starter)"
            let text = String(decoding: try Disk.read(source), as: UTF8.self)
            try Disk.write(text, to: path + (starter == "bylaws.md" ? "/bylaws/bylaws.md" : "/" + starter))
        }
        try Disk.makeFolder(path)
        try Disk.makeFolder(path + "/.ting", for: .owner)
        let minutes = try SQLiteMinutes.open(path: path + "/.ting/assembly.sqlite", create: true)
        let wall = Instant(seconds: Int(Date().timeIntervalSince1970))
        let clerk = Clerk(
            minutes: minutes, library: FolderLibrary(folder: path + "/Workflows"), settings: settings,
            chance: SystemChance())
        try clerk.found(at: Clerk.Moment(effective: instant ?? wall, recorded: wall))
        // Last, so that a folder half made is not taken for an assembly.
        try Disk.write(file, to: path + "/ting.yaml")
        return Made(settings: settings, workflows: ids.map { String($0.dropLast(5)) })
    }

    /// The `ting.yaml` of an assembly that can use all these workflows.
    private func settingsFile(for workflows: [Workflow]) -> String {
        let quoted = name.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        let classes = Set(workflows.flatMap(\.needs.classes)).sorted()
        let roles = Set(workflows.flatMap(\.needs.roles) + ["steward"]).sorted()
        var lines = [
            "ting: 1", "assembly: \"\(quoted)\"", "language: \(language)", "time-zone: \(timeZone)",
            "classes: [\(classes.joined(separator: ", "))]", "roles: [\(roles.joined(separator: ", "))]",
        ]
        if let seed { lines += ["sandbox:", "  seed: \(seed)"] }
        return lines.joined(separator: "\n") + "\n"
    }
}
