import Testing

@testable import TingTally

@Suite("Keeping the promises of counts over pairs") struct KeepingPromisesOfPairsTests {
    static let seeds: [UInt64] = [20_261_123, 1951, 2003]

    /// Every method here in every variant that promises this.
    private static func methods(_ isPromised: (String, String) -> Bool) throws -> [any CountingMethod] {
        let types: [any CountingMethod.Type] = [
            Schulze.self, RankedPairs.self, CondorcetIRV.self, Minimax.self, Borda.self,
        ]
        return try types.flatMap { type in
            try type.variants.filter { isPromised(type.name, $0) }.map {
                try CountingMethods.method(named: type.name, settings: CountingSettings(variant: $0))
            }
        }
    }

    /// Rounds of made-up rankings over three to five options.
    private func eachRound(
        _ seed: UInt64, _ rounds: Int, _ body: (inout SeededNumbers, MadeUpRankings, Comment) throws -> Void
    ) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<rounds {
            let made = MadeUpRankings(&numbers, options: 3 + numbers.below(3))
            try body(&numbers, made, "seed \(seed), round \(round)")
        }
    }

    @Test("the order of ballots never matters, nor how equal ballots are grouped", arguments: seeds)
    func anonymity(seed: UInt64) throws {
        let methods = try Self.methods { _, _ in true }
        try eachRound(seed, 20) { numbers, made, place in
            var single = made.rows.flatMap { row in
                Array(repeating: MadeUpRankings.Row(row.ranking, 1), count: row.weight)
            }
            numbers.shuffle(&single)
            let (grouped, loose) = (try made.box(), try made.box(single))
            for method in methods {
                #expect(try method.count(.ranked(grouped)) == method.count(.ranked(loose)), place)
            }
        }
    }

    @Test("the order of options on the paper never matters", arguments: seeds) func neutrality(seed: UInt64)
        throws
    {
        let methods = try Self.methods { _, _ in true }
        try eachRound(seed, 20) { numbers, made, place in
            var places = Array(0..<made.options)
            numbers.shuffle(&places)
            let moved = made.rows.map {
                MadeUpRankings.Row($0.ranking.map { $0.map { places[$0] } }, $0.weight)
            }
            let (box, other) = (
                try made.box(), try made.box(moved) { "O\(places.firstIndex(of: $0) ?? -1)" }
            )
            for method in methods {
                let names = try [box, other].map { box in
                    try method.count(.ranked(box)).rankingNames.map { $0.sorted() }
                }
                #expect(names[0] == names[1], place)
            }
        }
    }

    @Test("an option that beats every other wins alone, where the method promises it", arguments: seeds)
    func condorcet(seed: UInt64) throws {
        let methods = try Self.methods { $0 != "borda" && $1 != "opposition" }
        var found = 0
        try eachRound(seed, 60) { _, made, place in
            let box = try made.box()
            guard let winner = box.pairwise(unranked: .last).condorcetWinner else { return }
            found += 1
            for method in methods { #expect(try method.count(.ranked(box)).winners == [winner], place) }
        }
        #expect(found > 10)
    }

    @Test(
        "winners come from the smallest set that beats all others, and Schulze's from the Schwartz set",
        arguments: seeds)
    func containment(seed: UInt64) throws {
        let methods = try Self.methods { name, _ in
            ["schulze", "ranked-pairs", "condorcet-irv"].contains(name)
        }
        try eachRound(seed, 60) { _, made, place in
            let box = try made.box()
            let matrix = box.pairwise(unranked: .last)
            let smith = made.plain(.last).smithSet(Set(0..<made.options))
            #expect(
                Set(Beats(in: matrix).smithSet(among: OptionSet256(0..<made.options)).options) == smith, place
            )
            for method in methods {
                #expect(smith.isSuperset(of: try method.count(.ranked(box)).winners), place)
            }
            var defeats = Defeats(size: made.options)
            for defeat in matrix.defeats { defeats.set(defeat.winner, over: defeat.loser, true) }
            let schwartz = Set(defeats.schwartzSet(within: OptionSet256(0..<made.options)).options)
            for variant in Schulze.variants {
                let winners = try Schulze(CountingSettings(variant: variant)).count(box).winners
                #expect(schwartz.isSuperset(of: winners), place)
            }
        }
    }

    @Test(
        "raising a winner alone on some ballots never makes it lose, where the method promises it",
        arguments: seeds)
    func monotonicity(seed: UInt64) throws {
        let methods = try Self.methods { name, _ in
            ["schulze", "ranked-pairs", "minimax", "borda"].contains(name)
        }
        try eachRound(seed, 40) { numbers, _, place in
            let made = MadeUpRankings(&numbers, options: 3 + numbers.below(2), strict: true)
            let box = try made.box()
            for method in methods {
                let winners = try method.count(.ranked(box)).winners
                // What is promised of a set of tied winners is another matter; a single winner stays.
                guard let winner = winners.first, winners.count == 1 else { continue }
                var rows = made.rows
                for row in rows.indices where numbers.below(2) == 0 {
                    let ranking = rows[row].ranking
                    guard let old = ranking.firstIndex(of: [winner]), old > 0 else { continue }
                    rows[row].ranking.remove(at: old)
                    rows[row].ranking.insert([winner], at: numbers.below(old))
                }
                #expect(try method.count(.ranked(made.box(rows))).winners == [winner], place)
            }
        }
    }

    /// A circle A over B over C over A; two voters who move A to their top take first choices from B, whose
    /// elimination leaves A with C. Worked out by hand.
    @Test(
        "Condorcet-IRV can make a winner lose by raising it: a recorded example",
        arguments: CondorcetIRV.variants)
    func counterexample(variant: String) throws {
        func winners(raised: Bool) throws -> [String] {
            var box = try RankedBallots(options: ["A", "B", "C"])
            let moved = raised ? [[0], [1], [2]] : [[1], [0], [2]]
            for (ranking, weight) in [
                ([[0], [1], [2]], 8), ([[1], [2], [0]], 5), (moved, 2), ([[2], [0], [1]], 6),
            ] { try box.append(ranking: ranking, weight: weight) }
            return try CondorcetIRV(CountingSettings(variant: variant)).count(box).winnerNames
        }
        #expect(try winners(raised: false) == ["A"])
        #expect(try winners(raised: true) == ["C"])
    }

    @Test("votes in parts count as the whole votes they are parts of") func parts() throws {
        let third = try Fraction(1, 3)
        var (whole, parts) = (
            try RankedBallots(options: ["A", "B", "C"]),
            try RankedBallots(options: ["A", "B", "C"], unit: third)
        )
        for (ranking, weight) in [([[0], [1], [2]], 4), ([[1], [2], [0]], 3), ([[2], [0], [1]], 2)] {
            try whole.append(ranking: ranking, weight: weight)
            try parts.append(ranking: ranking, weight: 3 * weight)
        }
        for method in try Self.methods({ _, _ in true }) {
            let (tally, other) = (try method.count(.ranked(whole)), try method.count(.ranked(parts)))
            #expect(tally.ranking == other.ranking)
            #expect(other.transcript.statements.contains { $0.code == "weighted-ballots-counted" })
        }
    }

    @Test("the largest weights are counted, and points beyond 64 bits are refused") func largest() throws {
        var box = try RankedBallots(options: ["A", "B", "C"])
        try box.append(ranking: [[0], [1], [2]], weight: Int.max - 1)
        try box.append(ranking: [[1], [0], [2]], weight: 1)
        for method in try Self.methods({ name, _ in name != "borda" }) {
            #expect(try method.count(.ranked(box)).ranking == [[0], [1], [2]])
        }
        do {
            _ = try Borda(CountingSettings()).count(box)
            Issue.record("an overflow was expected")
        } catch { #expect(error.statement.code == "arithmetic-overflow") }
    }

    @Test("200 options in one great circle of equal pairs: a lot decides, and without one nothing is guessed")
    func manyOptions() throws {
        let size = 200
        var box = try RankedBallots(options: (0..<size).map { "O\($0)" })
        for start in [0, 67, 133] { try box.append(ranking: (0..<size).map { [($0 + start) % size] }) }
        let open = try RankedPairs(CountingSettings()).count(box)
        #expect(open.tied == Array(0..<size))
        #expect(open.transcript.statements.contains { $0.code == "equal-pairs-too-many-ways" })
        let lot = TieBreaking([.lot(Lot(seed: "dice", order: Array(0..<size).reversed()))])
        #expect(try RankedPairs(CountingSettings(ties: lot)).count(box).winners.count == 1)
        var smaller = try RankedBallots(options: (0..<40).map { "O\($0)" })
        for start in [0, 13, 26] { try smaller.append(ranking: (0..<40).map { [($0 + start) % 40] }) }
        let order = TieBreaking([.lot(Lot(seed: "dice", order: Array(0..<40).reversed()))])
        let places = try CondorcetIRV(CountingSettings(ties: order)).count(smaller).ranking
        #expect(places.joined().sorted() == Array(0..<40))
    }
}
