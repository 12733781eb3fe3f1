import Foundation
import GRDB
import TingClerk
import TingStore
import TingTestSupport

/// A folder with minutes in it, for one test.
struct StoreFolder {
    let folder: String

    var file: String { folder + "/assembly.sqlite" }

    /// Makes a folder, and removes it after the test.
    static func with(_ body: (StoreFolder) throws -> Void) throws {
        try TemporaryFolder.with { try body(StoreFolder(folder: $0)) }
    }

    /// Makes a folder, and removes it after a test that waits for other programs.
    static func with(_ body: (StoreFolder) async throws -> Void) async throws {
        try await TemporaryFolder.with { try await body(StoreFolder(folder: $0)) }
    }

    /// Opens the minutes, and makes them when there are none.
    func open(busyTimeout: Duration = .seconds(5)) throws(MinutesError) -> SQLiteMinutes {
        try SQLiteMinutes.open(path: file, create: true, busyTimeout: busyTimeout)
    }

    /// Writes one of everything into new minutes and closes them.
    func fill() throws {
        let minutes = try open()
        try minutes.write { try MinutesContract.everything(in: $0) }
        try minutes.close()
    }

    /// Lets another program at the file, past ting.
    func tamper(_ body: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.writeWithoutTransaction(body)
        try queue.close()
    }

    /// Every file of the folder with its bytes.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        }
        return files
    }
}

extension SQLiteMinutes {
    /// Appends one entry to the assembly's stream.
    func appendOne(_ type: String = "step") throws {
        try write { writing in
            try writing.append(
                [Sample.event(type)], to: .assembly, after: writing.version(of: .assembly),
                recorded: Sample.hour(0))
        }
    }
}
