import Testing
import TingClerk
import TingStore
import TingTestSupport

/// The contract of the minutes, held against both that there are.
@Suite("Keeping minutes") struct KeepingMinutesTests {
    @Test("in memory", arguments: MinutesContract.promises)
    func memory(_ promise: MinutesPromise) throws {
        try promise.hold(MemoryMinutes())
    }

    @Test("in an SQLite file", arguments: MinutesContract.promises)
    func file(_ promise: MinutesPromise) throws {
        try TemporaryFolder.with { folder in
            let minutes = try SQLiteMinutes.open(path: folder + "/assembly.sqlite", create: true)
            try promise.hold(minutes)
            try minutes.close()
        }
    }

    @Test(
        "any course of writing, with throws and rehearsals between, is the same in memory and in a file",
        arguments: 1...12)
    func sameCourse(seed: Int) throws {
        try TemporaryFolder.with { folder in
            let memory = MemoryMinutes()
            let path = folder + "/assembly.sqlite"
            var course = MinutesCourse(seed: seed)
            for round in 0..<15 {
                // A new handle each round, so that what is compared has been on the disk.
                let file = try SQLiteMinutes.open(path: path, create: true)
                var second = course
                #expect(try step(round, &course, on: memory) == step(round, &second, on: file))
                #expect(try MinutesSnapshot(memory) == MinutesSnapshot(file))
                try file.close()
            }
        }
    }

    /// One transaction of a course: most are written, some rehearsed, some interrupted.
    private func step(_ round: Int, _ course: inout MinutesCourse, on minutes: any Minutes) throws -> [String]
    {
        var going = course
        defer { course = going }
        var refused: [String] = []
        switch round % 5 {
        case 2: refused = try minutes.rehearse { try going.go(20, in: $0) }
        case 4:
            #expect(throws: Interruption()) {
                try minutes.write { writing in
                    refused = try going.go(20, in: writing)
                    throw Interruption()
                }
            }
        default: refused = try minutes.write { try going.go(20, in: $0) }
        }
        return refused
    }
}
