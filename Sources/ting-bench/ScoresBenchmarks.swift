import TingTally

/// Counting scores and spending budgets, from memory.
enum ScoresBenchmarks {
    static func run(_ report: BenchReport) throws {
        report.title("Counting scores, 1,000,000 ballots over 10 options")
        try measureScores(report)
        report.title("Spending budgets")
        try measureCity(report)
    }

    /// Scores from 0 to 5, each as likely, and approvals of half of the options.
    private static func measureScores(_ report: BenchReport) throws {
        var random = SplitMix(seed: 20_261_123)
        let options = (0..<10).map { "Option \($0)" }
        var scores = try ScoredBallots(options: options)
        var approvals = try ScoredBallots(options: options)
        var weighted = try ScoredBallots(options: options)
        for number in 0..<1_000_000 {
            let given = (0..<10).map { (option: $0, score: Int(random.next() % 6)) }
            try scores.append(scores: given)
            try weighted.append(scores: given, weight: 1 + number % 3)
            try approvals.append(scores: given.map { ($0.option, $0.score / 3) })
        }
        report.time(
            "approval", try Stopwatch.best(of: 5) { _ = try Approval(CountingSettings()).count(approvals) })
        let sums = try Stopwatch.best(of: 5) { _ = try Score(CountingSettings()).count(scores) }
        report.time("score", sums, limit: 20)
        report.rate("the same", 1_000_000 / sums * 1_000, of: "ballots")
        report.time(
            "score, with weights",
            try Stopwatch.best(of: 5) { _ = try Score(CountingSettings()).count(weighted) })
        report.time("STAR", try Stopwatch.best(of: 5) { _ = try Star(CountingSettings()).count(scores) })
        let credits = CountingSettings(points: 100)
        report.time(
            "quadratic, 100 credits", try Stopwatch.best(of: 3) { _ = try Quadratic(credits).count(scores) })
    }

    /// A city of 100,000 ballots that approve of 1 to 15 among 100 projects, some better liked than others.
    private static func measureCity(_ report: BenchReport) throws {
        var random = SplitMix(seed: 20_261_124)
        var city = try ScoredBallots(options: (0..<100).map { "Project \($0)" })
        let costs = (0..<100).map { _ in Fraction(5_000 + Int(random.next() % 500_000)) }
        for _ in 0..<100_000 {
            var chosen: Set<Int> = []
            for _ in 0...(random.next() % 15) {
                chosen.insert(Int(min(random.next() % 100, random.next() % 100)))
            }
            try city.append(scores: chosen.sorted().map { ($0, 1) })
        }
        let budget = Budget(limit: Fraction(5_000_000), costs: costs)
        let greedy = CountingSettings(budget: budget)
        report.time(
            "greedy, 100,000 ballots over 100 projects",
            try Stopwatch.best(of: 3) { _ = try GreedyBudget(greedy).count(city) })
        for variant in ["none", "greedy", "add1"] {
            let settings = CountingSettings(variant: variant, budget: budget)
            report.time(
                "equal shares (\(variant)), the same city",
                try Stopwatch.best(of: variant == "add1" ? 1 : 3) {
                    _ = try EqualShares(settings).count(city)
                })
        }
    }
}
