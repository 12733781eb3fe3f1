import Foundation
import TingTally

/// What counting costs, by ballots and options: time on one core and memory.
enum CostBenchmarks {
    static func run(_ report: BenchReport) throws {
        report.title(
            "costs by ballots and options: building, pairs and Schulze on one core, memory of the ballots")
        print(
            "    ballots  options      build      pairs    schulze  ranked-pairs      borda    ballots      peak"
        )
        for options in [10, 50, 200] {
            // Rankings drawn once and dealt out at random: drawing 10,000,000 would take longer than counting.
            let drawn = MallowsRankings(4_096, options: options, factor: 0.9)
            for count in [10_000, 100_000, 1_000_000, 10_000_000] {
                try row(count, drawn)
            }
        }
    }

    /// Measures one size.
    private static func row(_ count: Int, _ drawn: MallowsRankings) throws {
        let size = drawn.options
        PeakMemory.reset()
        let before = PeakMemory.now()
        var random = SplitMix(seed: UInt64(count))
        var ballots = try RankedBallots(options: (1...size).map { "Option \($0)" })
        let build = try Stopwatch.time {
            try drawn.ranks.withUnsafeBufferPointer { ranks in
                for _ in 0..<count {
                    let start = random.below(4_096) * size
                    try ballots.append(ranks: UnsafeBufferPointer(rebasing: ranks[start..<(start + size)]))
                }
            }
        }
        let held = PeakMemory.now() - before
        let pairs = Stopwatch.time { _ = ballots.pairwise(unranked: .last) }
        let schulze = try Stopwatch.time { _ = try Schulze(unranked: .last).count(ballots) }
        let ranked = try Stopwatch.time { _ = try RankedPairs(CountingSettings()).count(ballots) }
        let borda = try Stopwatch.time { _ = try Borda(CountingSettings()).count(ballots) }
        print(
            String(
                format: "%11d %8d %7.0f ms %7.1f ms %7.1f ms %10.1f ms %7.1f ms %6.0f MiB %5.0f MiB", count,
                size,
                build, pairs, schulze, ranked, borda, held, PeakMemory.mebibytes()))
    }
}
