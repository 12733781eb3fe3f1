import Testing
import TingTally

@Suite("Sharing a budget equally") struct SharingEquallyTests {
    /// Approvals of groups of voters, as `(3, [0, 1])`.
    private func box(_ options: Int, _ groups: [(count: Int, approve: [Int])]) throws -> ScoredBallots {
        var box = try ScoredBallots(options: (0..<options).map { "O\($0)" })
        for group in groups { try box.append(scores: group.approve.map { ($0, 1) }, weight: group.count) }
        return box
    }

    @Test("two parties of six and three voters take two seats and one, whichever of their own") func parties()
        throws
    {
        let box = try box(6, [(6, [0, 1, 2]), (3, [3, 4, 5])])
        for variant in EqualShares.variants {
            let tally = try EqualShares(CountingSettings(seats: 3, variant: variant)).count(box)
            #expect(tally.winners.sorted() == [0, 1, 2, 3, 4, 5], "\(variant)")
            #expect(tally.tied.count == 6, "\(variant)")
            let lot = TieBreaking([.lot(Lot(seed: "s", order: [0, 1, 2, 3, 4, 5]))])
            let broken = try EqualShares(CountingSettings(seats: 3, ties: lot, variant: variant)).count(box)
            #expect(broken.winners == [0, 1, 3], "\(variant)")
        }
    }

    @Test(
        "level projects that can all be paid for are, however many they are",
        arguments: [(7, 7), (7, 8), (12, 12)])
    func allCanBePaid(projects: Int, seats: Int) throws {
        // Everybody approves of all: with as many seats as projects the money is just enough.
        let tally = try EqualShares(CountingSettings(seats: seats, variant: "none")).count(
            box(projects, [(10, Array(0..<projects))]))
        #expect(tally.winners.sorted() == Array(0..<projects) && tally.tied.isEmpty)
    }

    @Test("level projects beside a true tie stay out of it") func besideATie() throws {
        // Eight have their own supporters; of the last two, shared by two ballots, one can be paid for.
        var groups = (0..<8).map { (count: 2, approve: [$0]) }
        groups.append((count: 2, approve: [8, 9]))
        let tally = try EqualShares(CountingSettings(seats: 9, variant: "none")).count(box(10, groups))
        #expect(tally.tied == [8, 9] && tally.tiedSeats == 1)
        #expect(Set(tally.winners) == Set(0..<10))
    }

    @Test("tied for one seat, with another that nobody can take") func tiedForOne() throws {
        let tally = try EqualShares(CountingSettings(seats: 3, variant: "none")).count(
            box(3, [(2, [1, 2]), (2, [0])]))
        #expect(tally.tied == [1, 2] && tally.tiedSeats == 1 && tally.emptySeats == 1)
    }

    @Test("the running example of Lackner and Skowron leaves two of four seats empty unless they are filled")
    func runningExample() throws {
        let box = try box(
            7, [(3, [0, 1]), (3, [0, 2]), (1, [0, 3]), (2, [1, 2, 5]), (1, [4]), (1, [5]), (1, [6])])
        // pabutools pays for a and b; b and c have equal prices, so the program there took the first by name.
        let none = try EqualShares(CountingSettings(seats: 4, variant: "none")).count(box)
        #expect(none.winners == [0, 1, 2] && none.tied == [1, 2])
        let filled = try EqualShares(CountingSettings(seats: 4, variant: "greedy")).count(box)
        #expect(filled.winners.sorted() == [0, 1, 2, 5] && filled.tied.isEmpty)
    }

    @Test("a group that is its share of the voters can spend its share", arguments: 1...60)
    func proportional(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let seats = 2 + random.below(5)
        let block = 1 + random.below(seats)
        let others = random.below(4)
        // `block` of `seats` parts of the voters approve of the same `block` options and nothing else.
        var groups: [(count: Int, approve: [Int])] = [(count: block * 4, approve: Array(0..<block))]
        for _ in 0..<(seats - block) * 4 {
            groups.append((1, (block..<(block + others + 1)).filter { _ in random.below(2) == 0 }))
        }
        let ties = TieBreaking([.lot(Lot(seed: "s", order: Array(0..<(block + others + 1))))])
        let settings = CountingSettings(seats: seats, ties: ties, variant: "none")
        let tally = try EqualShares(settings).count(box(block + others + 1, groups))
        #expect(Set(0..<block).isSubset(of: tally.winners), "seed \(seed)")
    }

    @Test("the count is what the definition gives over every order of the tied", arguments: 1...240)
    func plain(seed: Int) throws {
        let plain = PlainBudget(seed: seed, scores: 0...(seed % 4 == 0 ? 3 : 1))
        guard plain.costs.count <= 4 else { return }
        for variant in ["add1", "none", "cardinality-add1", "cardinality-none"] {
            let ways = try plain.equalShares(
                isByCost: !variant.hasPrefix("card"), isIncreased: variant.hasSuffix("add1"))
            let all = ways.reduce(Set<Int>()) { $0.union($1) }
            let some = all.filter { option in !ways.allSatisfy { $0.contains(option) } }
            let settings = CountingSettings(variant: variant, budget: plain.budget)
            let tally = try EqualShares(settings).count(plain.plain.box())
            #expect(Set(tally.winners) == all, "seed \(seed), \(variant)")
            #expect(Set(tally.tied) == some, "seed \(seed), \(variant)")
        }
    }

    @Test(
        "neither the order of ballots nor splitting weights nor the unit of money matters", arguments: 1...40)
    func fairness(seed: Int) throws {
        let plain = PlainBudget(seed: seed, scores: 0...2)
        var random = SeededNumbers(seed: UInt64(seed))
        let times = 1 + random.below(3)
        let settings = CountingSettings(variant: "none", budget: plain.budget)
        let weights = plain.plain.ballots.map { _ in times }
        let tally = try EqualShares(settings).count(plain.plain.box(weights: weights))
        var ballots = (0..<times).flatMap { _ in plain.plain.ballots }
        random.shuffle(&ballots)
        let other = try EqualShares(settings).count(PlainScores(options: plain.costs.count, ballots).box())
        #expect(
            Set(other.winners) == Set(tally.winners) && Set(other.tied) == Set(tally.tied), "seed \(seed)")
        let cents = Budget(
            limit: try Fraction(plain.limit, 100), costs: try plain.costs.map { try Fraction($0, 100) })
        let finer = try EqualShares(CountingSettings(variant: "none", budget: cents)).count(plain.plain.box())
        #expect(Set(finer.winners) == Set(tally.winners), "seed \(seed)")
    }

    @Test(
        "a project is paid for exactly when its supporters have enough",
        arguments: [(99, []), (100, [0]), (101, [0])])
    func limits(limit: Int, winners: [Int]) throws {
        let budget = Budget(limit: try Fraction(limit * 2, 10), costs: [Fraction(10), Fraction(500)])
        // Half of the voters support the first project, and hold half of the budget.
        let box = try box(2, [(5, [0]), (5, [])])
        let tally = try EqualShares(CountingSettings(variant: "none", budget: budget)).count(box)
        #expect(tally.winners == winners)
    }

    @Test("more ties than can be followed leave all projects tied, and a lot helps") func manyTies() throws {
        let box = try box(13, [(4, Array(0..<12))])
        let tally = try EqualShares(CountingSettings(seats: 6, variant: "none")).count(box)
        #expect(tally.winners == Array(0..<12) && tally.tied == Array(0..<12))
        #expect(tally.transcript.statements.contains { $0.code == "budget-too-many-ways" })
        let lot = TieBreaking([.lot(Lot(seed: "s", order: Array(0..<13)))])
        let broken = try EqualShares(CountingSettings(seats: 6, ties: lot, variant: "none")).count(box)
        #expect(broken.winners == Array(0..<6) && broken.tied.isEmpty)
    }

    @Test("amounts past what is kept are refused, and seats beside a budget too") func refusals() throws {
        let box = try box(2, [(Int.max / 2, [0]), (1, [1])])
        let huge = Budget(limit: Fraction(Int.max / 2), costs: [Fraction(Int.max / 4), Fraction(1)])
        #expect(throws: TallyError.self) {
            try EqualShares(CountingSettings(variant: "none", budget: huge)).count(box)
        }
        #expect(throws: TallyError.self) { try EqualShares(CountingSettings(seats: 2, budget: huge)) }
        var negative = try ScoredBallots(options: ["A"])
        try negative.append(scores: [(0, -1)])
        #expect(throws: TallyError.self) { try EqualShares(CountingSettings()).count(negative) }
        let empty = try ScoredBallots(options: ["A", "B"])
        #expect(try EqualShares(CountingSettings(seats: 1)).count(empty).winners.isEmpty)
    }
}
