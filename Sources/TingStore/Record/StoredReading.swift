import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

import struct Foundation.Data

/// What one transaction can read from the file.
///
/// Statements are prepared once a connection and kept; no reading walks over
/// more than it returns.
class StoredReading: MinutesReading {
    let database: Database
    let path: String
    private var tailRead: Tail?

    init(_ database: Database, at path: String) {
        self.database = database
        self.path = path
    }

    /// The end of the record.
    ///
    /// It is read once a transaction; whoever writes moves it along.
    struct Tail {
        var length = 0
        var head: Digest?
        var latest: Instant?
    }

    /// The end of the record as this transaction sees it.
    func tail() throws -> Tail {
        if let tailRead { return tailRead }
        var tail = Tail()
        try each("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1") { row in
            tail.length = try row.decode(atIndex: 0)
            tail.head = try row.digest(1)
        }
        try each("SELECT at FROM latest") { tail.latest = try $0.instant(0) }
        tailRead = tail
        return tail
    }

    /// Moves the end of the record.
    func setTail(_ tail: Tail) {
        tailRead = tail
    }

    // MARK: The record

    func length() throws -> Int { try tail().length }

    func head() throws -> Digest? { try tail().head }

    func latest() throws -> Instant? { try tail().latest }

    func version(of stream: Stream) throws -> Int {
        try first("SELECT max(version) FROM event WHERE stream = ?", [stream.description]) {
            try $0.decode(Int?.self, atIndex: 0)
        } ?? 0
    }

    func entries(of stream: Stream, after version: Int) throws -> [Entry] {
        try all(
            """
            SELECT sequence, version, bytes, hash, recorded FROM event
            WHERE stream = ? AND version > ? ORDER BY version
            """, [stream.description, version]
        ) { try Entry($0, in: stream) }
    }

    func entries(after sequence: Int, limit: Int) throws -> [Entry] {
        try all(
            """
            SELECT sequence, version, bytes, hash, recorded, stream FROM event
            WHERE sequence > ? ORDER BY sequence LIMIT ?
            """, [sequence, max(0, limit)]
        ) { try Entry($0, in: Stream(description: $0.decode(atIndex: 5))) }
    }

    func document(_ digest: Digest) throws -> [UInt8]? {
        guard let key = digest.data else { return nil }
        return try first("SELECT bytes FROM document WHERE digest = ?", [key]) { try $0.bytes(0) }
    }

    func text(_ commitment: Digest) throws -> String? {
        guard let key = commitment.data else { return nil }
        return try first("SELECT words FROM text WHERE commitment = ?", [key]) {
            String(decoding: try $0.bytes(0), as: UTF8.self)
        }
    }

    // MARK: Asking the database

    /// Goes through the rows of an answer.
    func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void) throws {
        try MinutesError.translatingOwn(path) {
            let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
            while let row = try cursor.next() { try body(row) }
        }
    }

    /// The rows of an answer.
    func all<Value>(
        _ sql: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try each(sql, arguments) { values.append(try read($0)) }
        return values
    }

    /// The first row of an answer; nil when there is none, or when what is read from it is nil.
    func first<Value>(
        _ sql: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> Value?
    ) throws -> Value? {
        try MinutesError.translatingOwn(path) {
            let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
            guard let row = try cursor.next() else { return nil }
            return try read(row)
        }
    }
}

extension Entry {
    /// An entry from sequence, version, bytes, hash and recorded, in this order.
    fileprivate init(_ row: Row, in stream: Stream) throws {
        self.init(
            sequence: try row.decode(atIndex: 0), stream: stream, version: try row.decode(atIndex: 1),
            bytes: try row.bytes(2), hash: try row.digest(3), recorded: try row.instant(4))
    }
}
