public import TingTally

/// Why the minutes could not be read or written; nothing was written.
public enum MinutesError: Error, Hashable, Sendable {
    /// Somebody else wrote to the stream in the meantime.
    case conflict
    /// Somebody else is writing, and went on for too long.
    case busy
    /// The disk is full.
    case diskFull
    /// The file may not be written.
    case readOnly(path: String)
    /// The file cannot be opened or is no record of ting's.
    case unusable(path: String, reason: Reason)
    /// The record was written by a newer ting.
    case tooNew(path: String)
    /// An entry is not what it must be: a broken hash, unreadable bytes, a missing document.
    case damaged(at: String)

    /// Why a file cannot be used as a record.
    public enum Reason: Hashable, Sendable {
        /// There is no such file, or no such folder.
        case missing
        /// The file has nothing in it.
        case empty
        /// Nobody may look at it.
        case unreadable
        /// It is a folder, or something else that is no file.
        case notAFile
        /// It is no database.
        case notADatabase
        /// It is a database of another program.
        case anotherApplication
        /// It is cut short, or overwritten in part.
        case malformed
        /// The last writes wait beside a file that may not be written.
        case unfinishedWrites
        /// The database engine gave up for a reason of its own, with this number.
        case engine(Int)

        /// The reason as a sentence.
        public var statement: Statement {
            switch self {
            case .missing: Statement("minutes-missing")
            case .empty: Statement("minutes-empty")
            case .unreadable: Statement("minutes-unreadable")
            case .notAFile: Statement("minutes-not-a-file")
            case .notADatabase: Statement("minutes-not-a-database")
            case .anotherApplication: Statement("minutes-another-application")
            case .malformed: Statement("minutes-malformed")
            case .unfinishedWrites: Statement("minutes-unfinished-writes")
            case .engine(let number): Statement("minutes-engine", [.number("number", number)])
            }
        }
    }
}
