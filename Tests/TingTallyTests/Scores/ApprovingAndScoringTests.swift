import Testing
import TingTally

@Suite("Approving and scoring") struct ApprovingAndScoringTests {
    /// Python steering council elections: how many of the ballots approve of each (PEP 8103 and PEP 8104).
    static let councils: [(totals: [(String, Int)], elected: Int)] = [
        (
            [
                ("Galindo Salgado", 61), ("Viktorin", 48), ("Wouters", 48), ("Smith", 44), ("Cannon", 42),
                ("Warsaw", 39), ("Stinner", 35), ("Mariatta", 34), ("Na", 26), ("Mertz", 24),
            ], 5
        ),
        (
            [
                ("Galindo Salgado", 61), ("Smith", 48), ("Morehouse", 47), ("Cannon", 42), ("Wouters", 39),
                ("Viktorin", 36), ("Stinner", 34), ("Na", 29),
            ], 5
        ),
    ]

    /// Ballots that give each option so many approvals.
    private static func box(_ totals: [(String, Int)]) throws -> ScoredBallots {
        var box = try ScoredBallots(options: totals.map(\.0))
        for (option, total) in totals.enumerated() { try box.append(scores: [(option, 1)], weight: total.1) }
        return box
    }

    @Test("the Python steering councils are those elected", arguments: [0, 1]) func councils(number: Int)
        throws
    {
        let (totals, seats) = Self.councils[number]
        let tally = try Approval(CountingSettings(seats: seats)).count(Self.box(totals))
        #expect(tally.winnerNames == totals.prefix(seats).map(\.0))
        #expect(tally.tied.isEmpty)
    }

    @Test("a tie for the last seat is left, or goes to the lot that is handed in") func ties() throws {
        let box = try Self.box([("A", 3), ("B", 2), ("C", 2), ("D", 1)])
        let left = try Approval(CountingSettings(seats: 2)).count(box)
        #expect(left.winners == [0, 1, 2] && left.tied == [1, 2])
        let lot = TieBreaking([.lot(Lot(seed: "s", order: [3, 2, 1, 0]))])
        let broken = try Approval(CountingSettings(seats: 2, ties: lot)).count(box)
        #expect(broken.winners == [0, 2] && broken.tied.isEmpty)
    }

    @Test("what is no approval is refused") func approvals() throws {
        for (score, isCounted) in [(-1, false), (0, true), (1, true), (2, false)] {
            var box = try ScoredBallots(options: ["A"])
            try box.append(scores: [(0, score)])
            #expect(((try? Approval(CountingSettings()).count(box)) != nil) == isCounted)
        }
    }

    @Test("the highest score bounds the ballots, and a sign is a variant of its own") func ranges() throws {
        for (points, variant, scores, code) in [
            (5, "total", [5, 0], nil), (5, "total", [6], "score-above-highest"),
            (nil, "total", [1_000_000], nil), (nil, "mean", [-1], "score-below-lowest"),
            (nil, "plus-minus", [-1, 1], nil), (nil, "plus-minus", [2], "score-above-highest"),
            (3, "plus-minus", [-3], nil), (3, "plus-minus", [-4], "score-below-lowest"),
            (0, "total", [0], "points-not-positive"),
        ] as [(Int?, String, [Int], String?)] {
            do {
                let method = try CountingMethods.method(
                    named: "score", settings: CountingSettings(variant: variant, points: points))
                var box = try ScoredBallots(options: ["A"])
                for score in scores { try box.append(scores: [(0, score)]) }
                _ = try method.count(.scored(box))
                #expect(code == nil)
            } catch { #expect(error.statement.code == code) }
        }
    }

    @Test("for and against are summed as +1 and -1") func plusMinus() throws {
        let plain = PlainScores(options: 3, [[1, -1, 0], [1, 1, -1], [-1, 1, nil], [1, -1, 1]])
        let tally = try Score(CountingSettings(variant: "plus-minus")).count(plain.box())
        #expect(tally.ranking == [[0], [1, 2]])
    }

    @Test("a mean is exact, and silence is no opinion") func means() throws {
        // A: 1/3 of 2, B: 2/3 of 1, C: nobody, D: always 0. Sums and means disagree on A and B.
        let plain = PlainScores(
            options: 4,
            [[2, 1, nil, 0], [0, nil, nil, 0], [0, nil, nil, 0], [2, nil, nil, 0], [0, 1, nil, 0]])
        #expect(
            try Score(CountingSettings(variant: "mean")).count(plain.box()).ranking == [[1], [0], [3], [2]])
        #expect(try Score(CountingSettings()).count(plain.box()).ranking == [[0], [1], [2, 3]])
    }

    @Test("neither the order of ballots nor splitting a weight nor names matter", arguments: 1...40)
    func fairness(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let plain = PlainScores(options: 5, ballots: 30, scores: 0...3, &random)
        for variant in ["total", "mean"] {
            let method = try Score(CountingSettings(seats: 2, variant: variant))
            let tally = try method.count(plain.box(weights: Array(repeating: 3, count: 30)))
            var split = PlainScores(options: 5, plain.ballots + plain.ballots + plain.ballots)
            random.shuffle(&split.ballots)
            let other = try method.count(split.box())
            #expect(tally.ranking == other.ranking && tally.winners == other.winners, "seed \(seed)")
            var order = Array(0..<5)
            random.shuffle(&order)
            let moved = PlainScores(options: 5, plain.ballots.map { ballot in order.map { ballot[$0] } })
            let ranking = try method.count(moved.box()).ranking.map { Set($0.map { order[$0] }) }
            #expect(ranking == tally.ranking.map(Set.init), "seed \(seed)")
        }
    }

    @Test("a higher score never harms an option", arguments: 1...40) func monotone(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        var plain = PlainScores(options: 4, ballots: 20, scores: 0...4, &random)
        let method = try Score(CountingSettings())
        let winner = try method.count(plain.box()).winners[0]
        let ballot = random.below(20)
        plain.ballots[ballot][winner] = min(5, (plain.ballots[ballot][winner] ?? 0) + 1)
        #expect(try method.count(plain.box()).winners.contains(winner), "seed \(seed)")
    }
}
