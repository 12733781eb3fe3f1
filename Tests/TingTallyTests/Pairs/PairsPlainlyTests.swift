import Testing

@testable import TingTally

@Suite("Counting pairs twice, fast and plainly") struct CountingPairsTwiceTests {
    static let seeds: [UInt64] = [20_261_123, 1785, 1987, 2006]

    @Test("Ranked Pairs elects whom some order of the equal pairs elects", arguments: seeds)
    func rankedPairs(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var compared = 0
        for round in 0..<50 {
            var made = MadeUpRankings(&numbers, options: 3 + numbers.below(2))
            // Every other time single ballots, which make equal pairs common.
            if round % 2 == 0 { for place in made.rows.indices { made.rows[place].weight = 1 } }
            let unranked = Unranked.allCases[numbers.below(2)]
            for variant in RankedPairs.variants {
                guard let expected = made.plain(unranked).rankedPairsWinners(margins: variant == "margins")
                else { continue }
                let settings = CountingSettings(unranked: unranked, variant: variant)
                let tally = try RankedPairs(settings).count(made.box())
                #expect(Set(tally.ranking[0]) == expected, "seed \(seed), round \(round), \(variant)")
                #expect(tally.ranking.joined().sorted() == Array(0..<made.options))
                compared += 1
            }
        }
        #expect(compared > 30)
    }

    @Test("Condorcet-IRV gives every place as the plain count does", arguments: seeds)
    func condorcetIRV(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var circles = 0
        for round in 0..<100 {
            let made = MadeUpRankings(&numbers, options: 1 + numbers.below(5))
            let unranked = Unranked.allCases[numbers.below(2)]
            for variant in CondorcetIRV.variants {
                let settings = CountingSettings(unranked: unranked, variant: variant)
                let tally = try CondorcetIRV(settings).count(made.box())
                let expected = made.plain(unranked).condorcetIRV(narrowing: variant == "tideman-alternative")
                #expect(tally.ranking == expected, "seed \(seed), round \(round), \(variant)")
                if tally.transcript.statements.contains(where: { $0.code == "runoff-round" }) { circles += 1 }
            }
        }
        #expect(circles > 20)
    }

    @Test("Minimax and Borda have the plain count's numbers in all variants", arguments: seeds)
    func numbers(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<100 {
            let made = MadeUpRankings(&numbers, options: 1 + numbers.below(6))
            let unranked = Unranked.allCases[numbers.below(2)]
            for variant in Minimax.variants {
                let tally = try Minimax(CountingSettings(unranked: unranked, variant: variant))
                    .count(made.box())
                let column = try #require(tally.transcript.steps.compactMap(\.table).last)
                #expect(
                    column.rows.map(\.cells) == made.plain(unranked).worst(variant).map { [.number($0)] },
                    "seed \(seed), round \(round), \(variant)")
            }
            for variant in Borda.variants {
                let tally = try Borda(CountingSettings(variant: variant)).count(made.box())
                let column = try #require(tally.transcript.steps.compactMap(\.table).last)
                let expected = try made.plain(.last).borda(variant)
                #expect(
                    column.rows.map(\.cells) == expected.map { [.fraction($0)] },
                    "seed \(seed), round \(round), \(variant)")
                let best = expected.max()
                #expect(tally.ranking[0] == expected.indices.filter { expected[$0] == best })
            }
        }
    }

    @Test("Schulze's method finds the same winners by margins as over margins written out", arguments: seeds)
    func margins(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<60 {
            // With complete rankings all three measures put the defeats in the same order.
            let made = MadeUpRankings(&numbers, options: 3 + numbers.below(3))
            var rows = made.rows
            for place in rows.indices {
                var order = Array(0..<made.options)
                numbers.shuffle(&order)
                rows[place].ranking = order.map { [$0] }
            }
            let box = try made.box(rows)
            let tallies = try Schulze.variants.map { try Schulze(CountingSettings(variant: $0)).count(box) }
            #expect(Set(tallies.map(\.ranking)).count == 1, "seed \(seed), round \(round)")
        }
    }
}
