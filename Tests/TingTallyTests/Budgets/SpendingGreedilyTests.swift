import Testing
import TingTally

@Suite("Spending a budget greedily") struct SpendingGreedilyTests {
    private func count(
        _ variant: String, limit: Fraction, _ projects: [(cost: Int, votes: Int)], least: Int = 0,
        ties: TieBreaking = TieBreaking()
    ) throws -> Tally {
        var box = try ScoredBallots(options: projects.indices.map { "P\($0)" })
        for (option, project) in projects.enumerated() where project.votes > 0 {
            try box.append(scores: [(option, 1)], weight: project.votes)
        }
        let budget = Budget(limit: limit, costs: projects.map { Fraction($0.cost) }, leastSum: least)
        return try GreedyBudget(CountingSettings(ties: ties, variant: variant, budget: budget)).count(box)
    }

    @Test("what does not fit is skipped, or ends the count") func variants() throws {
        let projects = [
            (cost: 60, votes: 9), (cost: 50, votes: 8), (cost: 30, votes: 7), (cost: 10, votes: 6),
        ]
        #expect(try count("skip", limit: Fraction(100), projects).winners == [0, 2, 3])
        #expect(try count("stop", limit: Fraction(100), projects).winners == [0])
        #expect(try count("stop-with-reserve", limit: Fraction(100), projects).winners == [0, 1])
    }

    @Test("a reserve helps from 80 hundredths of the cost", arguments: [(79, false), (80, true), (81, true)])
    func reserve(left: Int, isPaid: Bool) throws {
        let tally = try count(
            "stop-with-reserve", limit: Fraction(left), [(cost: 100, votes: 2), (cost: 1, votes: 1)])
        #expect(tally.winners == (isPaid ? [0] : []))
    }

    @Test("the whole budget can be spent, and not a hundredth more") func limit() throws {
        for (hundredths, winners) in [(9_999, []), (10_000, [0]), (10_001, [0])] {
            #expect(
                try count("skip", limit: Fraction(hundredths, 100), [(cost: 100, votes: 1)]).winners
                    == winners)
        }
    }

    @Test(
        "an option needs its least sum, and one vote at least",
        arguments: [(49, 50), (50, 50), (51, 50), (0, 0)])
    func least(votes: Int, least: Int) throws {
        let tally = try count("skip", limit: Fraction(9), [(cost: 1, votes: votes)], least: least)
        #expect(tally.winners == (votes >= max(1, least) ? [0] : []))
    }

    @Test("a tie that matters is reported, or broken by the lot; one that does not is no tie") func ties()
        throws
    {
        let projects = [
            (cost: 50, votes: 9), (cost: 40, votes: 5), (cost: 30, votes: 5), (cost: 10, votes: 1),
        ]
        let tied = try count("skip", limit: Fraction(100), projects)
        #expect(tied.winners == [0, 3, 1, 2] && tied.tied == [1, 2])
        let lot = TieBreaking([.lot(Lot(seed: "s", order: [2, 1, 0, 3]))])
        let broken = try count("skip", limit: Fraction(100), projects, ties: lot)
        #expect(broken.winners == [0, 2, 3] && broken.tied.isEmpty)
        #expect(try count("skip", limit: Fraction(120), projects).tied.isEmpty)
        // Neither of the tied fits, so the order between them is nothing.
        #expect(try count("skip", limit: Fraction(60), projects).winners == [0, 3])
    }

    @Test("more ties than can be followed leave all that could be paid for tied, and a lot helps")
    func manyTies() throws {
        let one = (cost: 1, votes: 2)
        let projects = [one] + Array(repeating: (cost: 2, votes: 1), count: 30) + [(cost: 32, votes: 1)]
        let tally = try count("skip", limit: Fraction(32), projects)
        // The first is paid for before anything ties, and the last costs more than is left then.
        #expect(tally.winners == Array(0...30) && tally.tied == Array(1...30))
        #expect(
            tally.transcript.statements.first { $0.code == "budget-too-many-ways" }?["options"]
                == .list((1...30).map { .text("P\($0)") }))
        let lot = TieBreaking([.lot(Lot(seed: "s", order: Array(0..<32)))])
        #expect(try count("skip", limit: Fraction(32), projects, ties: lot).winners == Array(0...15))
    }

    @Test("a budget that does not fit the ballots is refused") func refusals() throws {
        let box = try ScoredBallots(options: ["A", "B"])
        let one = Fraction(1)
        for (budget, code) in [
            (nil, "budget-needed"), (Budget(limit: one, costs: [one]), "budget-of-other-options"),
            (Budget(limit: one, costs: [one, Fraction(0)]), "cost-not-positive"),
            (Budget(limit: Fraction(-1), costs: [one, one]), "budget-below-zero"),
            (Budget(limit: one, costs: [Fraction(Int.max), one]), "arithmetic-overflow"),
            (Budget(limit: try Fraction(1, 3), costs: [Fraction(Int.max / 2), one]), "arithmetic-overflow"),
        ] as [(Budget?, String)] {
            do {
                _ = try GreedyBudget(CountingSettings(budget: budget)).count(box)
                Issue.record("\(code) was expected")
            } catch { #expect(error.statement.code == code) }
        }
    }

    @Test("the count is what trying every order of the tied gives", arguments: 1...300)
    func plain(seed: Int) throws {
        let plain = PlainBudget(seed: seed, scores: 0...(seed % 2 + 1))
        let least = seed % 4
        let budget = Budget(
            limit: Fraction(plain.limit), costs: plain.costs.map { Fraction($0) }, leastSum: least)
        for variant in GreedyBudget.variants {
            let settings = CountingSettings(variant: variant, budget: budget)
            let tally = try GreedyBudget(settings).count(plain.plain.box())
            let ways = plain.greedy(variant, least: least)
            let all = ways.reduce(Set<Int>()) { $0.union($1) }
            let some = all.filter { option in !ways.allSatisfy { $0.contains(option) } }
            #expect(Set(tally.winners) == all, "seed \(seed), \(variant)")
            #expect(Set(tally.tied) == some, "seed \(seed), \(variant)")
        }
    }
}
