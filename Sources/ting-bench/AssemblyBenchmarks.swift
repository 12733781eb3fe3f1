import Foundation

/// Whole processes on an assembly of 1,000 proposals and 100,000 events.
enum AssemblyBenchmarks {
    static func run(_ report: BenchReport) throws {
        let program = try Program()
        let assembly = BigAssembly(
            folder: FileManager.default.temporaryDirectory.path + "/ting-bench-\(getpid())")
        defer { try? FileManager.default.removeItem(atPath: assembly.folder) }
        var events = 0
        let building = try Stopwatch.time {
            events = try assembly.build(program, proposals: 1_000, eventsPerProposal: 100)
        }
        report.time("building 1,000 proposals with \(events) events", building)
        let common = ["--assembly", assembly.folder, "--as", "m1", "--at", BigAssembly.now]
        report.time(
            "ting (status), 1,000 running proposals, \(events) events, best of 50",
            try program.best(of: 50, common),
            limit: 60)
        report.time("ting list, best of 50", try program.best(of: 50, ["list"] + common))
        report.time("ting why P-500, best of 50", try program.best(of: 50, ["why", "P-500"] + common))
        report.time("ting vote P-1, best of 20", try program.best(of: 20, ["vote", "P-1", "yes"] + common))
    }
}
