import Foundation
import GRDB
import Testing
import TingClerk
import TingStore
import TingTestSupport

@Suite("Opening a file of minutes") struct OpeningMinutesTests {
    @Test("a new file is marked as ting's, counts its steps, and is read beside a writer")
    func newFile() throws {
        try StoreFolder.with { place throws in
            try place.fill()
            #expect(try place.files().keys.sorted() == ["assembly.sqlite"], "a closed file stands alone")
            try place.tamper { database throws in
                #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x7469_6E67)
                #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 5)
                #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
                #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
                #expect(try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil)
            }
            #expect(try MinutesContract.recomputedLength(of: SQLiteMinutes.open(path: place.file)) == 3)
        }
    }

    @Test("a new file and the files beside it are for their owner alone") func newFileIsPrivate() throws {
        try StoreFolder.with { place throws in
            let minutes = try place.open()
            try minutes.appendOne()
            let names = try place.files().keys.sorted()
            #expect(names == ["assembly.sqlite", "assembly.sqlite-shm", "assembly.sqlite-wal"])
            for name in names {
                var status = stat()
                #expect(stat(place.folder + "/" + name, &status) == 0)
                #expect(status.st_mode & 0o777 == 0o600, "\(name)")
            }
            try minutes.close()
        }
    }

    @Test("opening and reading changes no byte of the file") func readingChangesNothing() throws {
        try StoreFolder.with { place throws in
            try place.fill()
            let before = try place.files()
            let minutes = try SQLiteMinutes.open(path: place.file)
            _ = try MinutesSnapshot(minutes)
            try minutes.close()
            #expect(try place.files() == before)
        }
    }

    @Test("a rehearsal and an interrupted write change no byte of the file") func refusalChangesNothing()
        throws
    {
        try StoreFolder.with { place throws in
            try place.fill()
            let before = try place.files()
            let minutes = try place.open()
            try minutes.rehearse { try MinutesContract.everythingAgain(in: $0) }
            #expect(throws: Interruption()) {
                try minutes.write { writing in
                    try MinutesContract.everythingAgain(in: writing)
                    throw Interruption()
                }
            }
            try minutes.close()
            #expect(try place.files() == before)
        }
    }

    @Test("no file is made unless it is asked for") func noFile() throws {
        try StoreFolder.with { place throws in
            #expect(throws: MinutesError.unusable(path: place.file, reason: .missing)) {
                try SQLiteMinutes.open(path: place.file)
            }
            #expect(try place.files().isEmpty)
            let nowhere = place.folder + "/none/assembly.sqlite"
            #expect(throws: MinutesError.unusable(path: nowhere, reason: .missing)) {
                try SQLiteMinutes.open(path: nowhere, create: true)
            }
        }
    }

    @Test("an empty file, left by a crash at the very beginning, becomes minutes only when asked")
    func emptyFile() throws {
        try StoreFolder.with { place throws in
            try Data().write(to: URL(fileURLWithPath: place.file))
            #expect(throws: MinutesError.unusable(path: place.file, reason: .empty)) {
                try SQLiteMinutes.open(path: place.file)
            }
            #expect(try place.files() == ["assembly.sqlite": Data()])
            try place.open().appendOne()
            #expect(try MinutesContract.recomputedLength(of: place.open()) == 1)
        }
    }

    @Test("a file whose making was cut short before the first step is finished")
    func halfMadeFile() throws {
        try StoreFolder.with { place throws in
            try place.tamper { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            #expect(throws: MinutesError.unusable(path: place.file, reason: .empty)) {
                try SQLiteMinutes.open(path: place.file)
            }
            try place.open().appendOne()
            #expect(try MinutesContract.recomputedLength(of: place.open()) == 1)
        }
    }

    @Test(
        "a file that is no database is refused and stays as it is",
        arguments: [
            Data("Minutes of the meeting\n".utf8), Data(repeating: 0, count: 8192),
            Data([0x89, 0x50, 0x4E, 0x47]),
            Data("SQLite format 3\u{0}".utf8), Data("SQLite format 3".utf8) + Data(repeating: 1, count: 4081),
        ])
    func garbage(_ bytes: Data) throws {
        try StoreFolder.with { place throws in
            try bytes.write(to: URL(fileURLWithPath: place.file))
            for create in [false, true] {
                #expect(throws: MinutesError.unusable(path: place.file, reason: .notADatabase)) {
                    try SQLiteMinutes.open(path: place.file, create: create)
                }
            }
            #expect(try place.files() == ["assembly.sqlite": bytes])
        }
    }

    @Test("a folder in the file's place is refused") func folder() throws {
        try StoreFolder.with { place throws in
            #expect(throws: MinutesError.unusable(path: place.folder, reason: .notAFile)) {
                try SQLiteMinutes.open(path: place.folder, create: true)
            }
        }
    }

    @Test(
        "minutes cut short are refused and stay as they are",
        arguments: [100, 101, 4095, 4096, 4097, 8192, -4096, -1])
    func truncated(_ length: Int) throws {
        try StoreFolder.with { place throws in
            try place.fill()
            let whole = try #require(try place.files()["assembly.sqlite"])
            let bytes = whole.prefix(length < 0 ? whole.count + length : length)
            try bytes.write(to: URL(fileURLWithPath: place.file))
            #expect(throws: MinutesError.unusable(path: place.file, reason: .malformed)) {
                let minutes = try SQLiteMinutes.open(path: place.file, create: true)
                _ = try MinutesSnapshot(minutes)
            }
            #expect(try place.files() == ["assembly.sqlite": Data(bytes)])
        }
    }

    @Test("minutes whose middle was overwritten are refused where they are read, and stay as they are")
    func overwritten() throws {
        try StoreFolder.with { place throws in
            try place.fill()
            var bytes = try #require(try place.files()["assembly.sqlite"])
            for place in 4096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
            try bytes.write(to: URL(fileURLWithPath: place.file))
            #expect(throws: MinutesError.unusable(path: place.file, reason: .malformed)) {
                let minutes = try SQLiteMinutes.open(path: place.file)
                _ = try MinutesSnapshot(minutes)
            }
            #expect(try place.files() == ["assembly.sqlite": bytes])
        }
    }

    @Test(
        "a database of another application is refused and stays as it is",
        arguments: [
            "PRAGMA application_id = 7; CREATE TABLE a (b)", "CREATE TABLE a (b)", "PRAGMA user_version = 3",
            "PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE a (b)",
        ])
    func otherApplication(_ sql: String) throws {
        try StoreFolder.with { place throws in
            try place.tamper { try $0.execute(sql: sql) }
            let before = try place.files()
            for create in [false, true] {
                #expect(throws: MinutesError.unusable(path: place.file, reason: .anotherApplication)) {
                    try SQLiteMinutes.open(path: place.file, create: create)
                }
            }
            #expect(try place.files() == before)
        }
    }

    @Test("the log that another application has open is not tidied up") func otherApplicationsLog() throws {
        try StoreFolder.with { place throws in
            try place.tamper { try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = 7") }
            let queue = try DatabaseQueue(path: place.file)
            try queue.write { try $0.execute(sql: "CREATE TABLE a (b)") }
            let before = try place.files()
            #expect(throws: MinutesError.unusable(path: place.file, reason: .anotherApplication)) {
                try SQLiteMinutes.open(path: place.file, create: true)
            }
            #expect(try place.files() == before)
            try queue.close()
        }
    }

    @Test("minutes of a newer ting are refused and stay as they are") func tooNew() throws {
        try StoreFolder.with { place throws in
            try place.fill()
            try place.tamper { try $0.execute(sql: "PRAGMA user_version = 6") }
            let before = try place.files()
            #expect(throws: MinutesError.tooNew(path: place.file)) {
                try SQLiteMinutes.open(path: place.file)
            }
            #expect(try place.files() == before)
        }
    }

    @Test("minutes of an older ting take the steps they lack, and keep what they have") func older() throws {
        try StoreFolder.with { place throws in
            try place.fill()
            try place.tamper { database throws in
                try database.execute(
                    sql: "DROP TABLE ballot; DROP TABLE card; DROP TABLE errand; DROP TABLE held")
                for column in ["kind", "paid_until", "more"] {
                    try database.execute(sql: "ALTER TABLE member DROP COLUMN \(column)")
                }
                try database.execute(sql: "PRAGMA user_version = 2")
            }
            let minutes = try SQLiteMinutes.open(path: place.file)
            #expect(try MinutesContract.recomputedLength(of: minutes) == 3)
            #expect(try minutes.read { try $0.persons().map(\.handle) } == ["ada"])
            #expect(try minutes.read { try $0.cards(running: false) } == [])
            try minutes.write { try $0.keep(Sample.card(1)) }
            try minutes.close()
            try place.tamper { database throws in
                #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 5)
            }
        }
    }

    @Test("a closed file cannot be used any more") func closed() throws {
        try StoreFolder.with { place throws in
            let minutes = try place.open()
            try minutes.close()
            #expect(throws: MinutesError.self) { try minutes.read { try $0.length() } }
            #expect(throws: MinutesError.self) { try minutes.appendOne() }
        }
    }
}
