import Testing
import TingTally

@Suite("Writing ballots and reading them again") struct RoundTripTests {
    /// Names that are hard to write.
    private static let names = [
        "Ada", "Bo # two", "C: the {third}", "Doña D", "E, \"F\" > G=H", "1", "2", "日本", "=SUM(A1)", "a|b",
    ]

    /// Rankings made from a seed.
    private func rankings(
        _ numbers: inout SeededNumbers, equals: Bool, skips: Bool, names: [String],
        unit: Fraction = Fraction(1)
    ) throws -> RankedBallots {
        var ballots = try RankedBallots(options: names, unit: unit)
        for _ in 0..<numbers.below(60) {
            var ranking: [[Int]] = []
            for option in names.indices.shuffled(with: &numbers).prefix(numbers.below(names.count + 1)) {
                if skips, numbers.below(6) == 0 { ranking.append([]) }
                if equals, numbers.below(3) == 0, ranking.last?.isEmpty == false {
                    ranking[ranking.count - 1].append(option)
                } else {
                    ranking.append([option])
                }
            }
            try ballots.append(ranking: ranking, weight: numbers.below(9) + 1)
        }
        return ballots
    }

    /// Every ranking with its weight in votes.
    private func content(_ ballots: RankedBallots) throws -> [[[Int]]: Fraction] {
        var content: [[[Int]]: Fraction] = [:]
        for row in 0..<ballots.rowCount {
            let votes = try Fraction(ballots.weight(ofRow: row)) * ballots.unit
            let ranking = ballots.ranking(ofRow: row)
            content[ranking] = try (content[ranking] ?? Fraction(0)) + votes
        }
        return content
    }

    @Test("rankings come back from ABIF, BLT and PrefLib as they were", arguments: 1...40) func ranked(
        seed: Int
    )
        throws
    {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let ballots = try rankings(&numbers, equals: seed % 2 == 0, skips: false, names: Self.names)
        let files = [
            (try ABIF.text(of: ballots, title: "T \"x\" \\"), BallotFile.Format.abif),
            (try BLT.text(of: ballots, seats: 2, title: "T"), .blt),
            (try PrefLib.text(of: ballots, title: "T", fileName: "1.toi"), .prefLib),
        ]
        for (text, format) in files {
            let read = try BallotFile.read(bytes: Array(text.utf8), format: format)
            #expect(try BallotFile.read(text) == read, "seed \(seed)")
            #expect(try content(read.ballots.ranked()) == content(ballots), "seed \(seed): \(text)")
            if format == .prefLib { #expect(read.ballots.options == Self.names) }
        }
    }

    /// Names that a CSV file can hold too.
    private static let plainNames = ["Ada", "Bo \"two\"", "C; third", "Doña D", "日本", "a|b", "E, F"]

    @Test("rankings and scores come back from CSV, with parts of votes and skipped ranks", arguments: 1...30)
    func csv(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let unit = try Fraction(1, [1, 2, 3, 8][seed % 4])
        let names = Self.plainNames
        let ballots = try rankings(&numbers, equals: seed % 2 == 0, skips: false, names: names, unit: unit)
        let text = try CSVBallots.text(of: ballots)
        let read = try CSVBallots.read(text)
        #expect(read.ballots.options == names)
        #expect(try content(read.ballots.ranked()) == content(ballots), "seed \(seed): \(text)")
        let scored = try scores(&numbers, names: names, unit: unit, least: -3)
        let scores = try CSVBallots.readScores(CSVBallots.text(of: scored)).ballots.scored()
        #expect(try content(scores) == content(scored), "seed \(seed)")
    }

    @Test(
        "names that a CSV file would take for something else are refused",
        arguments: ["count", "2", "=A1", "id", "a\nb"])
    func csvNames(name: String) throws {
        var ballots = try RankedBallots(options: ["Ada", name])
        try ballots.append(ranking: [[0]])
        #expect(throws: TallyError.self) { try CSVBallots.text(of: ballots) }
    }

    @Test("scores, costs and budget come back from Pabulib", arguments: 1...30)
    func pabulib(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let unit = try Fraction(1, [1, 2, 5, 8][seed % 4])
        let scored = try scores(&numbers, names: Self.plainNames, unit: unit, least: seed % 2 == 0 ? 0 : 1)
        let tokens = scored.options.indices.map { "p\($0)" }
        let budget = Budget(
            limit: try Fraction(2501, 2), costs: try tokens.indices.map { try Fraction(100 + $0, 2) },
            leastSum: seed % 3)
        let text = try Pabulib.text(of: scored, tokens: tokens, budget: budget, title: "T")
        let read = try Pabulib.read(text)
        #expect(read.budget == budget)
        #expect(read.tokens == tokens)
        let file = try read.ballots.scored()
        for option in tokens.indices { #expect(try sum(file, option) == sum(scored, option), "seed \(seed)") }
        #expect(try Fraction(file.total) * file.unit == Fraction(scored.total) * scored.unit)
        var thirds = try ScoredBallots(options: scored.options, unit: Fraction(1, 3))
        try thirds.append(scores: [(0, 1)])
        #expect(throws: TallyError.self) { try Pabulib.text(of: thirds, tokens: tokens, budget: budget) }
    }

    /// Scores made from a seed.
    private func scores(
        _ numbers: inout SeededNumbers, names: [String], unit: Fraction, least: Int
    ) throws -> ScoredBallots {
        var ballots = try ScoredBallots(options: names, unit: unit)
        for _ in 0..<numbers.below(60) {
            let given = names.indices.filter { _ in numbers.below(3) > 0 }
            try ballots.append(
                scores: given.map { ($0, least + numbers.below(6)) }, weight: numbers.below(9) + 1)
        }
        return ballots
    }

    /// Every ballot with its weight in votes.
    private func content(_ ballots: ScoredBallots) throws -> [[Int?]: Fraction] {
        var content: [[Int?]: Fraction] = [:]
        for row in 0..<ballots.rowCount {
            let votes = try Fraction(ballots.weight(ofRow: row)) * ballots.unit
            let scores = ballots.options.indices.map { ballots.score(ofRow: row, option: $0) }
            content[scores] = try (content[scores] ?? Fraction(0)) + votes
        }
        return content
    }

    /// The votes times the scores of an option.
    private func sum(_ ballots: ScoredBallots, _ option: Int) throws -> Fraction {
        var sum = Fraction(0)
        for row in 0..<ballots.rowCount {
            let votes = try Fraction(ballots.weight(ofRow: row)) * ballots.unit
            sum = try sum + votes * Fraction(ballots.score(ofRow: row, option: option) ?? 0)
        }
        return sum
    }

    @Test("skipped ranks and parts of votes come back from BLT, and are refused elsewhere", arguments: 1...20)
    func weighted(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let unit = try Fraction(1, [2, 3, 8, 30][seed % 4])
        var ballots = try rankings(&numbers, equals: true, skips: true, names: Self.names, unit: unit)
        try ballots.append(ranking: [[1], [], [0]], weight: 1)
        let text = try BLT.text(of: ballots, seats: 1)
        #expect(try content(BLT.read(text).ballots.ranked()) == content(ballots), "seed \(seed): \(text)")
        #expect(throws: TallyError.self) { try ABIF.text(of: ballots) }
        #expect(throws: TallyError.self) { try PrefLib.text(of: ballots) }
    }

    @Test("scores come back from ABIF as they were", arguments: 1...20) func scored(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var ballots = try ScoredBallots(options: Self.names)
        var expected: [[Int?]: Int] = [:]
        for _ in 0...numbers.below(40) {
            var scores: [(option: Int, score: Int)] = []
            var row: [Int?] = Array(repeating: nil, count: Self.names.count)
            for option in Self.names.indices where numbers.below(2) == 0 {
                let score = numbers.below(2001) - 1000
                row[option] = score
                scores.append((option, score))
            }
            let weight = numbers.below(5) + 1
            try ballots.append(scores: scores, weight: weight)
            expected[row, default: 0] += weight
        }
        guard case .scored(let read) = try BallotFile.read(ABIF.text(of: ballots)).ballots else {
            Issue.record("scores were expected")
            return
        }
        var found: [[Int?]: Int] = [:]
        for row in 0..<read.rowCount {
            let scores = Self.names.indices.map { read.score(ofRow: row, option: $0) }
            found[scores, default: 0] += read.weight(ofRow: row)
        }
        #expect(found == expected, "seed \(seed)")
    }

    @Test("equal ballots are added up, and their order leaves no trace") func traceless() throws {
        var (first, second) = (
            try RankedBallots(options: ["A", "B"]), try RankedBallots(options: ["A", "B"])
        )
        let rankings: [[[Int]]] = [[[0], [1]], [[1]], [[0], [1]], [[0, 1]], []]
        for ranking in rankings { try first.append(ranking: ranking) }
        for ranking in rankings.reversed() { try second.append(ranking: ranking) }
        #expect(try ABIF.text(of: first) == ABIF.text(of: second))
        #expect(try BLT.text(of: first, seats: 1) == "2 1\n2 1 2 0\n1 0\n1 1=2 0\n1 2 0\n0\n\"A\"\n\"B\"\n")
        #expect(try PrefLib.text(of: first) == PrefLib.text(of: second))
    }
}

extension Range<Int> {
    /// The numbers in an order made from a seed.
    fileprivate func shuffled(with numbers: inout SeededNumbers) -> [Int] {
        var order = Array(self)
        for place in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(place, numbers.below(place + 1))
        }
        return order
    }
}
