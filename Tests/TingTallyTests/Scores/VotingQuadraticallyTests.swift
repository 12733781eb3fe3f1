import Testing
import TingTally

@Suite("Voting quadratically") struct VotingQuadraticallyTests {
    private struct Published: Decodable {
        struct Group: Decodable {
            let count: Int
            let points: [Int]
        }
        let scores: [String]
        let ballots: [Group]
    }

    private func snapshot(_ ballots: [(count: Int, points: [Int])]) throws -> Tally {
        var box = try ScoredBallots(options: (0..<ballots[0].points.count).map { "O\($0)" })
        for ballot in ballots {
            try box.append(
                scores: ballot.points.enumerated().map { ($0.offset, $0.element) }, weight: ballot.count)
        }
        return try Quadratic(CountingSettings(variant: "snapshot")).count(box)
    }

    @Test("votes cost their square, and a ballot over its credits has no say") func credits() throws {
        // Costs 97, 100 and 100 of 100 credits; then 101.
        let plain = PlainScores(options: 2, [[9, 4], [-10, nil], [8, 6], [1, 10]])
        let tally = try Quadratic(CountingSettings(points: 100)).count(plain.box())
        #expect(tally.ranking == [[1], [0]] && tally.ballots == 4)
        let line = try #require(tally.transcript.statements.first { $0.code == "credits-checked" })
        #expect(line["valid"] == .number(3) && line["invalid"] == .number(1) && line["spent"] == .text("297"))
        let sums = tally.transcript.steps.compactMap { $0.table?.rows.map { $0.cells[0] } }
        #expect(sums == [[.number(7), .number(10)]])
    }

    @Test("credits are asked for where they are used, and only there") func settings() {
        for (variant, points, isTaken) in [
            ("credits", 100, true), ("credits", nil, false), ("credits", 0, false), ("snapshot", nil, true),
            ("snapshot", 100, false),
        ] as [(String, Int?, Bool)] {
            let settings = CountingSettings(variant: variant, points: points)
            #expect(((try? Quadratic(settings)) != nil) == isTaken)
        }
    }

    @Test("the published example of Snapshot has its published scores") func published() throws {
        let example = try TingTallyTests.Published.caseValue("quadratic/snapshot.json", as: Published.self)
        let tally = try snapshot(example.ballots.map { ($0.count, $0.points) })
        #expect(tally.ballots == 394 && tally.winners == [0] && tally.ranking == [[0], [1], [2], [3]])
        let shown = tally.transcript.steps.compactMap { $0.table?.rows.map { $0.cells[0] } }[0]
        for (found, published) in zip(shown, example.scores) {
            guard case .fraction(let found) = found, let published = Fraction(text: published) else {
                Issue.record("no score")
                continue
            }
            #expect(try max(found, published) - min(found, published) <= Fraction(1, 1_000_000_000))
        }
    }

    @Test("sums of roots are equal when they are the same number, however they are written") func equalRoots()
        throws
    {
        // √(1/2) + √(1/2) for the first; √(8/9) + √(2/9) would be √2 as well: 2√2/3 + √2/3.
        let tally = try snapshot([(2, [1, 0, 1]), (1, [0, 8, 1]), (1, [0, 2, 7])])
        #expect(tally.ranking.contains { Set($0) == [0, 1] })
    }

    @Test("sums that differ far behind the point are told apart") func closeRoots() throws {
        // 1000000 of 1000001 parts against 999999 of 1000000: the roots differ by about 5 × 10⁻¹³ each.
        let tally = try snapshot([(1, [1_000_000, 0, 1]), (1, [0, 999_999, 1])])
        #expect(tally.ranking[0] == [0])
    }

    @Test("an option that gets more from one ballot does not fall", arguments: 1...60) func fairness(
        seed: Int
    ) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        var plain = PlainScores(options: 3, ballots: 8, scores: 0...5, &random)
        let method = try Quadratic(CountingSettings(variant: "snapshot"))
        let tally = try method.count(plain.box())
        let twice = try method.count(plain.box(weights: Array(repeating: 2, count: 8)))
        #expect(twice.ranking == tally.ranking, "seed \(seed)")
        random.shuffle(&plain.ballots)
        #expect(try method.count(plain.box()).ranking == tally.ranking, "seed \(seed)")
        let winner = tally.winners[0]
        plain.ballots[0][winner] = (plain.ballots[0][winner] ?? 0) + 1
        #expect(try method.count(plain.box()).winners.contains(winner), "seed \(seed)")
    }
}
