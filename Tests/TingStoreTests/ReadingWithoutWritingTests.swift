import Foundation
import Testing
import TingClerk
import TingStore
import TingTestSupport

@Suite("Reading minutes that may not be written") struct ReadingWithoutWritingTests {
    @Test("a closed file in a folder without writing can be read and rehearsed, and not written")
    func closedFile() async throws {
        try await StoreFolder.with { place async throws in
            try place.fill()
            try place.forbidWriting()
            defer { place.allowWriting() }
            let file = place.file
            await #expect(processExitsWith: .success) { [file = file as String] in
                Nobody.become()
                for create in [false, true] {
                    let minutes = try SQLiteMinutes.open(path: file, create: create)
                    try Nobody.expect(try MinutesContract.recomputedLength(of: minutes) == 3)
                    let told = try minutes.rehearse { writing in
                        try MinutesContract.everythingAgain(in: writing)
                        return try writing.length()
                    }
                    try Nobody.expect(told == 5)
                    try Nobody.expect(try MinutesContract.recomputedLength(of: minutes) == 3)
                    try Nobody.expect(throws: .readOnly(path: file)) { try minutes.appendOne() }
                }
            }
            #expect(try place.files().keys.sorted() == ["assembly.sqlite"])
        }
    }

    @Test("a file that may be written in a folder that may not is read and not written") func onlyFolder()
        async throws
    {
        try await StoreFolder.with { place async throws in
            try place.fill()
            try place.forbidWriting()
            defer { place.allowWriting() }
            chmod(place.file, 0o666)
            let file = place.file
            await #expect(processExitsWith: .success) { [file = file as String] in
                Nobody.become()
                let minutes = try SQLiteMinutes.open(path: file)
                try Nobody.expect(try MinutesContract.recomputedLength(of: minutes) == 3)
                try Nobody.expect(throws: .readOnly(path: file)) { try minutes.appendOne() }
            }
        }
    }

    @Test("beside a program that is writing, its last write is seen") func besideAWriter() async throws {
        try await StoreFolder.with { place async throws in
            try place.fill()
            let writer = try place.open()
            try writer.write { try MinutesContract.everythingAgain(in: $0) }
            try place.forbidWriting()
            defer { place.allowWriting() }
            let file = place.file
            await #expect(processExitsWith: .success) { [file = file as String] in
                Nobody.become()
                let minutes = try SQLiteMinutes.open(path: file)
                try Nobody.expect(try MinutesContract.recomputedLength(of: minutes) == 5)
            }
            try writer.appendOne()
        }
    }

    @Test(
        "when the last writes wait beside a file that may not be written, they are not passed over in silence"
    )
    func unfinishedWrites() async throws {
        try await StoreFolder.with { place async throws in
            try place.fill()
            let file = place.file
            await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String] in
                let minutes = try SQLiteMinutes.open(path: file)
                try minutes.write { try MinutesContract.everythingAgain(in: $0) }
                withExtendedLifetime(minutes) { _ = kill(getpid(), SIGKILL) }
            }
            try FileManager.default.removeItem(atPath: file + "-shm")
            try place.forbidWriting()
            defer { place.allowWriting() }
            await #expect(processExitsWith: .success) { [file = file as String] in
                Nobody.become()
                try Nobody.expect(throws: .unusable(path: file, reason: .unfinishedWrites)) {
                    _ = try SQLiteMinutes.open(path: file)
                }
            }
            place.allowWriting()
            #expect(try MinutesContract.recomputedLength(of: place.open()) == 5)
        }
    }

    @Test("a file is not made in a folder without writing, and one that may not be read is refused")
    func nothingToRead() async throws {
        try await StoreFolder.with { place async throws in
            try place.fill()
            try FileManager.default.createDirectory(
                atPath: place.folder + "/empty", withIntermediateDirectories: true)
            chmod(place.folder, 0o755)
            chmod(place.folder + "/empty", 0o555)
            chmod(place.file, 0)
            let folder = place.folder
            await #expect(processExitsWith: .success) { [folder = folder as String] in
                Nobody.become()
                try Nobody.expect(throws: .readOnly(path: folder + "/empty/assembly.sqlite")) {
                    _ = try SQLiteMinutes.open(path: folder + "/empty/assembly.sqlite", create: true)
                }
                try Nobody.expect(throws: .unusable(path: folder + "/assembly.sqlite", reason: .unreadable)) {
                    _ = try SQLiteMinutes.open(path: folder + "/assembly.sqlite")
                }
            }
        }
    }
}

extension StoreFolder {
    /// Lets nobody write any file, nor make one.
    func forbidWriting() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            chmod(folder + "/" + name, 0o444)
        }
        chmod(folder, 0o555)
    }

    /// Lets the owner write again.
    func allowWriting() {
        chmod(folder, 0o755)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            chmod(folder + "/" + name, 0o644)
        }
    }
}

/// A user without rights: root may write everywhere, and would test nothing.
enum Nobody {
    struct Disappointed: Error {
        let what: String
    }

    /// Gives up root's rights, for good.
    static func become() {
        guard geteuid() == 0 else { return }
        guard setgid(65_534) == 0, setuid(65_534) == 0 else { fatalError("root keeps its rights") }
    }

    static func expect(_ truth: Bool, line: Int = #line) throws {
        guard truth else { throw Disappointed(what: "line \(line)") }
    }

    static func expect(throws error: MinutesError, line: Int = #line, _ body: () throws -> Void) throws {
        do { try body() } catch let thrown as MinutesError where thrown == error { return }
        throw Disappointed(what: "line \(line)")
    }
}
