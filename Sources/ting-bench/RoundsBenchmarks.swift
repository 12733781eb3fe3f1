import TingTally

/// Counts in rounds, from ballots in memory.
enum RoundsBenchmarks {
    static func run(_ report: BenchReport) throws {
        report.title("counts in rounds (Mallows 0.8 over 10 options, 0.95 over 12 and 200)")
        let many = try MallowsRankings(1_000_000, options: 10, factor: 0.8).ballots()
        let runoff = try InstantRunoff(CountingSettings(variant: "until-two"))
        report.time(
            "instant runoff to the last two, 1,000,000 ballots over 10",
            try Stopwatch.best(of: 7) { _ = try runoff.count(many) }, limit: 60)
        let plain = try InstantRunoff(CountingSettings())
        report.time(
            "the same, until somebody has more than half",
            try Stopwatch.best(of: 7) { _ = try plain.count(many) })
        let plurality = try Plurality(CountingSettings())
        report.time(
            "plurality, the same ballots", try Stopwatch.best(of: 7) { _ = try plurality.count(many) })

        let some = try MallowsRankings(100_000, options: 12, factor: 0.95).ballots()
        let scottish = try ScottishSTV(CountingSettings(seats: 5))
        report.time(
            "Scottish vote, 100,000 ballots over 12 for 5 seats",
            try Stopwatch.best(of: 9) { _ = try scottish.count(some) }, limit: 15)
        let meek = try MeekSTV(CountingSettings(seats: 5))
        report.time("Meek's vote, the same ballots", try Stopwatch.best(of: 3) { _ = try meek.count(some) })

        let wide = try MallowsRankings(100_000, options: 200, factor: 0.95).ballots()
        report.time(
            "instant runoff, 100,000 ballots over 200",
            try Stopwatch.best(of: 2) { _ = try plain.count(wide) })
        report.time(
            "Scottish vote, 100,000 ballots over 200 for 5 seats",
            try Stopwatch.best(of: 2) { _ = try scottish.count(wide) })
    }
}
