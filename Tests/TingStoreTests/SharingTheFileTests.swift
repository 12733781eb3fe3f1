import Foundation
import Testing
import TingClerk
import TingProceedings
import TingStore
import TingTestSupport

@Suite("Sharing a file of minutes between programs") struct SharingTheFileTests {
    @Test("of two handles that saw the same version, the first to write wins and the second is told")
    func lateWriter() throws {
        try StoreFolder.with { place throws in
            let first = try place.open()
            let second = try place.open()
            let version = try second.read { try $0.version(of: .assembly) }
            try first.appendOne()
            #expect(throws: MinutesError.conflict) {
                try second.write {
                    try $0.append(
                        [Sample.event("late")], to: .assembly, after: version, recorded: Sample.hour(0))
                }
            }
            #expect(try MinutesContract.recomputedLength(of: second) == 1)
        }
    }

    @Test("a reader sees one moment, whatever is written meanwhile, and then the next") func oneMoment()
        throws
    {
        try StoreFolder.with { place throws in
            let writer = try place.open()
            let reader = try place.open()
            try writer.appendOne()
            try reader.read { reading in
                let before = try MinutesSnapshot(reading)
                try writer.appendOne()
                #expect(try reading.entries(after: 0, limit: 9).count == 1)
                #expect(try MinutesSnapshot(reading) == before)
            }
            #expect(try reader.read { try $0.length() } == 2)
        }
    }

    @Test("while one writes, another writer is told that it is busy, and a reader or rehearsal is not")
    func busy() throws {
        try StoreFolder.with { place throws in
            let writer = try place.open()
            let other = try place.open(busyTimeout: .milliseconds(30))
            try writer.appendOne()
            try writer.write { writing in
                try writing.append([Sample.event("long")], to: .assembly, after: 1, recorded: Sample.hour(0))
                let clock = ContinuousClock()
                let waited = clock.measure {
                    #expect(throws: MinutesError.busy) { try other.appendOne() }
                }
                #expect(waited >= .milliseconds(30))
                let told = try other.rehearse { rehearsal in
                    try rehearsal.append(
                        [Sample.event("asked")], to: .assembly, after: 1, recorded: Sample.hour(0))
                    return try rehearsal.length()
                }
                #expect(told == 2, "a question sees what was there before, and keeps nobody waiting")
                #expect(try other.read { try $0.length() } == 1)
                let third = try place.open(busyTimeout: .milliseconds(30))
                #expect(try third.read { try $0.length() } == 1, "opening is not kept waiting either")
            }
            try other.appendOne()
            #expect(try MinutesContract.recomputedLength(of: other) == 3)
        }
    }

    @Test("a large file is rehearsed in place, and beside a writer on a copy, and both leave no trace")
    func largeFile() throws {
        try StoreFolder.with { place throws in
            let minutes = try place.open()
            let other = try place.open(busyTimeout: .seconds(60))
            try minutes.write { writing in
                for number in 0..<17 {
                    let bytes = [UInt8](repeating: UInt8(number), count: 1 << 20)
                    try writing.keep(Decision.Document(digest: Hashing.leaf(bytes), bytes: bytes))
                }
                try writing.append([Sample.event("first")], to: .assembly, after: 0, recorded: Sample.hour(0))
            }
            func ask() throws -> Int {
                try other.rehearse { rehearsal in
                    try rehearsal.append(
                        [Sample.event("asked")], to: .assembly, after: 1, recorded: Sample.hour(0))
                    return try rehearsal.length()
                }
            }
            #expect(try place.files()["assembly.sqlite"]?.count ?? 0 > 16 << 20)
            #expect(try ask() == 2)
            try minutes.write { writing in
                try writing.append([Sample.event("next")], to: .assembly, after: 1, recorded: Sample.hour(0))
                #expect(try ask() == 2)
            }
            #expect(try MinutesContract.recomputedLength(of: other) == 2)
            try other.appendOne()
        }
    }

    @Test("a writer waits for another, and then writes") func waits() async throws {
        try await StoreFolder.with { place async throws in
            let writer = try place.open()
            let other = try place.open()
            async let waiting: Void = Task.detached { try other.appendOne() }.value
            try writer.write { writing in
                try writing.append(
                    [Sample.event("long")], to: .proposal(1), after: 0, recorded: Sample.hour(0))
                usleep(50_000)
            }
            try await waiting
            #expect(try MinutesContract.recomputedLength(of: writer) == 2)
        }
    }

    @Test("programs that race for each version: exactly one wins each, and no entry is lost")
    func raceOfPrograms() async throws {
        try await StoreFolder.with { place async throws in
            try place.open().close()
            let file = place.file
            await withTaskGroup(of: Void.self) { group in
                for racer in 1...4 {
                    group.addTask {
                        await #expect(processExitsWith: .success) {
                            [file = file as String, racer = racer as Int] in
                            try Racer(file: file, name: "racer-\(racer)").race(rounds: 40)
                        }
                    }
                }
            }
            let minutes = try place.open()
            #expect(try MinutesContract.recomputedLength(of: minutes) == 40)
            var wins = 0
            for racer in 1...4 {
                let text = try String(contentsOfFile: place.folder + "/racer-\(racer)", encoding: .utf8)
                let won = Int(text) ?? -1
                wins += won
                let kept = try minutes.read { reading in
                    try reading.entries(after: 0, limit: .max).filter {
                        try $0.event()["type"]?.string == "racer-\(racer)"
                    }
                }
                #expect(kept.count == won)
            }
            #expect(wins == 40)
        }
    }

    @Test("programs that make the same file at the same moment make one file") func raceToCreate()
        async throws
    {
        for _ in 0..<5 {
            try await StoreFolder.with { place async throws in
                let file = place.file
                await withTaskGroup(of: Void.self) { group in
                    for _ in 1...4 {
                        group.addTask {
                            await #expect(processExitsWith: .success) { [file = file as String] in
                                let minutes = try SQLiteMinutes.open(path: file, create: true)
                                try minutes.appendOne()
                                try minutes.close()
                            }
                        }
                    }
                }
                #expect(try MinutesContract.recomputedLength(of: place.open()) == 4)
            }
        }
    }

    @Test("threads with a handle each write everything they mean to") func threads() async throws {
        try await StoreFolder.with { place async throws in
            try place.open().close()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let minutes = try place.open()
                        for _ in 0..<25 { try minutes.appendOne() }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try MinutesContract.recomputedLength(of: place.open()) == 100)
        }
    }

    @Test("threads that share one handle write everything they mean to") func oneHandle() async throws {
        try await StoreFolder.with { place async throws in
            let minutes = try place.open()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { for _ in 0..<25 { try minutes.appendOne() } }
                }
                try await group.waitForAll()
            }
            #expect(try MinutesContract.recomputedLength(of: minutes) == 100)
        }
    }
}

/// A program that tries to write each version of a stream.
private struct Racer {
    let file: String
    let name: String

    /// Tries each version until somebody has it, and writes down how often it was this one.
    func race(rounds: Int) throws {
        let minutes = try SQLiteMinutes.open(path: file, busyTimeout: .seconds(30))
        var wins = 0
        for round in 0..<rounds {
            do {
                try minutes.write {
                    try $0.append([Sample.event(name)], to: .assembly, after: round, recorded: Sample.hour(0))
                }
                wins += 1
            } catch MinutesError.conflict {
                continue
            }
        }
        try minutes.close()
        let folder = (file as NSString).deletingLastPathComponent
        try "\(wins)".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
}
