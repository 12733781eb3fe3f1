import Testing
import TingTally

@Suite("Voting by STAR") struct VotingBySTARTests {
    private func count(_ ballots: [[Int?]], _ settings: CountingSettings = CountingSettings()) throws -> Tally
    {
        try Star(settings).count(PlainScores(options: ballots[0].count, ballots).box())
    }

    @Test("the two highest sums meet, and more ballots decide, not more points") func runoff() throws {
        // Sums 12, 11 and 3; three of five ballots score the second higher.
        let tally = try count([[5, 0, 0], [5, 2, 0], [1, 3, 1], [1, 3, 1], [0, 3, 1]])
        #expect(tally.winners == [1])
        #expect(
            tally.transcript.statements.contains { $0.code == "star-runoff" && $0["votes"] == .number(2) })
    }

    @Test("a level runoff goes to the higher sum, then to the most highest scores") func levelRunoff() throws
    {
        #expect(try count([[5, 4], [2, 4], [3, 3]]).winners == [1])
        // starvote's published example of an automatic runoff broken by scores of 5: Chuck has more of them.
        let stars = try count([[1, 5, 4], [1, 2, 3], [1, 5, 5]])
        #expect(stars.winners == [1])
        let tie = try count([[5, 4], [4, 5]])
        #expect(tie.winners == [0, 1] && tie.tied == [0, 1])
    }

    @Test("a tie for the second place in the runoff is broken one against one, then by highest scores")
    func scoringTies() throws {
        // B and C have 6 each; two of three ballots score C higher.
        let one = try count([[5, 4, 1], [5, 1, 2], [5, 1, 3]])
        #expect(one.transcript.statements.contains { $0["options"] == .list([.text("O0"), .text("O2")]) })
        // B and C are level one against one; C has a 5.
        let two = try count([[5, 4, 5], [5, 3, 2], [5, 0, 0]])
        #expect(two.transcript.statements.contains { $0["options"] == .list([.text("O0"), .text("O2")]) })
    }

    @Test("whoever loses most comparisons goes first, even with the most highest scores") func cycle() throws
    {
        // All have 11; the first three beat one another in a circle and all beat the last, who has two 5s.
        let ballots: [[Int?]] = [
            [5, 2, 1, 0], [1, 5, 2, 0], [2, 1, 5, 0], [3, 3, 3, 1], [0, 0, 0, 5], [0, 0, 0, 5],
        ]
        let tally = try count(ballots)
        #expect(!tally.winners.contains(3))
        #expect(tally.transcript.statements.contains { $0.code == "star-lose-most" })
    }

    @Test("a tie that cannot change the winner is followed and named, and one wins") func harmlessTie() throws
    {
        // starvote's published example of an unbreakable tie for the second place: Chuck wins against either.
        let tally = try count([[3, 0, 5], [0, 3, 5], [3, 3, 5]])
        #expect(tally.winners == [2] && tally.tied.isEmpty)
        #expect(tally.transcript.statements.contains { $0.code == "star-same-winner" })
    }

    @Test("a lot breaks what the steps leave") func lot() throws {
        let ties = TieBreaking([.lot(Lot(seed: "s", order: [1, 0]))])
        let tally = try count([[5, 4], [4, 5]], CountingSettings(ties: ties))
        #expect(tally.winners == [1] && tally.tied.isEmpty)
    }

    @Test("several seats are filled one by one, with a cap on groups") func seats() throws {
        let ballots: [[Int?]] = [[5, 4, 3, 0], [5, 4, 2, 0], [5, 4, 0, 1]]
        #expect(try count(ballots, CountingSettings(seats: 3)).winners == [0, 1, 2])
        let cap = GroupCap(groups: ["x", "x", nil, nil], most: 1)
        #expect(try count(ballots, CountingSettings(seats: 2, groupCap: cap)).winners == [0, 2])
        #expect(try count([[5, 1]], CountingSettings(seats: 3)).winners == [0, 1])
        let empty = try Star(CountingSettings()).count(ScoredBallots(options: ["A", "B", "C"]))
        #expect(empty.winners == [0, 1, 2] && empty.tied == [0, 1, 2])
    }

    @Test("more ways for ties to fall than are followed leave all who could be elected tied") func manyWays()
        throws
    {
        // One option above all others, and nineteen level: any nine of them could take the other seats.
        let ballots: [[Int?]] = [[5] + Array(repeating: 1, count: 19)]
        let tally = try count(ballots, CountingSettings(seats: 10))
        #expect(tally.winners == Array(0..<20) && tally.tied == Array(1..<20))
        #expect(tally.transcript.statements.contains { $0.code == "star-too-many-ways" })
        let names = (0..<20).map { "o\($0)" }
        let none = try Star(CountingSettings(seats: 10)).count(ScoredBallots(options: names))
        #expect(none.tied == Array(0..<20))
    }

    @Test(
        "whose order is a tie stands level, wherever they are on the paper",
        arguments: [[0, 1, 2], [2, 1, 0]])
    func levelWinners(order: [Int]) throws {
        // A and D have every seat in every way, and nothing says who takes the first.
        let scores = [5, 0, 5]
        let ballots: [[Int?]] = Array(repeating: order.map { scores[$0] }, count: 2)
        let tally = try count(ballots, CountingSettings(seats: 2))
        #expect(tally.tied.isEmpty && tally.ranking.map(Set.init) == [[0, 2]])
        // The default stands level with A, so A is not above it.
        #expect(tally.above(defaultOption: order.firstIndex(of: 2)).outcome == .failed)
    }

    @Test("the count is what a plain reading of the steps gives", arguments: 1...300) func plain(seed: Int)
        throws
    {
        var random = SeededNumbers(seed: UInt64(seed))
        let plain = PlainScores(
            options: 1 + random.below(5), ballots: 1 + random.below(seed % 2 == 0 ? 4 : 12), scores: 0...5,
            &random)
        let tally = try Star(CountingSettings()).count(plain.box())
        #expect(Set(tally.winners) == plain.starWinners(highest: 5), "seed \(seed)")
        #expect(tally.tied.isEmpty == (tally.winners.count == 1), "seed \(seed)")
        var shuffled = plain
        random.shuffle(&shuffled.ballots)
        #expect(try Star(CountingSettings()).count(shuffled.box()) == tally, "seed \(seed)")
    }
}
