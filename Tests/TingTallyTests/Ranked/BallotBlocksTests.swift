import Testing

@testable import TingTally

@Suite("Keeping rankings in blocks") struct KeepingRankingsInBlocksTests {
    /// Rankings with a rhythm, so that every row can be told from its neighbours.
    private func ranking(_ row: Int) -> [[Int]] {
        [[row % 3], [(row + 1 + row / 7 % 2) % 3]]
    }

    @Test(
        "rows come back around the sizes at which a block grows and ends",
        arguments: [0, 1, 15, 16, 17, 63, 64, 65, 4031, 4032, 4033, 8064, 8065])
    func rows(count: Int) throws {
        var box = try RankedBallots(options: ["A", "B", "C"])
        for row in 0..<count { try box.append(ranking: ranking(row), weight: 1 + row / 4030 % 2 * 299) }
        #expect(box.rowCount == count)
        for row in 0..<count {
            let isRight =
                box.ranking(ofRow: row) == ranking(row)
                && box.weight(ofRow: row) == 1 + row / 4030 % 2 * 299
            if !isRight { Issue.record("row \(row)") }
        }
        var read = 0
        box.forEachBlock { columns in
            for row in 0..<columns.count where columns.column(read % 3)[row] == 0 { _ = row }
            read += columns.count
        }
        #expect(read == count)
    }

    @Test("what is unusual about rankings is noticed as they come in") func shapes() throws {
        func shape(_ ranking: [[Int]], options: Int = 80) throws -> [Bool] {
            var box = try RankedBallots(options: (0..<options).map { "O\($0)" })
            try box.append(ranking: ranking)
            return [box.hasEqualRanks, box.hasSkippedRanks]
        }
        let long = (0..<70).map { [$0] }
        #expect(try shape([]) == [false, false])
        #expect(try shape([[2], [0]]) == [false, false])
        #expect(try shape([[2, 0]]) == [true, false])
        #expect(try shape([[], [0]]) == [false, true])
        #expect(try shape([[0], [], [1, 2]]) == [true, true])
        #expect(try shape(long) == [false, false])
        #expect(try shape(long + [[70, 71]]) == [true, false])
        #expect(try shape(long + [[], [70]]) == [false, true])
        #expect(try shape(Array(long.prefix(64))) == [false, false])
    }

    @Test("ranks handed in as bytes are ballots like any other, or are refused whole") func bytes() throws {
        var (box, other) = (
            try RankedBallots(options: ["A", "B", "C"]), try RankedBallots(options: ["A", "B", "C"])
        )
        try other.append(ranking: [[1], [], [0]], weight: 3)
        try [2, 0, 255].withUnsafeBufferPointer { try box.append(ranks: $0, weight: 3) }
        #expect(box == other)
        for (ranks, weight, code) in [
            ([0, 1], 1, "ranks-do-not-fit"), ([0, 250, 255], 1, "too-many-ranks"),
            ([0, 1, 2], 0, "weight-not-positive"), ([0, 1, 2], Int.max, "count-overflow"),
        ] as [([UInt8], Int, String)] {
            do {
                try ranks.withUnsafeBufferPointer { try box.append(ranks: $0, weight: weight) }
                Issue.record("\(code) was expected")
            } catch let error as TallyError { #expect(error.statement.code == code) }
            #expect(box == other)
        }
        try [0, 249, 255].withUnsafeBufferPointer { try box.append(ranks: $0) }
        #expect(box.total == 4)
    }

    @Test(
        "pairs are the same by one worker and by several, whatever the weights", arguments: [1, 300, 1 << 40])
    func workers(weight: Int) throws {
        var numbers = SeededNumbers(seed: 20_261_123)
        var box = try RankedBallots(options: (0..<5).map { "O\($0)" })
        var plain = Array(repeating: Array(repeating: 0, count: 5), count: 5)
        for _ in 0..<9_000 {
            let ranks = (0..<5).map { _ in [0, 1, 2, 3, 255][numbers.below(5)] as UInt8 }
            let weight = 1 + numbers.below(weight)
            try ranks.withUnsafeBufferPointer { try box.append(ranks: $0, weight: weight) }
            for first in 0..<5 {
                for second in 0..<5 where ranks[first] < ranks[second] { plain[first][second] += weight }
            }
        }
        // The last piece first, and more workers than there are blocks.
        let backwards = Workers(count: 7) { pieces, work in
            for piece in (0..<pieces).reversed() { work(piece) }
        }
        for unranked in Unranked.allCases {
            #expect(box.pairwise(unranked: unranked) == box.pairwise(unranked: unranked, with: backwards))
        }
        #expect(box.pairwise(unranked: .last).rows == plain)
    }
}
