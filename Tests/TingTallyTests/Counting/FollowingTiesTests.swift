import Testing
import TingTally

@Suite("Following ties to the end") struct FollowingTiesTests {
    /// X and Y tie for the fewest, and the ballot that names P and Q at one rank is exhausted or not by who
    /// goes first. What each casting vote elects was found by counting by hand.
    @Test("a Scottish tie is counted on in both ways where several stand at one rank") func equalRanks()
        throws
    {
        let text = """
            7 1
            1 1 2=5 0
            1 2 0
            2 3 0
            2 4 0
            10 5 0
            12 6 0
            2 7 5 0
            3 7 0
            0
            "X" "Y" "P" "Q" "A" "B" "C" "Title"
            """
        let file = try BallotFile.read(text)
        func winners(_ ways: [TieBreak]) throws -> Tally {
            var settings = CountingSettings(ties: TieBreaking(ways))
            settings.ballotRules.overvotes = .exhaustIfMultipleContinuing
            return try CountingMethods.method(named: "scottish-stv", settings: settings).count(file.ballots)
        }
        #expect(try winners([.castingVote(by: nil, order: [0, 1])]).winnerNames == ["A"])
        #expect(try winners([.castingVote(by: nil, order: [1, 0])]).winnerNames == ["B"])
        #expect(Set(try winners([]).tiedNames) == ["A", "B"])
    }

    /// The final orders of these ballots, found by enumeration, are C A B D, D C A B and C B D A.
    @Test("Ranked Pairs names everybody who can have the second seat") func rankedPairs() throws {
        var box = try RankedBallots(options: ["A", "B", "C", "D"])
        for order in ["BDCA", "DACB", "ADCB", "CABD", "CBDA"] {
            try box.append(ranking: order.map { [Array("ABCD").firstIndex(of: $0) ?? 0] })
        }
        let settings = CountingSettings(seats: 2)
        let tally = try CountingMethods.method(named: "ranked-pairs", settings: settings).count(.ranked(box))
        #expect(tally.winnerNames.first == "C")
        #expect(Set(tally.tiedNames) == ["A", "B", "D"])
    }
}
