import Testing

@testable import TingTally

@Suite("Reading overvotes in transferable votes") struct ReadingOvervotesTests {
    /// The rounds of a Scottish count for one seat; a group of letters stands at one rank.
    private func rounds(
        _ ballots: [(String, Int)], _ rule: BallotRules.Overvotes?
    ) throws -> [RoundTable] {
        var box = try RankedBallots(options: ["A", "B", "C", "D"])
        for (text, weight) in ballots {
            let ranking = text.split(separator: ">").map { group in
                group.compactMap { Array("ABCD").firstIndex(of: $0) }
            }
            try box.append(ranking: ranking, weight: weight)
        }
        let settings = CountingSettings(ballotRules: BallotRules(overvotes: rule))
        return RoundTable.all(of: try ScottishSTV(settings).count(box))
    }

    /// A goes first, with B and C both in the count: nobody can say for whom its ballot is.
    @Test(
        "two at one rank who both continue exhaust a ballot, unless the rank is passed over",
        arguments: [
            (nil, 5, 1), (BallotRules.Overvotes.exhaust, 5, 1), (.skip, 6, 0),
            (.exhaustIfMultipleContinuing, 5, 1),
        ])
    func both(rule: BallotRules.Overvotes?, forD: Int, exhausted: Int) throws {
        let second = try #require(
            rounds([("A>BC>D", 1), ("B", 3), ("C", 4), ("D", 5)], rule).dropFirst().first)
        #expect(second.votes["D"] == Fraction(forD))
        #expect(second.votes["C"] == Fraction(4))
        #expect(second.exhausted == Fraction(exhausted))
    }

    /// B goes first and exhausts 1; then A goes, and of B and C only C is left.
    @Test(
        "two at one rank of whom one continues count for that one only where the rule says so",
        arguments: [
            (nil, 4, 5, 3), (BallotRules.Overvotes.exhaust, 4, 5, 3), (.skip, 4, 7, 1),
            (.exhaustIfMultipleContinuing, 6, 5, 1),
        ])
    func one(rule: BallotRules.Overvotes?, forC: Int, forD: Int, exhausted: Int) throws {
        let third = try #require(
            rounds([("A>BC>D", 2), ("B", 1), ("C", 4), ("D", 5)], rule).dropFirst(2).first)
        #expect(third.votes["C"] == Fraction(forC))
        #expect(third.votes["D"] == Fraction(forD))
        #expect(third.exhausted == Fraction(exhausted))
    }

    /// Meek's count shares the ballot between B and C where no rule is given, in halves.
    @Test(
        "Meek's count shares, exhausts or passes over",
        arguments: [
            (nil, [6, 3, 1, 0]), (BallotRules.Overvotes.exhaust, [3, 1, 0, 1]), (.skip, [4, 1, 0, 0]),
        ])
    func meek(rule: BallotRules.Overvotes?, first: [Int]) throws {
        var box = try RankedBallots(options: ["A", "B", "C"])
        for (ranking, weight) in [([[0]], 3), ([[1]], 1), ([[1, 2], [0]], 1)] {
            try box.append(ranking: ranking, weight: weight)
        }
        let settings = CountingSettings(ballotRules: BallotRules(overvotes: rule))
        let round = try #require(RoundTable.all(of: try MeekSTV(settings).count(box)).first)
        #expect(["A", "B", "C"].map { round.votes[$0] } + [round.exhausted] == first.map { Fraction($0) })
    }
}
