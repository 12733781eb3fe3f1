import Foundation
import GRDB
import Testing
import TingClerk
import TingProceedings
import TingStore
import TingTestSupport

@Suite("Surviving what happens to programs and disks") struct SurvivingTests {
    @Test("a program killed within a write leaves what was there before", arguments: [0, 1, 2, 300])
    func killedWithin(steps: Int) async throws {
        try await StoreFolder.with { place async throws in
            try place.fill()
            let before = try MinutesSnapshot(place.open())
            let file = place.file
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [file = file as String, steps = steps as Int] in
                try SQLiteMinutes.open(path: file).write { writing in
                    try MinutesContract.everythingAgain(in: writing)
                    // Many and large, so that they leave the program's memory before the end.
                    for step in 0..<steps {
                        let event = JSON.object(["text": .string(String(repeating: "x", count: 20_000))])
                        try writing.append([event], to: .proposal(9), after: step, recorded: Sample.hour(0))
                    }
                    kill(getpid(), SIGKILL)
                }
            }
            let minutes = try place.open()
            #expect(try MinutesSnapshot(minutes) == before)
            try minutes.write { try MinutesContract.everythingAgain(in: $0) }
            #expect(try MinutesContract.recomputedLength(of: minutes) == 5)
        }
    }

    @Test("a program killed at any moment has kept every write that it was told is kept", arguments: 1...12)
    func killedAtAnyMoment(seed: Int) async throws {
        try await StoreFolder.with { place async throws in
            try place.open().close()
            let file = place.file
            await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String, seed = seed as Int] in
                let minutes = try SQLiteMinutes.open(path: file)
                let receipts = open(file + ".receipts", O_WRONLY | O_CREAT | O_APPEND, 0o600)
                Thread.detachNewThread {
                    usleep(UInt32(3_000 + seed * 3_700))
                    kill(getpid(), SIGKILL)
                }
                while true {
                    try minutes.write { writing in
                        let version = try writing.version(of: .assembly)
                        try writing.append(
                            [Sample.event("a"), Sample.event("b")], to: .assembly, after: version,
                            recorded: Sample.hour(0))
                    }
                    _ = write(receipts, "r", 1)
                }
            }
            let receipts = FileManager.default.contents(atPath: file + ".receipts")?.count ?? 0
            let length = try MinutesContract.recomputedLength(of: place.open())
            #expect(
                length == 2 * receipts || length == 2 * (receipts + 1),
                "\(receipts) receipts, \(length) entries")
        }
    }

    @Test("the connection that writes waits for the disk, keeps foreign keys, and overwrites what it erases")
    func settings() throws {
        try StoreFolder.with { place throws in
            for _ in 0..<2 {
                let minutes = try place.open()
                try minutes.appendOne()
                try minutes.queue.writeWithoutTransaction { database throws in
                    #expect(try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
                    #expect(try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1)
                    #expect(try Int.fetchOne(database, sql: "PRAGMA secure_delete") == 1)
                    #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
                }
                try minutes.close()
            }
        }
    }

    @Test(
        "every write waits for the disk: the kernel sees at least one flush each",
        .enabled(if: SystemCalls.canBeCounted, "strace is not installed, or may not look at other programs"))
    func flushes() async throws {
        try await StoreFolder.with { place async throws in
            try place.open().close()
            let file = place.file
            await #expect(processExitsWith: .success) { [file = file as String] in
                let minutes = try SQLiteMinutes.open(path: file)
                let counted = try SystemCalls.count(["fdatasync", "fsync"], into: file + ".strace") {
                    for _ in 0..<50 { try minutes.appendOne() }
                }
                guard counted >= 50 else { fatalError("50 writes, \(counted) flushes") }
            }
        }
    }

    @Test(
        "a full disk refuses the write, keeps what there was, and takes writes again when there is room",
        .enabled(if: SmallDisk.canBeMounted, "mounting a small disk takes root and a kernel that allows it"))
    func fullDisk() throws {
        try StoreFolder.with { place throws in
            let disk = try SmallDisk(at: place.folder, kibibytes: 400)
            defer { disk.remove() }
            let minutes = try place.open()
            var written = 0
            #expect(throws: MinutesError.diskFull) {
                while written < 10_000 {
                    try minutes.appendOne()
                    written += 1
                }
            }
            #expect(written > 0)
            #expect(try MinutesContract.recomputedLength(of: minutes) == written)
            #expect(throws: MinutesError.diskFull) { try minutes.appendOne() }
            let other = try place.open()
            #expect(try MinutesContract.recomputedLength(of: other) == written)
            try disk.grow(toKibibytes: 4000)
            try minutes.appendOne()
            #expect(try MinutesContract.recomputedLength(of: other) == written + 1)
        }
    }

    @Test(
        "a file cannot be made on a full disk",
        .enabled(if: SmallDisk.canBeMounted, "mounting a small disk takes root and a kernel that allows it"))
    func noRoomAtAll() throws {
        try StoreFolder.with { place throws in
            let disk = try SmallDisk(at: place.folder, kibibytes: 16)
            defer { disk.remove() }
            #expect(throws: MinutesError.diskFull) { try place.open() }
        }
    }
}
