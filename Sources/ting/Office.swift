import Foundation
import TingClerk
import TingProceedings
import TingStore
import TingTally
import TingWorkflow

/// An assembly opened for one command: the folder, the clerk, the moment, the person who acts.
struct Office {
    /// The folder.
    let folder: AssemblyFolder
    /// The clerk.
    let clerk: Clerk
    /// When the command takes effect.
    let moment: Clerk.Moment
    /// The handle of the person who acts; nil when nobody was named.
    let handle: String?

    /// Opens the assembly that the options name.
    init(_ options: GlobalOptions) throws {
        folder = try AssemblyFolder(options.assembly)
        guard try Disk.isThere(folder.database) else {
            throw NotFound("record-not-there", [.text("path", folder.database)])
        }
        let minutes = try SQLiteMinutes.open(path: folder.database)
        try Office.checkSandbox(folder, minutes)
        clerk = Clerk(
            minutes: minutes, library: FolderLibrary(folder: folder.workflows), settings: folder.settings,
            chance: folder.settings.sandbox.map { SeededChance(seed: $0) } ?? SystemChance())
        moment = try Office.moment(options.at, folder, minutes)
        handle = options.member ?? ProcessInfo.processInfo.environment["TING_MEMBER"]
    }

    /// The time zone for everything shown.
    var zone: Zone { folder.settings.zone }

    /// The member who acts.
    ///
    /// - Throws: ``NotSignedIn`` when nobody was named, ``NotFound`` for an unknown handle.
    func member() throws -> String {
        guard let handle, !handle.isEmpty else { throw NotSignedIn() }
        return try member(handle)
    }

    /// The member who acts, where the keeper of the folder may act without a name.
    func memberOrKeeper() throws -> String? {
        guard let handle, !handle.isEmpty else { return nil }
        return try member(handle)
    }

    /// The id of the member with a handle.
    func member(_ handle: String) throws -> String {
        guard let person = try clerk.minutes.read({ try $0.person(handle: handle) }) else {
            throw NotFound("member-unknown", [.text("member", handle)])
        }
        return person.member
    }

    /// Holds what the folder says of a sandbox against the record, which was founded as one or not.
    ///
    /// Whoever may edit `ting.yaml` could else move the clock of a real assembly.
    private static func checkSandbox(_ folder: AssemblyFolder, _ minutes: any Minutes) throws {
        // Without an entry nobody has been founded, and there is nothing to move the clock of.
        guard let entry = try minutes.read({ try $0.entries(after: 0, limit: 1) }).first else { return }
        guard case .founded(let name, _, let sandbox)? = try? AssemblyEvent(json: entry.event()).fact else {
            throw MinutesError.damaged(at: "\(entry.stream) \(entry.version)")
        }
        guard sandbox != (folder.settings.sandbox != nil) else { return }
        throw BadFile(sandbox ? "sandbox-in-record" : "sandbox-in-file", [.text("assembly", name)])
    }

    /// Now; in a sandbox the moment asked for, and never before what is on record.
    private static func moment(
        _ given: String?, _ folder: AssemblyFolder, _ minutes: any Minutes
    ) throws -> Clerk.Moment {
        let wall = Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
        let latest = try minutes.read { try $0.latest() }
        guard folder.settings.sandbox != nil else {
            guard given == nil else { throw WrongUse("at-outside-sandbox") }
            if let latest, latest.seconds > wall.seconds + Office.tolerance {
                throw Fault(
                    "clock-behind", [.instant("now", wall.seconds), .instant("latest", latest.seconds)])
            }
            return Clerk.Moment(effective: max(wall, latest ?? wall), recorded: wall)
        }
        guard let given else { return Clerk.Moment(effective: max(wall, latest ?? wall), recorded: wall) }
        guard let instant = InstantText.read(given, in: folder.settings.zone) else {
            throw WrongUse("instant-form", [.text("text", given)])
        }
        if let latest, instant < latest {
            throw WrongUse(
                "instant-before-record",
                [.instant("at", instant.seconds), .instant("latest", latest.seconds)])
        }
        return Clerk.Moment(effective: instant, recorded: wall)
    }

    /// How far the clock may lag behind the record before that is an error, in seconds.
    private static let tolerance = 300
}

/// Nobody said who acts.
struct NotSignedIn: Error {}

/// The command line asks for something that makes no sense.
struct WrongUse: Error {
    /// What.
    let statement: Statement

    init(_ code: String, _ facts: [Fact] = []) {
        statement = Statement(code, facts)
    }

    init(_ statement: Statement) {
        self.statement = statement
    }
}
