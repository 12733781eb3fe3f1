import Foundation
import TingClerk

/// What the first bytes of a file say, before SQLite is let at it.
///
/// SQLite tidies up whatever database it opens; a file that is not ting's must
/// not be tidied up.
enum FileHead: Hashable {
    /// There is no such file.
    case missing
    /// The file has no bytes.
    case empty
    /// The file is an SQLite database of ting's, or one without an owner.
    case usable
    /// The file is something else.
    case refused(MinutesError.Reason)

    /// The number that marks an SQLite file as ting's: the letters `ting`.
    ///
    /// - Source: SQLite file format, section 1.3.16, "Application ID".
    static let applicationID = 0x7469_6E67

    /// Looks at a file.
    static func look(at path: String) -> FileHead {
        guard let file = fopen(path, "rb") else {
            // Only what is certainly not there is missing: a folder nobody may enter hides its files.
            return errno == ENOENT ? .missing : .refused(.unreadable)
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = fread(&bytes, 1, bytes.count, file)
        guard ferror(file) == 0 else { return .refused(.notAFile) }
        guard count > 0 else { return .empty }
        guard count == bytes.count, bytes.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            return .refused(.notADatabase)
        }
        // A last page cut short may read as a whole one with zeros at its end. Where a log waits to be
        // taken over, SQLite itself mends what a crash has left.
        let page = Int(bytes[16]) << 8 | Int(bytes[17])
        let whole = (size(of: path) ?? 0) % (page == 1 ? 65_536 : max(page, 1)) == 0
        guard whole || (size(of: path + "-wal") ?? 0) > 0 else { return .refused(.malformed) }
        let owner = bytes[68..<72].reduce(0) { $0 << 8 | Int($1) }
        return owner == 0 || owner == applicationID ? .usable : .refused(.anotherApplication)
    }

    /// How many bytes a file has; nil when there is none.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int(status.st_size)
    }
}
