import Testing
import TingTally

@Suite("Counting rankings made up by chance") struct CountingMadeUpRankingsTests {
    static let seeds: [UInt64] = [20_261_123, 1785, 1951, 2011]

    /// Few options and few distinct weights, so that ties and cycles are common.
    private func ballots(_ numbers: inout SeededNumbers, options: Int) -> [(ranking: [[Int]], weight: Int)] {
        (0..<(1 + numbers.below(9))).map { _ in
            var order = Array(0..<options)
            numbers.shuffle(&order)
            var ranking: [[Int]] = []
            for option in order.prefix(numbers.below(options + 1)) {
                if ranking.isEmpty || numbers.below(3) > 0 {
                    ranking.append([option])
                } else {
                    ranking[ranking.count - 1].append(option)
                }
            }
            return (ranking, 1 + numbers.below(4))
        }
    }

    private func box(
        _ ballots: [(ranking: [[Int]], weight: Int)], options: Int, named name: (Int) -> String = { "O\($0)" }
    ) throws -> RankedBallots {
        var box = try RankedBallots(options: (0..<options).map(name))
        for ballot in ballots { try box.append(ranking: ballot.ranking, weight: ballot.weight) }
        return box
    }

    @Test("agrees with the plain count, clause by clause", arguments: seeds)
    func agreesWithPlainCount(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<120 {
            let options = 1 + numbers.below(6)
            let rows = ballots(&numbers, options: options)
            let unranked = Unranked.allCases[numbers.below(2)]
            let plain = PlainCount(options: options, ballots: rows, unranked: unranked)
            let box = try box(rows, options: options)
            let matrix = box.pairwise(unranked: unranked)
            for first in 0..<options {
                for second in 0..<options where first != second {
                    #expect(matrix[first, over: second] == plain.prefer(first, second))
                }
            }
            let schulze = try Schulze(unranked: unranked).count(box)
            #expect(schulze.winners == plain.schulzeWinners(), "seed \(seed), round \(round)")
            let (fallback, quorum, ratio) = (numbers.below(options), numbers.below(8), 1 + numbers.below(3))
            let ratios = Dictionary(
                uniqueKeysWithValues: (0..<options).filter { $0 != fallback }.map { ($0, Fraction(ratio)) })
            let debian = try DebianRule(
                defaultOption: fallback, quorum: Surd(quorum), ratios: ratios, unranked: unranked
            ).count(box)
            let expected = plain.debianWinners(default: fallback, quorum: quorum, ratio: ratio)
            #expect(debian.winners == expected, "seed \(seed), round \(round)")
            #expect(debian.ranking.joined().sorted() == Array(0..<options), "seed \(seed), round \(round)")
            #expect(schulze.ranking.joined().sorted() == Array(0..<options), "seed \(seed), round \(round)")
        }
    }

    @Test("the order of the ballots never matters, nor how equal ballots are grouped", arguments: seeds)
    func anonymity(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<60 {
            let options = 2 + numbers.below(5)
            let rows = ballots(&numbers, options: options)
            var single = rows.flatMap { row in
                Array(repeating: (ranking: row.ranking, weight: 1), count: row.weight)
            }
            numbers.shuffle(&single)
            let (grouped, loose) = (try box(rows, options: options), try box(single, options: options))
            #expect(
                try Schulze(unranked: .last).count(grouped) == Schulze(unranked: .last).count(loose),
                "seed \(seed), round \(round)")
            let rule = DebianRule(defaultOption: 0, quorum: Surd(2))
            #expect(try rule.count(grouped) == rule.count(loose), "seed \(seed), round \(round)")
            #expect(try ABIF.text(of: grouped) == ABIF.text(of: loose), "seed \(seed), round \(round)")
        }
    }

    @Test("the order of the options on the paper never matters", arguments: seeds)
    func neutrality(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<60 {
            let options = 2 + numbers.below(5)
            let rows = ballots(&numbers, options: options)
            var places = Array(0..<options)
            numbers.shuffle(&places)
            let moved = rows.map { (ranking: $0.ranking.map { $0.map { places[$0] } }, weight: $0.weight) }
            let original = try box(rows, options: options)
            let other = try box(moved, options: options) { place in "O\(places.firstIndex(of: place) ?? -1)" }
            func names(_ tally: Tally) -> [[String]] { tally.rankingNames.map { $0.sorted() } }
            let schulze = Schulze(unranked: .last)
            #expect(
                try names(schulze.count(original)) == names(schulze.count(other)),
                "seed \(seed), round \(round)")
            #expect(
                try names(DebianRule(defaultOption: 0).count(original))
                    == names(DebianRule(defaultOption: places[0]).count(other)),
                "seed \(seed), round \(round)")
        }
    }

    @Test("an option that beats every other wins alone", arguments: seeds) func condorcet(seed: UInt64) throws
    {
        var numbers = SeededNumbers(seed: seed)
        var found = 0
        for round in 0..<200 {
            let options = 2 + numbers.below(4)
            let box = try box(ballots(&numbers, options: options), options: options)
            guard let winner = box.pairwise(unranked: .last).condorcetWinner else { continue }
            found += 1
            #expect(
                try Schulze(unranked: .last).count(box).winners == [winner], "seed \(seed), round \(round)")
        }
        #expect(found > 20)
    }

    @Test("what was written is read back, and counts the same", arguments: seeds) func roundTrip(seed: UInt64)
        throws
    {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<60 {
            let options = 1 + numbers.below(6)
            let box = try box(ballots(&numbers, options: options), options: options)
            let text = try ABIF.text(of: box, title: "Vote \"\(round)\" \\ [1]", electorate: 99)
            let file = try ABIF.read(text)
            let read = try file.ballots.ranked()
            #expect(file.title == "Vote \"\(round)\" \\ (1)")
            #expect(file.electorate == 99)
            #expect(read.options == box.options)
            #expect(read.pairwise(unranked: .noOpinion) == box.pairwise(unranked: .noOpinion))
            #expect(read.total == box.total)
            #expect(
                try ABIF.text(of: read, title: "Vote \"\(round)\" \\ [1]", electorate: 99) == text)
        }
    }
}
