import Testing

@testable import TingTally

@Suite("Increasing equal shares") struct IncreasingSharesTests {
    /// A cooperative of 30 members: ten support each project.
    private func cooperative(_ costs: [Int], unit: Fraction = Fraction(1)) throws -> (ScoredBallots, Budget) {
        var box = try ScoredBallots(options: costs.indices.map { "P\($0)" }, unit: unit)
        for project in costs.indices {
            try box.append(scores: [(option: project, score: 1)], weight: 10 * unit.denominator)
        }
        return (box, Budget(limit: Fraction(5_000_000), costs: costs.map { Fraction($0) }))
    }

    private func increases(_ tally: Tally) -> FactValue? {
        tally.transcript.statements.first { $0.code.hasPrefix("shares-start") }?["increases"]
    }

    /// Each member begins with 5,000,000 / 30 = 166,666 and two thirds, and ten must have 240,000 each for
    /// the second project: 73,334 increases. The third takes 260,000 each, so 93,334 increases: with both
    /// 5,000,000 are spent. When it costs 1 less, 1 is left and nothing more fits; when it costs 1 more, it does not
    /// fit beside the second, and the count ends when that is paid for.
    @Test(
        "a small cooperative with a large budget is counted in a few runs, in halves of votes too",
        arguments: [
            (2_599_999, [1, 2], 93_334), (2_600_000, [1, 2], 93_334), (2_600_001, [1], 73_334),
        ])
    func cooperative(third: Int, winners: [Int], increases: Int) throws {
        for unit in [Fraction(1), try Fraction(1, 2), try Fraction(1, 6)] {
            let (box, budget) = try cooperative([3_000_000, 2_400_000, third], unit: unit)
            var method = try EqualShares(CountingSettings(variant: "add1", budget: budget))
            method.mostRuns = 200
            let tally = try method.count(box)
            #expect(tally.winners.sorted() == winners && tally.tied.isEmpty, "\(unit)")
            #expect(self.increases(tally) == .number(increases), "\(unit)")
        }
    }

    /// Each of two begins with 500,000,000 and needs 900,000,000; then both projects are paid for, which is too much.
    @Test("four hundred million increases are passed over at once") func far() throws {
        var ballots = try ScoredBallots(options: ["P", "Q"])
        for option in 0..<2 { try ballots.append(scores: [(option, 1)]) }
        let cost = Fraction(900_000_000)
        let budget = Budget(limit: Fraction(1_000_000_000), costs: [cost, cost])
        let tally = try EqualShares(CountingSettings(variant: "add1", budget: budget)).count(ballots)
        #expect(tally.winners.isEmpty)
        #expect(increases(tally) == .number(399_999_999))
    }

    @Test("more runs than are made are refused", arguments: [(3, false), (200, true)])
    func runs(most: Int, isCounted: Bool) throws {
        let (box, budget) = try cooperative([3_000_000, 2_400_000, 2_600_000])
        var method = try EqualShares(CountingSettings(variant: "add1", budget: budget))
        method.mostRuns = most
        do {
            _ = try method.count(box)
            #expect(isCounted)
        } catch {
            #expect(!isCounted && error.statement == Statement("too-many-runs", [.number("most", most)]))
        }
    }

    @Test("passing over increases ends where one step at a time does", arguments: 1...120)
    func plain(seed: Int) throws {
        let plain = PlainBudget(
            seed: seed, scores: 0...(seed % 4 == 0 ? 3 : 1), most: [40, 150, 400][seed % 3], options: 3)
        for isByCost in [true, false] {
            let ends = try plain.equalSharesStepping(isByCost: isByCost)
            let ways = Set(ends.map(\.funded))
            let all = ways.reduce(Set<Int>()) { $0.union($1) }
            let some = all.filter { option in !ways.allSatisfy { $0.contains(option) } }
            let settings = CountingSettings(
                variant: isByCost ? "add1" : "cardinality-add1", budget: plain.budget)
            let tally = try EqualShares(settings).count(plain.plain.box())
            #expect(Set(tally.winners) == all, "seed \(seed), \(isByCost)")
            #expect(Set(tally.tied) == some, "seed \(seed), \(isByCost)")
            if Set(ends).count == 1, let end = ends.first, let given = increases(tally) {
                #expect(given == .number(end.increases), "seed \(seed), \(isByCost)")
            }
        }
    }

    /// Ten groups of a million ballots and a few more each give 700 points to a project of their own, and one
    /// ballot gives 7 to each. With 70,000 for every ballot, the ballot pays 7 × 101 = 707 of each cost
    /// and its group all it has, since 700 × 101 is more: so all ten are paid for. The bound on the error grows by
    /// a factor of a million in each round and passes what is kept; then exact numbers decide alone.
    @Test("a bound on errors that grows past all numbers stops nothing") func bound() throws {
        let sizes = (0..<10).map { 1_000_000 + $0 }
        var box = try ScoredBallots(options: sizes.indices.map { "P\($0)" })
        for (project, size) in sizes.enumerated() {
            try box.append(scores: [(project, 700)], weight: size)
        }
        try box.append(scores: sizes.indices.map { ($0, 7) })
        // Nine times the ballot paid 707, and all it has left can go to the last.
        let left = 70_000 - 9 * 707
        for (last, winners) in [(707, 10), (left - 1, 10), (left, 10), (left + 1, 9)] {
            let costs = sizes.map { $0 * 70_000 + ($0 == 1_000_000 ? last : 707) }
            let budget = Budget(limit: Fraction(70_000 * box.total), costs: costs.map { Fraction($0) })
            let settings = CountingSettings(variant: "none", budget: budget)
            #expect(try EqualShares(settings).count(box).winners.count == winners, "\(last)")
        }
    }
}
