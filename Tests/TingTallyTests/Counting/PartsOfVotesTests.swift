import Testing

@testable import TingTally

/// The same votes as whole ballots and as twice as many halves.
@Suite("Stating thresholds in votes") struct PartsOfVotesTests {
    @Test("Debian's quorum asks for votes, not for halves", arguments: [(2, true), (3, false)])
    func debian(quorum: Int, isMet: Bool) throws {
        var halves = try RankedBallots(options: ["A", "D"], unit: try Fraction(1, 2))
        try halves.append(ranking: [[0], [1]], weight: 4)
        var whole = try RankedBallots(options: ["A", "D"])
        try whole.append(ranking: [[0], [1]], weight: 2)
        for ballots in [halves, whole] {
            let tally = try DebianRule(defaultOption: 1, quorum: Surd(quorum)).count(ballots)
            #expect(tally.winners == [isMet ? 0 : 1])
        }
    }

    @Test("the least sum of a budget asks for votes, not for halves", arguments: [(2, true), (3, false)])
    func budget(least: Int, isPaid: Bool) throws {
        var halves = try ScoredBallots(options: ["P"], unit: try Fraction(1, 2))
        try halves.append(scores: [(option: 0, score: 1)], weight: 4)
        let budget = Budget(limit: Fraction(5), costs: [Fraction(5)], leastSum: least)
        for name in [GreedyBudget.name, EqualShares.name] {
            let method = try CountingMethods.method(named: name, settings: CountingSettings(budget: budget))
            #expect(try method.count(.scored(halves)).winners == (isPaid ? [0] : []), "\(name)")
        }
    }

    @Test("a budget that could be raised for ever is refused") func endless() throws {
        var ballots = try ScoredBallots(options: ["P", "Q"])
        try ballots.append(scores: [(option: 0, score: 1)])
        try ballots.append(scores: [(option: 1, score: 1)])
        let cost = Fraction(900_000_000)
        let budget = Budget(limit: Fraction(1_000_000_000), costs: [cost, cost])
        var method = try EqualShares(CountingSettings(variant: "add1", budget: budget))
        method.mostIncreases = 100
        #expect(throws: TallyError.self) { try method.count(ballots) }
    }

    /// A has 4 1/2 and 2 1/2 votes, B 2 and C 3 of 12; the quota is 12 / 3 + 1 = 5. Of A's 7 the surplus is 2,
    /// and 2 / 7 = 0.285714..., cut off to 0.28571. B gets 4.5 x 0.28571 = 1.285695 and C 2.5 x 0.28571 =
    /// 0.714275; of the surplus 2 - 1.99997 = 0.00003 is lost. In halves all is twice as much.
    @Test("a Scottish transfer value is a part of a ballot, whatever the ballot weighs") func transfers()
        throws
    {
        var halves = try RankedBallots(options: ["A", "B", "C"], unit: try Fraction(1, 2))
        for (ranking, weight) in [([[0], [1]], 9), ([[0], [2]], 5), ([[1]], 4), ([[2]], 6)] {
            try halves.append(ranking: ranking, weight: weight)
        }
        let tally = try ScottishSTV(CountingSettings(seats: 2)).count(halves)
        #expect(tally.winners == [0, 2])
        let second = try #require(RoundTable.all(of: tally).dropFirst().first)
        #expect(second.votes["A"] == Fraction(10))
        #expect(try second.votes["B"] == Fraction(657_139, 100_000))
        #expect(try second.votes["C"] == Fraction(742_855, 100_000))
        #expect(try second.lost == Fraction(6, 100_000))
    }

    @Test("Meek names as many invalid ballots as there are") func invalid() throws {
        var ballots = try RankedBallots(options: ["A", "B", "C"])
        try ballots.append(ranking: [[0, 1], [2]])
        try ballots.append(ranking: [[0]], weight: 2)
        var settings = CountingSettings()
        settings.ballotRules.mustRankAll = true
        let tally = try CountingMethods.method(named: "meek-stv", settings: settings).count(.ranked(ballots))
        let line = tally.transcript.statements.first { $0.code == "ballots-not-complete" }
        #expect(line?["count"] == .number(2))
    }
}
