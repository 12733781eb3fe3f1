import GRDB
import TingClerk

extension MinutesError {
    /// Does something with the file at a path, and throws SQLite's errors as the minutes' own.
    static func translating<Result>(_ path: String, _ body: () throws -> Result) throws(MinutesError)
        -> Result
    {
        do {
            return try body()
        } catch let error as MinutesError {
            throw error
        } catch let error as DatabaseError {
            throw MinutesError(error, at: path)
        } catch {
            // A column that is not what the schema says: only another program can have made it so.
            throw MinutesError.unusable(path: path, reason: .malformed)
        }
    }

    /// As ``translating(_:_:)``, but lets the errors of the caller's own body through.
    static func translatingOwn<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw MinutesError(error, at: path)
        } catch is RowDecodingError {
            throw MinutesError.unusable(path: path, reason: .malformed)
        }
    }

    /// The minutes' word for an error of SQLite.
    ///
    /// - Source: https://www.sqlite.org/rescode.html
    init(_ error: DatabaseError, at path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_NOTADB: self = .unusable(path: path, reason: .notADatabase)
        case .SQLITE_CORRUPT: self = .unusable(path: path, reason: .malformed)
        case .SQLITE_CANTOPEN: self = .unusable(path: path, reason: .unreadable)
        case .SQLITE_CONSTRAINT: self = MinutesError(constraint: error)
        default:
            // The shared-memory file grows by writing: that fails only when there is no room for it.
            self =
                error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
                ? .diskFull : .unusable(path: path, reason: .engine(Int(error.extendedResultCode.rawValue)))
        }
    }

    private init(constraint error: DatabaseError) {
        let message = error.message ?? ""
        if message == Migration.versionTaken || message.contains("event.stream, event.version") {
            self = .conflict
        } else {
            self = .damaged(at: message)
        }
    }
}
