import Foundation

/// `ting-bench`: measures what ting promises, and prints each figure beside its limit.
///
/// Build it for release with the program beside it, and run it on a quiet machine:
///
///     swift build -c release -Xswiftc -static-stdlib
///     .build/release/ting-bench
///
/// With words it runs only the benchmarks whose names contain one of them.
@main
enum TingBench {
    static func main() throws {
        let wanted = Array(CommandLine.arguments.dropFirst())
        let report = BenchReport()
        let benchmarks: [(name: String, run: (BenchReport) throws -> Void)] = [
            ("process", ProcessBenchmarks.run), ("assembly", AssemblyBenchmarks.run),
            ("counting-choices", ChoiceBenchmarks.run), ("counting-pairs", PairBenchmarks.run),
            ("counting-costs", CostBenchmarks.run), ("counting-scores", ScoresBenchmarks.run),
            ("counting-rounds", RoundsBenchmarks.run), ("reading", ReadingBenchmarks.run),
            ("lives", LivesBenchmarks.runLives), ("folding", LivesBenchmarks.runFolding),
        ]
        for (name, run) in benchmarks where wanted.isEmpty || wanted.contains(where: name.contains) {
            try run(report)
        }
        report.end()
    }
}
