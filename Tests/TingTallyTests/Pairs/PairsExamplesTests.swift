import Testing

@testable import TingTally

@Suite("Counting published examples over pairs") struct CountingPairExamplesTests {
    private func heading(_ name: String, in text: String) -> String? {
        text.split(separator: "\n").first { $0.hasPrefix("# \(name): ") }.map {
            String($0.dropFirst(name.count + 4))
        }
    }

    private func order(_ tally: Tally) -> String {
        tally.rankingNames.map { $0.joined(separator: " = ") }.joined(separator: " > ")
    }

    private func tennessee() throws -> RankedBallots {
        try ABIF.read(Published.caseText("ranked-pairs-examples/rp-2-tennessee.abif")).ballots.ranked()
    }

    private func column(_ tally: Tally) -> [FactValue?] {
        tally.transcript.steps.compactMap(\.table).last?.rows.map { $0.cells[0] } ?? []
    }

    @Test(
        "Ranked Pairs, with both measures of strength",
        arguments: try Published.caseNames(in: "ranked-pairs-examples"))
    func rankedPairs(name: String) throws {
        let text = try Published.caseText("ranked-pairs-examples/" + name)
        let ballots = try ABIF.read(text).ballots
        for variant in RankedPairs.variants {
            let tally = try RankedPairs(CountingSettings(variant: variant)).count(ballots)
            if let expected = heading(variant.uppercased(), in: text) {
                #expect(order(tally) == expected)
            }
            if let winners = heading("WINNERS", in: text) {
                #expect(tally.winnerNames.joined(separator: " ") == winners)
                #expect(tally.tied == tally.winners)
            }
        }
    }

    @Test("a lot decides between two orders of equal pairs, and the transcript says so") func lot() throws {
        let text = try Published.caseText("ranked-pairs-examples/rp-8-two-orders.abif")
        for (order, winner) in [([0, 1, 2, 3], "B"), ([2, 0, 1, 3], "C"), ([3, 2, 1, 0], "C")] {
            let ties = TieBreaking([.lot(Lot(seed: "dice", order: order))])
            let tally = try RankedPairs(CountingSettings(ties: ties)).count(ABIF.read(text).ballots)
            #expect(tally.winnerNames == [winner])
            #expect(tally.transcript.statements.contains { $0.code == "equal-pairs-by-lot" })
        }
        #expect(throws: TallyError.self) {
            let ties = TieBreaking([.lot(Lot(seed: "dice", order: [0, 1]))])
            _ = try RankedPairs(CountingSettings(ties: ties)).count(ABIF.read(text).ballots)
        }
    }

    @Test(
        "Schulze's example 10: margins, ratio and winning votes each elect another",
        arguments: [("winning-votes", "D"), ("margins", "A"), ("ratio", "B")])
    func measures(variant: String, winner: String) throws {
        let text = try Published.caseText("schulze-examples/schulze-ex10.abif")
        let method = try CountingMethods.method(
            named: "schulze", settings: CountingSettings(variant: variant))
        #expect(try method.count(ABIF.read(text).ballots).winnerNames == [winner])
    }

    @Test(
        "Minimax of the Tennessee example: the worst comparisons as printed",
        arguments: [
            ("winning-votes", [58, 0, 83, 68]), ("margins", [16, -16, 66, 36]),
            ("opposition", [58, 42, 83, 68]),
        ])
    func minimax(variant: String, worst: [Int]) throws {
        let tally = try Minimax(CountingSettings(variant: variant)).count(tennessee())
        #expect(column(tally) == worst.map { .number($0) })
        #expect(order(tally) == "Nashville > Memphis > Chattanooga > Knoxville")
    }

    /// Wikipedia, "Minimax Condorcet method", the example with a Condorcet winner.
    @Test("Minimax by opposition can pass over the option that beats every other") func opposition() throws {
        var ballots = try RankedBallots(options: ["A", "B", "C"])
        for (ranking, weight) in [
            ([[0, 2], [1]], 4), ([[0], [2], [1]], 47), ([[2], [1], [0]], 43), ([[1], [0, 2]], 6),
        ] { try ballots.append(ranking: ranking, weight: weight) }
        let winners = try Minimax.variants.map {
            try Minimax(CountingSettings(variant: $0)).count(ballots).winnerNames
        }
        #expect(winners == [["A"], ["A"], ["C"]])
    }

    @Test("Borda's method of the Tennessee example, and one ballot by Dowdall") func borda() throws {
        let tally = try Borda(CountingSettings()).count(tennessee())
        #expect(column(tally) == [126, 194, 107, 173].map { .fraction(Fraction($0)) })
        #expect(order(tally) == "Nashville > Chattanooga > Memphis > Knoxville")
        var one = try RankedBallots(options: ["A", "B", "C", "D", "E", "F"])
        try one.append(ranking: (0..<6).map { [$0] })
        let dowdall = try Borda(CountingSettings(variant: "dowdall")).count(one)
        #expect(column(dowdall) == (try (1...6).map { .fraction(try Fraction(1, $0)) }))
        var level = try RankedBallots(options: ["A", "B", "C", "D", "E", "F"])
        try level.append(ranking: [[0], [1, 2, 3, 4], [5]])
        let half = Fact.fraction("", try Fraction(5, 2)).value
        #expect(
            column(try Borda(CountingSettings()).count(level)) == [
                .fraction(Fraction(5)), half, half, half, half, .fraction(Fraction(0)),
            ])
    }

    @Test("a truncated ballot is worth something else in each variant of Borda's method") func truncated()
        throws
    {
        var ballots = try RankedBallots(options: ["A", "B", "C", "D"])
        try ballots.append(ranking: [[0]])
        let points = try Borda.variants.map { variant in
            column(try Borda(CountingSettings(variant: variant)).count(ballots))
        }
        let whole = { (number: Int) in FactValue?.some(.fraction(Fraction(number))) }
        #expect(
            points == [
                [whole(3), whole(0), whole(0), whole(0)], [whole(3), whole(1), whole(1), whole(1)],
                [whole(1), whole(0), whole(0), whole(0)], [whole(1), whole(0), whole(0), whole(0)],
            ])
    }

    @Test(
        "the Kubernetes elections by Condorcet-IRV end as declared, place by place",
        .enabled(if: Published.folder != nil, Comment(rawValue: Published.missing)),
        arguments: CondorcetIRV.variants)
    func kubernetes(variant: String) throws {
        let entries = try Published.index().filter { $0.expected.method == "condorcet-irv" }
        #expect(entries.count == 2)
        for entry in entries {
            let file = try ABIF.read(Published.text(try #require(entry.normalised?["abif"])))
            let unranked = try #require(Unranked(rawValue: entry.unranked ?? "last"))
            let winners = try #require(entry.expected.winners)
            let tally = try CondorcetIRV(
                CountingSettings(seats: winners.count, unranked: unranked, variant: variant)
            ).count(file.ballots)
            #expect(tally.winnerNames == winners, "\(entry.id)")
            let ranking = try #require(entry.expected.ranking)
            #expect(Array(tally.rankingNames.prefix(ranking.count)) == ranking, "\(entry.id)")
            guard variant == "tideman-alternative", entry.id == "k8s-steering-2019" else { continue }
            // The last three beat each other in a circle; this is the published order.
            let last = ["Pengfei Ni (@feiskyer)", "Kris Nova (@kris-nova)", "Klaus Ma (@k82cn)"]
            #expect(tally.rankingNames.suffix(3) == last.map { [$0] })
        }
    }
}
