import TingTally

/// Counting, from ballots in memory and from files.
enum CountingBenchmarks {
    static func run(_ report: BenchReport) throws {
        var random = SplitMix(seed: 20_261_123)
        var ballots = try RankedBallots(options: (0..<10).map { "Option \($0)" })
        for _ in 0..<1_000_000 {
            var order = Array(0..<10)
            for place in stride(from: 9, to: 0, by: -1) {
                order.swapAt(place, Int(random.next() % UInt64(place + 1)))
            }
            let length = random.next() % 10 < 7 ? 10 : Int(random.next() % 9) + 1
            try ballots.append(ranking: order.prefix(length).map { [$0] })
        }
        let schulze = try Stopwatch.best(of: 3) { _ = try Schulze(unranked: .last).count(ballots) }
        report.time("Schulze, 1,000,000 ballots over 10 options, from memory", schulze)
        report.rate("the same", 1_000_000 / schulze * 1_000, of: "ballots")
        let debian = try Stopwatch.best(of: 3) {
            _ = try DebianRule(
                defaultOption: 9, quorum: Surd(1_000), ratios: [0: Fraction(3)], ratioComparison: .atLeast,
                unranked: .last
            ).count(ballots)
        }
        report.time("the Debian rule, the same ballots", debian)
    }
}

/// A generator of random numbers that gives the same sequence everywhere.
///
/// - Source: Steele, Lea and Flood 2014, SplitMix64.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
