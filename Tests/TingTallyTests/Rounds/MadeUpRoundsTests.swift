import Testing

@testable import TingTally

@Suite("Counting in rounds what was made up by chance") struct CountingMadeUpRoundsTests {
    static let seeds: [UInt64] = [20_261_123, 1855, 1896, 1987, 2007]

    /// Strict rankings with few distinct weights, so that ties are common.
    private func rows(_ numbers: inout SeededNumbers, options: Int, most: Int = 12) -> [(
        order: [Int], weight: Int
    )] {
        (0..<(1 + numbers.below(most))).map { _ in
            var order = Array(0..<options)
            numbers.shuffle(&order)
            return (Array(order.prefix(numbers.below(options + 1))), 1 + numbers.below(4))
        }
    }

    private func box(
        _ rows: [(order: [Int], weight: Int)], options: Int, unit: Fraction = Fraction(1),
        named name: (Int) -> String = { "O\($0)" }
    ) throws -> RankedBallots {
        var box = try RankedBallots(options: (0..<options).map(name), unit: unit)
        for row in rows { try box.append(ranking: row.order.map { [$0] }, weight: row.weight) }
        return box
    }

    private func methods(seats: Int) throws -> [any RankedMethod] {
        let several = CountingSettings(seats: seats)
        return [
            try Plurality(several), try InstantRunoff(CountingSettings()), try ScottishSTV(several),
            try MeekSTV(several),
            try InstantRunoff(CountingSettings(seats: seats, variant: "sequential")),
            try InstantRunoff(CountingSettings(seats: seats, variant: "bottoms-up")),
        ]
    }

    @Test("agrees with the plain count in every way a tie can be broken", arguments: seeds)
    func agreesWithPlainRounds(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<150 {
            let options = 1 + numbers.below(6)
            let rows = rows(&numbers, options: options)
            let papers = rows.flatMap { Array(repeating: $0.order, count: $0.weight) }
            let plain = PlainRounds(options: options, papers: papers)
            let ballots = try box(rows, options: options)
            let irv = try InstantRunoff(CountingSettings()).count(ballots)
            #expect(Set(irv.winners) == plain.runoffWinners(), "seed \(seed), round \(round)")
            let seats = 1 + numbers.below(3)
            let tally = try ScottishSTV(CountingSettings(seats: seats)).count(ballots)
            guard let ends = plain.scottishWinners(seats: seats) else { continue }
            let possible = ends.reduce(into: Set<Int>()) { $0.formUnion($1) }
            let certain = ends.reduce(possible) { $0.intersection($1) }
            #expect(Set(tally.winners) == possible, "seed \(seed), round \(round)")
            #expect(Set(tally.tied) == possible.subtracting(certain), "seed \(seed), round \(round)")
        }
    }

    @Test("columns and piles have the same votes, whatever the weights", arguments: seeds)
    func columnsAndPiles(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<60 {
            let options = 1 + numbers.below(15)
            let ballots = try box(rows(&numbers, options: options, most: 90), options: options)
            let method = try InstantRunoff(CountingSettings(variant: "until-two"))
            let lists = RunoffBallots.lists(PreferenceLists(ballots, BallotRules()))
            #expect(try method.count(ballots) == method.count(ballots, lists), "seed \(seed), round \(round)")
        }
    }

    @Test("neither the order of ballots nor how they are grouped matters", arguments: seeds)
    func anonymity(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<40 {
            let options = 1 + numbers.below(6)
            let rows = rows(&numbers, options: options)
            var single = rows.flatMap { Array(repeating: (order: $0.order, weight: 1), count: $0.weight) }
            numbers.shuffle(&single)
            let (grouped, loose) = (try box(rows, options: options), try box(single, options: options))
            for method in try methods(seats: 1 + numbers.below(3)) {
                #expect(try method.count(grouped) == method.count(loose), "seed \(seed), round \(round)")
            }
        }
    }

    @Test("the order of the options on the paper never matters", arguments: seeds)
    func neutrality(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<40 {
            let options = 2 + numbers.below(5)
            let rows = rows(&numbers, options: options)
            var places = Array(0..<options)
            numbers.shuffle(&places)
            let moved = rows.map { (order: $0.order.map { places[$0] }, weight: $0.weight) }
            let original = try box(rows, options: options)
            let other = try box(moved, options: options) { place in "O\(places.firstIndex(of: place) ?? -1)" }
            for method in try methods(seats: 1 + numbers.below(3)) {
                let (first, second) = (try method.count(original), try method.count(other))
                #expect(
                    first.rankingNames.map { $0.sorted() } == second.rankingNames.map { $0.sorted() },
                    "seed \(seed), round \(round), \(first.method)")
                #expect(Set(first.winnerNames) == Set(second.winnerNames))
                #expect(Set(first.tiedNames) == Set(second.tiedNames))
            }
        }
    }

    @Test("the same votes in smaller units elect the same", arguments: seeds) func units(seed: UInt64) throws
    {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<40 {
            let options = 1 + numbers.below(6)
            let rows = rows(&numbers, options: options)
            let parts = 2 + numbers.below(5)
            let fine = rows.map { (order: $0.order, weight: $0.weight * parts) }
            let whole = try box(rows, options: options)
            let split = try box(fine, options: options, unit: Fraction(1, parts))
            let triple = try box(rows.map { ($0.order, $0.weight * 3) }, options: options)
            let odd = try box(rows.map { ($0.order, $0.weight * 2) }, options: options, unit: Fraction(3, 2))
            for method in try methods(seats: 1 + numbers.below(3)) {
                let (tally, other) = (try method.count(whole), try method.count(split))
                #expect(tally.ranking == other.ranking, "seed \(seed), round \(round), \(tally.method)")
                try compare(tally, other, times: parts, "seed \(seed), round \(round), \(tally.method)")
                let (thrice, halved) = (try method.count(triple), try method.count(odd))
                #expect(thrice.ranking == halved.ranking, "seed \(seed), round \(round), \(tally.method)")
                if method is ScottishSTV || method is MeekSTV {
                    try compare(thrice, halved, times: 2, "seed \(seed), round \(round), \(tally.method)")
                }
            }
        }
    }

    /// Every number of votes of the second count is so many times that of the first, to the last decimal.
    private func compare(
        _ first: Tally, _ second: Tally, times: Int, _ place: Comment
    ) throws {
        let (one, other) = (RoundTable.all(of: first), RoundTable.all(of: second))
        #expect(one.count == other.count, place)
        for (one, other) in zip(one, other) {
            #expect(try one.votes.mapValues { try $0 * Fraction(times) } == other.votes, place)
            #expect(try one.exhausted * Fraction(times) == other.exhausted, place)
            #expect(try one.lost * Fraction(times) == other.lost, place)
        }
    }

    @Test("several workers have the same result as one, to the last line", arguments: seeds)
    func workers(seed: UInt64) throws {
        let backwards = Workers(count: 3) { pieces, work in
            for piece in (0..<pieces).reversed() { work(piece) }
        }
        var numbers = SeededNumbers(seed: seed)
        // More than two blocks of rows, with options that can be counted by columns and too many for that.
        for options in [4, 15, 17] {
            let made = (0..<9000).map { _ in rows(&numbers, options: options, most: 1)[0] }
            let ballots = try box(made, options: options)
            for method in try methods(seats: 2) {
                #expect(
                    try method.count(ballots, with: backwards) == method.count(ballots),
                    "seed \(seed), \(options) options")
            }
        }
    }

    @Test("every option is ranked once, and whoever has most first choices of all wins", arguments: seeds)
    func majority(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<60 {
            let options = 1 + numbers.below(6)
            let rows = rows(&numbers, options: options)
            let ballots = try box(rows, options: options)
            for method in try methods(seats: 1) {
                let tally = try method.count(ballots)
                #expect(
                    tally.ranking.joined().sorted() == Array(0..<options),
                    "seed \(seed), round \(round), \(tally.method)")
                let firsts = (0..<options).map { option in
                    rows.filter { $0.order.first == option }.reduce(0) { $0 + $1.weight }
                }
                guard let leader = (0..<options).first(where: { 2 * firsts[$0] > ballots.total }) else {
                    continue
                }
                #expect(tally.winners == [leader], "seed \(seed), round \(round), \(tally.method)")
            }
        }
    }

    @Test("votes too many for the decimals are refused, never wrapped") func overflow() throws {
        var ballots = try RankedBallots(options: ["A", "B"])
        try ballots.append(ranking: [[0]], weight: Int.max / 2)
        try ballots.append(ranking: [[1]], weight: Int.max / 2 + 1)
        #expect(try InstantRunoff(CountingSettings()).count(ballots).winners == [1])
        #expect(throws: TallyError.self) { try ScottishSTV(CountingSettings()).count(ballots) }
        #expect(throws: TallyError.self) { try MeekSTV(CountingSettings()).count(ballots) }
        #expect(try ScottishSTV(CountingSettings(decimals: 0)).count(ballots).winners == [1])
        #expect(throws: TallyError.self) { try ScottishSTV(CountingSettings(decimals: 10)) }
        #expect(throws: TallyError.self) { try MeekSTV(CountingSettings(decimals: 2)) }
    }

    @Test("Meek's count shares equal ranks among all orders, and refuses too many") func equalRanks() throws {
        // Droop's eq1.blt begins with A 5, B 0.5, C 3.5.
        var ballots = try RankedBallots(options: ["A", "B", "C"])
        try ballots.append(ranking: [[0], [1]], weight: 5)
        try ballots.append(ranking: [[1, 2]])
        try ballots.append(ranking: [[2]], weight: 3)
        let tally = try MeekSTV(CountingSettings(seats: 2)).count(ballots)
        #expect(tally.winners == [0, 2])
        #expect(tally.ballots == 9)
        let first = try #require(RoundTable.all(of: tally).first)
        #expect(first.votes == ["A": Fraction(10), "B": Fraction(1), "C": Fraction(7)])
        var many = try RankedBallots(options: (0..<6).map { "O\($0)" })
        try many.append(ranking: [Array(0..<6)])
        #expect(throws: TallyError.self) { try MeekSTV(CountingSettings()).count(many) }
    }
}
