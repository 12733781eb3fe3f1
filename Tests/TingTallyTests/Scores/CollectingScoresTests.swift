import Testing
import TingTally

@Suite("Collecting ballots with scores") struct CollectingScoresTests {
    @Test("scores come back as they were put in, whichever width they need", arguments: [126, 127, 128])
    func widths(highest: Int) throws {
        var box = try ScoredBallots(options: ["A", "B", "C"])
        try box.append(scores: [(0, 1), (2, 0)])
        try box.append(scores: [(1, highest), (0, -highest)], weight: 3)
        try box.append(scores: [])
        try box.append(scores: [(2, -1)])
        let rows = (0..<box.rowCount).map { row in (0..<3).map { box.score(ofRow: row, option: $0) } }
        #expect(rows == [[1, nil, 0], [-highest, highest, nil], [nil, nil, nil], [nil, nil, -1]])
        #expect((0..<4).map(box.weight(ofRow:)) == [1, 3, 1, 1])
        #expect(box.total == 6)
        #expect(box.range == -highest...highest)
    }

    @Test("a refused ballot leaves nothing behind") func refusals() throws {
        var box = try ScoredBallots(options: ["A", "B"])
        try box.append(scores: [(0, 1)], weight: Int.max - 1)
        let before = box
        for (scores, weight, code) in [
            ([(0, 1)], 0, "weight-not-positive"), ([(0, 1)], 2, "count-overflow"),
            ([(0, 1), (2, 1)], 1, "option-not-on-paper"), ([(-1, 1)], 1, "option-not-on-paper"),
            ([(0, 500), (0, 1)], 1, "option-scored-twice"), ([(1, 1_000_001)], 1, "score-too-large"),
            ([(1, Int.min)], 1, "score-too-large"),
        ] as [([(Int, Int)], Int, String)] {
            do {
                try box.append(scores: scores.map { (option: $0.0, score: $0.1) }, weight: weight)
                Issue.record("\(code) was expected")
            } catch { #expect(error.statement.code == code) }
            #expect(box.rowCount == before.rowCount && box.total == before.total && box.range == before.range)
            #expect(box.score(ofRow: 0, option: 0) == 1)
        }
        try box.append(scores: [(1, 1)])
        #expect(box.total == Int.max)
    }

    @Test("sums are the same by any width, with and without weights", arguments: 1...60)
    func sums(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let options = 1 + random.below(seed % 3 == 0 ? 90 : 9)
        let highest = [5, 127, 4_000][seed % 3]
        let plain = PlainScores(
            options: options, ballots: random.below(900), scores: 0...highest, &random)
        let tally = try Score(CountingSettings()).count(plain.box())
        #expect(tally.ranking == plain.order(plain.sum), "seed \(seed)")
        let cells = tally.transcript.steps[1].table?.rows.map { $0.cells[0] }
        #expect(cells == (0..<options).map { .number(plain.sum($0)) }, "seed \(seed)")
    }

    @Test("a sum that does not fit is refused, one below it is not") func overflow() throws {
        for (weight, isCounted) in [
            (Int.max / 5 - 1, true), (Int.max / 5, true), (Int.max / 5 + 1, false),
        ] {
            var box = try ScoredBallots(options: ["A", "B"])
            try box.append(scores: [(0, 5), (1, 4)], weight: weight)
            let tally = try? Score(CountingSettings()).count(box)
            #expect((tally?.winners == [0]) == isCounted)
        }
    }
}
