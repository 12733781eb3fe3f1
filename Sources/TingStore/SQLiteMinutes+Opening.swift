import Foundation
import GRDB
public import TingClerk

extension SQLiteMinutes {
    /// Opens the minutes at a path.
    ///
    /// A file that is not ting's is refused before SQLite touches it, and stays
    /// as it is. A file or folder that may not be written can be read; writing
    /// then throws ``MinutesError/readOnly(path:)``.
    ///
    /// - Parameters:
    ///   - path: the file; its folder exists.
    ///   - create: whether to make the file when there is none, or an empty one; a new
    ///     file is for its owner alone.
    ///   - busyTimeout: how long to wait for another program that is writing.
    /// - Throws: ``MinutesError``: `unusable` with the reason, `tooNew`, `readOnly`,
    ///   `diskFull`, and `busy` while another program creates or upgrades the file.
    /// - Complexity: one look at the file's head and one at its version, when the schema is current.
    public static func open(
        path: String, create: Bool = false, busyTimeout: Duration = .seconds(5)
    ) throws(MinutesError) -> SQLiteMinutes {
        let head = FileHead.look(at: path)
        switch head {
        case .usable: break
        case .refused(let reason): throw MinutesError.unusable(path: path, reason: reason)
        case .missing, .empty:
            let reason: MinutesError.Reason = head == .empty ? .empty : .missing
            guard create, FileHead.size(of: folder(of: path)) != nil else {
                throw MinutesError.unusable(path: path, reason: reason)
            }
            guard isWritable(path) else { throw MinutesError.readOnly(path: path) }
            if head == .missing { makePrivate(path) }
        }
        guard isWritable(path) else { return try openForReading(path, busyTimeout) }
        return try MinutesError.translating(path) {
            let queue = try connect(path, busyTimeout, readOnly: false)
            try queue.writeWithoutTransaction { try prepare($0, at: path, create: create, busyTimeout) }
            return SQLiteMinutes(queue: queue, path: path, access: .writing)
        }
    }

    /// Makes an empty file that only its owner may read: it will hold names, addresses and ballots.
    ///
    /// SQLite gives the files of the write-ahead log the mode of the file itself.
    /// What keeps it from being made, SQLite says in a moment.
    private static func makePrivate(_ path: String) {
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether both the file, when there is one, and its folder may be written.
    private static func isWritable(_ path: String) -> Bool {
        guard Foundation.access(folder(of: path), W_OK) == 0 else { return false }
        return Foundation.access(path, F_OK) != 0 || Foundation.access(path, W_OK) == 0
    }

    /// Brings a connection that may write up to date.
    private static func prepare(
        _ database: Database, at path: String, create: Bool, _ timeout: Duration
    ) throws {
        let version = try Migration.version(of: database, at: path)
        guard version > 0 || create else { throw MinutesError.unusable(path: path, reason: .empty) }
        try keepLog(database, timeout)
        if version < Migration.all.count { try Migration.migrate(database, at: path) }
    }

    /// Lets the file keep a write-ahead log; one that does is left as it is.
    ///
    /// A new file must be had alone for the change, and SQLite does not wait for
    /// that as it waits for writers: several programs that make the same file
    /// would send each other away.
    private static func keepLog(_ database: Database, _ timeout: Duration) throws {
        let end = ContinuousClock.now + timeout
        while true {
            do {
                return try database.execute(sql: "PRAGMA journal_mode = WAL")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                guard ContinuousClock.now < end else { throw error }
                usleep(2_000)
            }
        }
    }

    private static func connect(_ path: String, _ timeout: Duration, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "minutes"
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(TimeInterval(timeout.components.seconds) + fraction(of: timeout))
        configuration.prepareDatabase { database in
            // A receipt promises that the ballot is kept: nothing less than FULL does. Erased
            // texts are overwritten, not only forgotten.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func fraction(of timeout: Duration) -> TimeInterval {
        TimeInterval(timeout.components.attoseconds / 1_000_000_000_000) / 1_000_000
    }

    /// Opens a file that may not be written.
    ///
    /// SQLite reads a write-ahead log only beside files it may write or that a
    /// writer has left open; without them the file is read as unchangeable,
    /// which is right only when nothing waits in the log.
    private static func openForReading(_ path: String, _ timeout: Duration) throws(MinutesError)
        -> SQLiteMinutes
    {
        let waiting = FileHead.size(of: path + "-wal") ?? 0
        return try MinutesError.translating(path) {
            do {
                return try reading(connect(path, timeout, readOnly: true), path)
            } catch let error as DatabaseError where error.isAboutFilesBeside {
                guard waiting == 0 else {
                    throw MinutesError.unusable(path: path, reason: .unfinishedWrites)
                }
                return try reading(connect(unchangeable(path), timeout, readOnly: true), path)
            }
        }
    }

    private static func reading(_ queue: DatabaseQueue, _ path: String) throws -> SQLiteMinutes {
        let version = try queue.writeWithoutTransaction { try Migration.version(of: $0, at: path) }
        guard version > 0 else { throw MinutesError.unusable(path: path, reason: .empty) }
        guard version == Migration.all.count else { throw MinutesError.readOnly(path: path) }
        return SQLiteMinutes(queue: queue, path: path, access: .reading)
    }

    /// The path as a URI that says that nobody will change the file.
    private static func unchangeable(_ path: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default: uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return uri + "?immutable=1"
    }
}

extension DatabaseError {
    /// Whether SQLite could not make or write the files of the write-ahead log.
    fileprivate var isAboutFilesBeside: Bool {
        resultCode == .SQLITE_CANTOPEN || resultCode == .SQLITE_READONLY
    }
}
