package import GRDB
public import TingClerk

/// The minutes in one SQLite file, `.ting/assembly.sqlite`.
///
/// One connection reads and writes: opening it costs a quarter of a
/// millisecond, where a pool of connections costs ten times as much, and a
/// program that does one thing and leaves has nothing to read beside its own
/// write. Other programs have the same file open at the same time; SQLite's
/// write-ahead log lets them read while one writes.
///
/// A write is on the disk when ``write(_:)`` returns (`synchronous=FULL`), so
/// what a receipt promises survives a loss of power.
public final class SQLiteMinutes: Minutes {
    /// The connection; tests look at its settings.
    package let queue: DatabaseQueue
    let path: String
    let access: Access

    /// What may be done with the file.
    enum Access: Hashable, Sendable {
        /// Everything.
        case writing
        /// Only reading: file or folder may not be written.
        case reading
    }

    init(queue: DatabaseQueue, path: String, access: Access) {
        self.queue = queue
        self.path = path
        self.access = access
    }

    /// Closes the file; every later call fails.
    ///
    /// A file whose last user closes it is complete without the files beside
    /// it. Letting the value go closes it too, but cannot say what went wrong.
    ///
    /// - Throws: ``MinutesError``.
    public func close() throws(MinutesError) {
        try MinutesError.translating(path) { try queue.close() }
    }

    /// Reads, at one moment of the record.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    public func read<Result>(_ body: (any MinutesReading) throws -> Result) throws -> Result {
        try transaction(on: queue, .deferred, then: .commit) { try body(StoredReading($0, at: path)) }
    }

    /// Writes; when the body throws, nothing has happened.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    public func write<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result {
        guard access == .writing else { throw MinutesError.readOnly(path: path) }
        return try transaction(on: queue, .immediate, then: .commit) { database in
            let writing = StoredWriting(database, at: path)
            let result = try body(writing)
            try writing.finish()
            return result
        }
    }

    /// Does everything a write does, and then takes it back: for asking what would be.
    ///
    /// A question needs no right to write and keeps nobody waiting: a small file,
    /// one that may not be written and one that somebody is writing are rehearsed
    /// on a copy in memory.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    /// - Complexity: as the body, and O(n) more on a copy, for n bytes in the file.
    public func rehearse<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result {
        if access == .writing, (FileHead.size(of: path) ?? 0) > SQLiteMinutes.quicklyCopied,
            let result = try rehearseInPlace(body)
        {
            return result
        }
        let copy = try MinutesError.translating(path) { try copyInMemory() }
        return try transaction(on: copy, .immediate, then: .rollback) {
            try body(StoredWriting($0, at: path))
        }
    }

    /// Up to how many bytes a file is copied in about the time that a page takes to draw.
    private static let quicklyCopied = 16 << 20

    /// Rehearses in the file itself; nil when the right to write cannot be had at once.
    private func rehearseInPlace<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result? {
        try MinutesError.translatingOwn(path) {
            try queue.writeWithoutTransaction { database in
                let patience = try Int.fetchOne(database, sql: "PRAGMA busy_timeout") ?? 0
                try database.execute(sql: "PRAGMA busy_timeout = 0")
                do {
                    defer { try? database.execute(sql: "PRAGMA busy_timeout = \(patience)") }
                    try database.beginTransaction(.immediate)
                } catch let error as DatabaseError
                    where [.SQLITE_BUSY, .SQLITE_FULL, .SQLITE_READONLY].contains(error.resultCode)
                {
                    return nil
                }
                defer { try? database.rollback() }
                do {
                    return try body(StoredWriting(database, at: path))
                } catch MinutesError.diskFull {
                    return nil
                }
            }
        }
    }

    private func copyInMemory() throws -> DatabaseQueue {
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        return copy
    }

    private func transaction<Result>(
        on queue: DatabaseQueue, _ kind: Database.TransactionKind,
        then completion: Database.TransactionCompletion,
        _ body: (Database) throws -> Result
    ) throws -> Result {
        try MinutesError.translatingOwn(path) {
            try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(kind) {
                    result = try body(database)
                    return completion
                }
                guard let result else { throw MinutesError.damaged(at: path) }
                return result
            }
        }
    }
}
