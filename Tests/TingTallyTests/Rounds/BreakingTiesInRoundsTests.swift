import Testing

@testable import TingTally

@Suite("Breaking ties within rounds") struct BreakingTiesInRoundsTests {
    /// B and C have one vote each in every round.
    private func tied() throws -> RankedBallots {
        var ballots = try RankedBallots(options: ["A", "B", "C"])
        try ballots.append(ranking: [[0], [1]], weight: 3)
        try ballots.append(ranking: [[1]], weight: 2)
        try ballots.append(ranking: [[2]], weight: 2)
        return ballots
    }

    @Test(
        "a Scottish tie is said once, also where a given way breaks it",
        arguments: [
            [TieBreak.lot(Lot(seed: "s", order: [2, 1, 0]))],
            [.earlierRounds(.backwards), .lot(Lot(seed: "s", order: [2, 1, 0]))],
        ])
    func saidOnce(ways: [TieBreak]) throws {
        let tally = try ScottishSTV(CountingSettings(ties: TieBreaking(ways))).count(tied())
        let lines = tally.transcript.statements
        #expect(lines.count { $0.code == "tie-found" } == 1)
        #expect(lines.count { $0.code == "tie-not-broken-by-rounds-backwards" } == 1)
        #expect(lines.count { $0.code == "tie-broken-by-lot" } == 1)
    }

    /// A has 10 of 14 votes and 5 more than the quota, so a ballot moves at 0.5: B and C rise from 1 to 2, where D
    /// was before. The method puts D above them, and the lot B above C.
    @Test("a tie is said again where the method leaves only some of the tied") func saidAgain() throws {
        var ballots = try RankedBallots(options: ["A", "B", "C", "D"])
        for (ranking, weight) in [
            ([[0], [1]], 2), ([[0], [2]], 2), ([[0]], 6), ([[1]], 1), ([[2]], 1), ([[3]], 2),
        ] { try ballots.append(ranking: ranking, weight: weight) }
        let settings = CountingSettings(
            seats: 2, ties: TieBreaking([.lot(Lot(seed: "s", order: [3, 1, 0, 2]))]))
        let tally = try ScottishSTV(settings).count(ballots)
        #expect(tally.winners == [0, 3])
        let found = tally.transcript.statements.filter { $0.code == "tie-found" }.map { $0["options"] }
        #expect(
            found == [["B", "C", "D"], ["B", "C"], ["B", "D"]].map { .list($0.map(FactValue.text)) })
    }

    @Test("what is kept of ways tried out is bounded, and the tie is then reported", arguments: [0, 1 << 20])
    func memory(most: Int) throws {
        let ballots = try tied()
        let scale = try VoteScale(decimals: 5)
        let log = RoundLog(names: ballots.options, scale: scale.parts, total: 700_000, transcript: nil)
        let lists = PreferenceLists(ballots, BallotRules())
        var count = try TransferCount(lists, CountingSettings(), scale, unit: Fraction(1), log)
        guard case .tie(let options) = try count.advance() else {
            Issue.record("a tie was expected")
            return
        }
        #expect(options == [1, 2])
        var exploration = TieExploration<TransferCount>(rows: ballots.rowCount, options: 3, mostBytes: most)
        let ends = try exploration.ends(of: count, tied: options)
        #expect((ends == nil) == (most == 0))
        #expect(ends?.possible == (most == 0 ? nil : [0]))
    }
}
