import Testing

@testable import TingTally

@Suite("Counting by instant runoff") struct CountingByInstantRunoffTests {
    /// Ballots written as in the texts: `"A>B>C": 2`.
    private func box(_ options: String, _ ballots: [(String, Int)]) throws -> RankedBallots {
        let names = options.map { String($0) }
        var box = try RankedBallots(options: names)
        for (text, weight) in ballots {
            let ranking = text.split(separator: ">", omittingEmptySubsequences: false).map { group in
                group.compactMap { names.firstIndex(of: String($0)) }
            }
            try box.append(ranking: ranking, weight: weight)
        }
        return box
    }

    private func irv(_ ballots: RankedBallots, _ settings: CountingSettings = .init()) throws -> Tally {
        try InstantRunoff(settings).count(ballots)
    }

    @Test("the cycle of three voters is a tie of three, and never decided silently") func cycle() throws {
        let tally = try irv(box("ABC", [("A>B>C", 1), ("B>C>A", 1), ("C>A>B", 1)]))
        #expect(tally.winners == [0, 1, 2])
        #expect(tally.tied == [0, 1, 2])
        #expect(tally.ranking == [[0, 1, 2]])
        #expect(tally.transcript.statements.map(\.code).contains("tie-matters"))
    }

    @Test("a lot breaks the cycle, and says so") func lot() throws {
        let ties = TieBreaking([.lot(Lot(seed: "s", order: [2, 0, 1]))])
        let tally = try irv(
            box("ABC", [("A>B>C", 1), ("B>C>A", 1), ("C>A>B", 1)]), CountingSettings(ties: ties))
        // The lot puts B last; its ballot goes to C.
        #expect(tally.winners == [2])
        #expect(tally.tied == [])
        #expect(tally.ranking == [[2], [0], [1]])
        #expect(tally.transcript.statements.map(\.code).contains("tie-broken-by-lot"))
    }

    @Test("the tie on the way that elects the same either way leaves one winner") func harmless() throws {
        // B and C are tied, and too strong together to go at once; A wins against either.
        let tally = try irv(
            box("ABC", [("A>B>C", 6), ("B>A>C", 3), ("C>A>B", 3), ("B>C>A", 1), ("C>B>A", 1)]))
        #expect(tally.winners == [0])
        #expect(tally.ranking == [[0], [1, 2]])
    }

    @Test("options without votes leave together, and their tie costs nothing") func zeros() throws {
        var names = (0..<150).map { "O\($0)" }
        names += ["A", "B", "C"]
        var ballots = try RankedBallots(options: names)
        try ballots.append(ranking: [[150]], weight: 4)
        try ballots.append(ranking: [[151]], weight: 3)
        try ballots.append(ranking: [[152], [151]], weight: 2)
        let tally = try irv(ballots)
        #expect(tally.winners == [151])
        #expect(tally.ranking == [[151], [150], [152], Array(0..<150)])
    }

    @Test("no ballots at all are a tie of all options, however many") func nothing() throws {
        let ballots = try RankedBallots(options: (0..<200).map { "O\($0)" })
        let tally = try irv(ballots)
        #expect(tally.tied == Array(0..<200))
    }

    @Test("more ways than can be tried are a tie of everybody left") func tooMany() throws {
        var ballots = try RankedBallots(options: (0..<20).map { "O\($0)" })
        for option in 0..<20 { try ballots.append(ranking: [[option], [(option * 7 + 3) % 20]]) }
        let tally = try irv(ballots)
        #expect(tally.tied == Array(0..<20))
        #expect(tally.transcript.statements.map(\.code).contains("tie-too-many-ways"))
    }

    @Test("the example of the English Wikipedia elects Sue") func wikipedia() throws {
        let tally = try irv(box("ABS", [("B>A>S", 2), ("S>B>A", 2), ("A>S>B", 1)]))
        #expect(tally.winnerNames == ["S"])
    }

    @Test("raising the winner can make it lose: the known fault of the method") func nonMonotone() throws {
        // Wikipedia, "Monotonicity criterion": 100 voters, then 10 of them raise A above C.
        let before = try irv(box("ABC", [("A>B", 39), ("B>C", 35), ("C>A", 26)]))
        #expect(before.winnerNames == ["A"])
        let after = try irv(box("ABC", [("A>B", 49), ("B>C", 25), ("C>A", 26)]))
        #expect(after.winnerNames == ["C"])
    }

    @Test("more than half of what still counts wins; half does not") func majority() throws {
        #expect(try irv(box("ABC", [("A", 3), ("B", 2), ("C", 1)])).transcript.statements.count > 0)
        let half = try irv(box("ABC", [("A", 3), ("B", 2), ("C>B", 1)]))
        #expect(half.tied == [0, 1])
        let more = try irv(box("ABC", [("A", 4), ("B", 2), ("C>B", 1)]))
        #expect(more.winners == [0])
        #expect(!more.transcript.statements.map(\.code).contains("lowest-excluded"))
        let two = try irv(
            box("ABC", [("A", 4), ("B", 2), ("C>B", 1)]), CountingSettings(variant: "until-two"))
        #expect(two.transcript.statements.map(\.code).contains("lowest-excluded"))
    }

    @Test("several seats need a variant that fills them") func seats() throws {
        #expect(throws: TallyError.self) { try InstantRunoff(CountingSettings(seats: 2)) }
        let ballots = try box("ABC", [("A>B", 5), ("B>A", 3), ("C>B", 4)])
        let sequential = try irv(ballots, CountingSettings(seats: 2, variant: "sequential"))
        #expect(sequential.winnerNames == ["A", "B"])
        let bottoms = try irv(ballots, CountingSettings(seats: 2, variant: "bottoms-up"))
        #expect(bottoms.winnerNames == ["A", "C"])
    }

    @Test("equal ranks are exhausted, passed over, or left until one is left") func overvotes() throws {
        let ballots = try box("ABC", [("A", 4), ("B", 3), ("C", 2), ("CB>A", 2), ("AB>C", 1)])
        func tally(_ rule: BallotRules.Overvotes) throws -> [[FactValue?]] {
            let tally = try irv(ballots, CountingSettings(ballotRules: BallotRules(overvotes: rule)))
            return tally.transcript.steps.compactMap(\.table).first?.rows.map { [$0.cells[0]] } ?? []
        }
        #expect(try tally(.exhaust) == [[.number(4)], [.number(3)], [.number(2)], [.number(3)]])
        #expect(try tally(.skip) == [[.number(6)], [.number(3)], [.number(3)], [.number(0)]])
        #expect(
            try tally(.exhaustIfMultipleContinuing) == [
                [.number(4)], [.number(3)], [.number(2)], [.number(3)],
            ])
    }

    @Test("where every option must be ranked, a ballot that leaves one out is not counted") func complete()
        throws
    {
        let ballots = try box("AB", [("A>B", 2), ("B", 3)])
        let tally = try irv(ballots, CountingSettings(ballotRules: BallotRules(mustRankAll: true)))
        #expect(tally.winners == [0])
        #expect(tally.ballots == 2)
    }
}
