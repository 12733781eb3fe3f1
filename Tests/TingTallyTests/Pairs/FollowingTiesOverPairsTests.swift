import Testing

@testable import TingTally

@Suite("Following ties over pairs") struct FollowingTiesOverPairsTests {
    static let seeds: [UInt64] = [20_261_123, 1785, 1989, 2006]

    private func box(_ ballots: [String]) throws -> RankedBallots {
        var box = try RankedBallots(options: ["A", "B", "C", "D"].filter { ballots[0].contains($0) })
        for order in ballots {
            try box.append(ranking: order.map { [Array("ABCD").firstIndex(of: $0) ?? 0] })
        }
        return box
    }

    /// Rankings such as `2: D>E>F`, over options named in one text.
    private func box(_ names: String, _ lines: [(Int, String)]) throws -> RankedBallots {
        let options = Array(names)
        var box = try RankedBallots(options: options.map(String.init))
        for (count, order) in lines {
            try box.append(ranking: order.map { [options.firstIndex(of: $0) ?? 0] }, weight: count)
        }
        return box
    }

    @Test("a cap that moves seats down the order leaves no tie out") func capBelow() throws {
        // Worked out by hand: D beats E 5:2, E beats F 4:3, F beats D 5:2; D and E have fewest first choices.
        // Without D, E wins, and F is next but one; without E, F wins, and D is next.
        let ballots = try box("ABCDEF", [(2, "ABCDEF"), (2, "ABCEFD"), (3, "ABCFDE")])
        let cap = GroupCap(groups: ["x", "x", "x", nil, nil, nil], most: 1)
        let tally = try CondorcetIRV(CountingSettings(seats: 3, groupCap: cap)).count(ballots)
        #expect(tally.winners == [0, 5, 3, 4] && tally.tied == [3, 4] && tally.tiedSeats == 1)
        #expect(tally.transcript.statements.contains { $0.code == "smith-set" })
    }

    @Test("ties too many to follow far below the seat say nothing of who takes it") func cutBelow() throws {
        // B and C can win: A and B have fewest first choices, and A beats B, B beats C, C beats A.
        let ballots = try box("ABCDEFGHIJKL", [(2, "ABC"), (2, "BCA"), (3, "CAB")])
        let tally = try CondorcetIRV(CountingSettings()).count(ballots)
        #expect(tally.winners == [1, 2] && tally.tied == [1, 2])
        #expect(!tally.transcript.statements.contains { $0.code == "elimination-ties-too-many-ways" })
    }

    @Test(
        "tied for one seat under a cap, with another that stays empty",
        arguments: [CondorcetIRV.name, RankedPairs.name])
    func emptyUnderCap(method: String) throws {
        let ballots = try box(["ABCD", "BCAD", "CABD"])
        let cap = GroupCap(groups: ["x", "x", "x", nil], most: 1)
        let settings = CountingSettings(seats: 3, groupCap: cap)
        let tally = try CountingMethods.method(named: method, settings: settings).count(.ranked(ballots))
        #expect(tally.tied == [0, 1, 2] && tally.tiedSeats == 1 && tally.emptySeats == 1)
        #expect(tally.winners == [3, 0, 1, 2])
    }

    @Test("a casting vote that decides in every order is told") func castingInOrders() throws {
        let ballots = try box("PQRCD", [(1, "PQR"), (1, "QRP"), (1, "RPQ")])
        let ties = TieBreaking([.castingVote(by: "chair", order: [3])])
        let tally = try RankedPairs(CountingSettings(seats: 4, ties: ties)).count(ballots)
        #expect(Set(tally.winners) == [0, 1, 2, 3] && tally.tied.isEmpty)
        #expect(tally.transcript.statements.contains { $0.code == "tie-broken-by-casting-vote" })
    }

    private func lot(_ order: [Int]) -> TieBreaking { TieBreaking([.lot(Lot(seed: "dice", order: order))]) }

    @Test("Condorcet-IRV fills several seats in each way a tie for elimination can fall", arguments: seeds)
    func condorcetIRVSeats(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var open = 0
        for round in 0..<200 {
            let made = MadeUpRankings(&numbers, options: 2 + numbers.below(4))
            let seats = 1 + numbers.below(3)
            for variant in CondorcetIRV.variants {
                let settings = CountingSettings(seats: seats, variant: variant)
                let tally = try CondorcetIRV(settings).count(made.box())
                let ways = made.plain(.last).condorcetIRVSeats(
                    seats, narrowing: variant == "tideman-alternative")
                let possible = ways.reduce(into: Set<Int>()) { $0.formUnion($1) }
                let certain = ways.reduce(possible) { $0.intersection($1) }
                #expect(Set(tally.winners) == possible, "seed \(seed), round \(round), \(variant)")
                #expect(
                    Set(tally.tied) == possible.subtracting(certain),
                    "seed \(seed), round \(round), \(variant)")
                if seats > 1, !tally.tied.isEmpty { open += 1 }
            }
        }
        #expect(open > 10)
    }

    /// A circle in which each can be eliminated first: A, B and C over the next, and all over D. With two
    /// seats the ways are A B, B C and C A.
    @Test(
        "a casting vote picks among the ways there are",
        arguments: [(0, [0, 1]), (1, [1, 2]), (2, [2, 0])])
    func casting(first: Int, winners: [Int]) throws {
        let ballots = try box(["ABCD", "BCAD", "CABD"])
        let open = try CondorcetIRV(CountingSettings(seats: 2)).count(ballots)
        #expect(open.tied == [0, 1, 2])
        // Whoever is named last is eliminated first, so a vote for one option alone leaves the others open.
        for method in [CondorcetIRV.name, RankedPairs.name] {
            let vote = TieBreaking([.castingVote(by: nil, order: [first])])
            let settings = CountingSettings(seats: 2, ties: vote)
            let tally = try CountingMethods.method(named: method, settings: settings).count(.ranked(ballots))
            #expect(tally.winners.contains(first), "\(method)")
            #expect(tally.winners.count - tally.tied.count >= 1, "\(method)")
        }
        let ways = CountingSettings(seats: 2, ties: TieBreaking([.castingVote(by: nil, order: winners)]))
        #expect(Set(try RankedPairs(ways).count(ballots).winners) == Set(winners))
    }

    @Test("a cap on a group holds in every way") func capped() throws {
        let ballots = try box(["ABCD", "BCAD", "CABD"])
        // A, B and C come from one group, of which one may win: the other seat is D's in every way.
        let cap = GroupCap(groups: ["x", "x", "x", nil], most: 1)
        for method in [CondorcetIRV.name, RankedPairs.name] {
            let settings = CountingSettings(seats: 2, groupCap: cap)
            let tally = try CountingMethods.method(named: method, settings: settings).count(.ranked(ballots))
            #expect(tally.winners.sorted() == [0, 1, 2, 3], "\(method)")
            #expect(tally.tied == [0, 1, 2], "\(method)")
        }
    }

    /// A over B is held. Of the level pairs B and C come first in the lot, so B stands above C, and with it A.
    /// Were level pairs left out, A and C would be on top, and the lot would elect C.
    @Test("Ranked Pairs by a lot takes level pairs in the order of the lot, after all defeats")
    func levelPairs() throws {
        let ballots = try box(["ABC", "CAB"])
        let tally = try RankedPairs(CountingSettings(ties: lot([1, 2, 0]))).count(ballots)
        #expect(tally.ranking == [[0], [1], [2]])
        #expect(tally.transcript.statements.count { $0.code == "level-pair-by-lot" } == 1)
        #expect(try RankedPairs(CountingSettings()).count(ballots).tied == [0, 2])
    }

    @Test("Ranked Pairs by a lot puts all options in the order of the plain count", arguments: seeds)
    func byLot(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<150 {
            let made = MadeUpRankings(&numbers, options: 1 + numbers.below(5))
            var order = Array(0..<made.options)
            numbers.shuffle(&order)
            let tally = try RankedPairs(CountingSettings(ties: lot(order))).count(made.box())
            let expected = made.plain(.last).rankedPairsOrder(lot: order)
            #expect(tally.ranking == expected.map { [$0] }, "seed \(seed), round \(round)")
        }
    }

    @Test("more ties for elimination than are followed are a tie of the circle, never a refusal")
    func tooMany() throws {
        let size = 24
        var box = try RankedBallots(options: (0..<size + 1).map { "O\($0)" })
        for start in 0..<size {
            try box.append(ranking: (0..<size).map { [($0 + start) % size] } + [[size]])
        }
        for seats in [1, 2] {
            for variant in CondorcetIRV.variants {
                let tally = try CondorcetIRV(CountingSettings(seats: seats, variant: variant)).count(box)
                #expect(tally.tied == Array(0..<size))
                #expect(tally.ranking == [Array(0..<size), [size]])
                let codes = tally.transcript.statements.map(\.code)
                #expect(codes.contains("elimination-ties-too-many-ways"))
            }
        }
    }

    @Test("a defeat that nobody opposes is shown with its ballots") func unopposed() throws {
        let tally = try Schulze(CountingSettings(variant: "ratio")).count(box(["AB", "AB", "AB"]))
        let paths = tally.transcript.steps.first { $0.statement.code == "widest-paths" }?.table
        #expect(paths?.rows.map(\.cells) == [[nil, .text("3:0")], [.number(0), nil]])
    }
}
