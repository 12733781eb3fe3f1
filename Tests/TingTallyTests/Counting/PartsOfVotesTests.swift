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
