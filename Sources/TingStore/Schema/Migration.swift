import GRDB
import TingClerk

/// One step of the schema, forward only.
///
/// A file's `user_version` is how many steps it has behind it. A step that has
/// been released is never changed again; what is to be different is a new step.
struct Migration {
    /// What the step is for, as a sentence.
    let sentence: String
    /// The statements.
    let sql: String

    /// Every step, in order.
    static let all = [
        keepTheRecord, knowThePeople, keepCardsAndBoxes, knowWhatFollows, dateTheStanding,
    ]

    /// How many steps a database has behind it; 0 for a database without tables.
    ///
    /// - Throws: ``MinutesError/unusable(path:reason:)`` for a database of another
    ///   application, ``MinutesError/tooNew(path:)`` for one with steps unknown here.
    static func version(of database: Database, at path: String) throws -> Int {
        // One statement, hence one moment: somebody else may be making the tables right now.
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT (SELECT application_id FROM pragma_application_id),
                    (SELECT user_version FROM pragma_user_version), count(*)
                FROM sqlite_schema
                """)
        let owner = try row?.decode(Int.self, atIndex: 0) ?? 0
        let version = try row?.decode(Int.self, atIndex: 1) ?? 0
        let tables = try row?.decode(Int.self, atIndex: 2) ?? 0
        guard owner == FileHead.applicationID else {
            guard owner == 0, version == 0, tables == 0 else {
                throw MinutesError.unusable(path: path, reason: .anotherApplication)
            }
            return 0
        }
        guard version <= all.count else { throw MinutesError.tooNew(path: path) }
        return version
    }

    /// Takes the steps that a database does not have behind it, all or none.
    static func migrate(_ database: Database, at path: String) throws {
        try database.inTransaction(.immediate) {
            // Somebody else may have taken them while this program waited for the lock.
            for step in all.dropFirst(try version(of: database, at: path)) {
                try database.execute(sql: step.sql)
            }
            try database.execute(
                sql: """
                    PRAGMA application_id = \(FileHead.applicationID);
                    PRAGMA user_version = \(all.count);
                    """)
            return .commit
        }
    }
}
