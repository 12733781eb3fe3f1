import TingTally

/// Counting over pairs of options.
enum PairBenchmarks {
    static func run(_ report: BenchReport) throws {
        report.title("1,000,000 rankings of 10 options (Mallows 0.8, 70 in 100 complete)")
        let rankings = MallowsRankings(1_000_000, options: 10, factor: 0.8)
        var ballots = try RankedBallots(options: ["A"])
        report.time(
            "built from ranks in memory", try Stopwatch.best(of: 3) { ballots = try rankings.ballots() })
        for unranked in Unranked.allCases {
            let schulze = Schulze(unranked: unranked)
            report.time(
                "pairs and Schulze, unranked \(unranked.rawValue), one core",
                try Stopwatch.best(of: 9) { _ = try schulze.count(ballots) }, limit: 25)
            report.time(
                "the same on two cores",
                try Stopwatch.best(of: 9) { _ = try schulze.count(ballots, with: Cores.two) })
            guard
                ballots.pairwise(unranked: unranked) == ballots.pairwise(unranked: unranked, with: Cores.two)
            else { throw WrongCount(what: "pairs") }
        }
        var cells: [Int] = []
        let plain = Stopwatch.best(of: 3) { cells = plainPairs(rankings) }
        report.time("the plain loop of C over the same ranks", plain)
        guard ballots.pairwise(unranked: .last).rows.flatMap({ $0 }) == cells else {
            throw WrongCount(what: "pairs")
        }
        let weighted = try rankings.ballots(weight: 300)
        report.time(
            "pairs and Schulze, every weight 300, one core",
            try Stopwatch.best(of: 5) { _ = try Schulze(unranked: .last).count(weighted) })
        for type in [RankedPairs.self, CondorcetIRV.self, Minimax.self, Borda.self] as [any RankedMethod.Type]
        {
            let method = try type.init(CountingSettings())
            report.time(
                "\(type.name), one core",
                try Stopwatch.best(of: 5) { _ = try method.count(ballots, with: .alone) })
        }
        let debian = DebianRule(
            defaultOption: 9, quorum: Surd(1_000), ratios: [0: Fraction(3)], ratioComparison: .atLeast,
            unranked: .last)
        report.time("debian, one core", try Stopwatch.best(of: 5) { _ = try debian.count(ballots) })
    }

    /// The pairs once more, ballot by ballot, as one would write it in C.
    private static func plainPairs(_ rankings: MallowsRankings) -> [Int] {
        let size = rankings.options
        var cells = Array(repeating: 0, count: size * size)
        cells.withUnsafeMutableBufferPointer { cells in
            rankings.ranks.withUnsafeBufferPointer { ranks in
                for start in stride(from: 0, to: ranks.count, by: size) {
                    for first in 0..<size {
                        let rank = Int(ranks[start &+ first])
                        for second in 0..<size {
                            // The sign of the difference is 1 when the first stands above the second.
                            let isAbove = UInt(bitPattern: rank &- Int(ranks[start &+ second])) >> 63
                            cells[first &* size &+ second] &+= Int(isAbove)
                        }
                    }
                }
            }
        }
        return cells
    }
}
