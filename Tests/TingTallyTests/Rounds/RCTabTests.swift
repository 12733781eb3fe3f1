import Testing

@testable import TingTally

@Suite("Counting ballots as they were cast", .enabled(if: Published.folder != nil, "\(Published.missing)"))
struct CountingRCTabElectionsTests {
    /// Decided without any lot by a method that is ours too, and reported round by round.
    static let single = [
        "continue_until_two_with_batch_elimination_test", "exhaust_if_multiple_continuing",
        "skip_to_next_test",
        "test_set_0_skipped_first_choice", "test_set_1_exhaust_at_overvote",
        "test_set_7_duplicate_skip_to_next",
    ]

    /// Checks every round of the report against the round of ours in which the same options continue.
    private func compare(_ election: RCTabElection, _ tally: Tally, rounds: Int? = nil) throws {
        let ours = RoundTable.all(of: tally)
        for (number, reported) in election.report.results.prefix(rounds ?? .max).enumerated() {
            let expected = try reported.tally.mapValues { try RoundTable.exact($0) }
            // Options that we still list and the report does not have no votes.
            let match = ours.first { round in
                expected.allSatisfy { round.votes[$0.key] == $0.value }
                    && round.votes.allSatisfy { expected[$0.key] != nil || $0.value == Fraction(0) }
            }
            let round = try #require(match, "round \(number + 1)")
            let inactive = try reported.inactiveBallots.values.reduce(Fraction(0)) {
                try $0 + RoundTable.exact($1)
            }
            let empty = election.ballots.total - (try total(expected, inactive))
            let exhausted = try inactive + Fraction(empty)
            #expect(round.exhausted == exhausted, "round \(number + 1)")
        }
    }

    /// Votes and inactive ballots together; the report leaves wholly empty ballots out of both.
    private func total(_ votes: [String: Fraction], _ inactive: Fraction) throws -> Int {
        try votes.values.reduce(inactive) { try $0 + $1 }.floor
    }

    @Test("instant runoff has the votes of every reported round", arguments: single) func runoff(name: String)
        throws
    {
        let election = try RCTabElection("rcv/features/\(name)", name)
        let variant = election.config.rules.continueUntilTwoCandidatesRemain == true ? "until-two" : nil
        let settings = CountingSettings(variant: variant, ballotRules: election.rules)
        let tally = try InstantRunoff(settings).count(election.ballots)
        #expect(tally.tied == [])
        #expect(tally.winnerNames == election.report.results.flatMap(\.tallyResults).compactMap(\.elected))
        try compare(election, tally)
    }

    @Test("a vote decided by lot can be won by those the reports name")
    func lots() throws {
        let first = try RCTabElection(
            "rcv/features/first_round_determines_threshold_test", "first_round_determines_threshold_test")
        let tally = try InstantRunoff(CountingSettings(ballotRules: first.rules)).count(first.ballots)
        #expect(Set(tally.tiedNames) == ["Haadoow, Hamza A.", "Vail, Christopher L."])
        // The configuration breaks ties by the order of its options, which is a lot handed in here.
        let ordered = try RCTabElection(
            "rcv/features/tiebreak_use_permutation_in_config_test", "tiebreak_use_permutation_in_config_test",
            csv: "rcv/features/_shared/simple_ess_cvr.csv")
        let ties = TieBreaking([.lot(Lot(seed: "the order in the configuration", order: [0, 1, 2, 3]))])
        let broken = try InstantRunoff(CountingSettings(ties: ties, ballotRules: ordered.rules)).count(
            ordered.ballots)
        #expect(broken.winnerNames == ["Mookie Blaylock"])
    }

    @Test(
        "a transferable vote with the tabulator's four decimals elects the same",
        arguments: [
            ("minneapolis_multi_seat_threshold", 5), ("test_set_multi_winner_whole_threshold", 1),
            ("test_set_allow_only_one_winner_per_round", 1),
        ])
    func seats(name: String, rounds: Int) throws {
        let election = try RCTabElection("rcv/features/\(name)", name)
        let settings = CountingSettings(
            seats: election.config.rules.numberOfWinners.number ?? 1, ballotRules: election.rules, decimals: 4
        )
        let tally = try ScottishSTV(settings).count(election.ballots)
        let elected = election.report.results.flatMap(\.tallyResults).compactMap(\.elected)
        #expect(Set(tally.winnerNames) == Set(elected))
        #expect(tally.tied == [])
        try compare(election, tally, rounds: rounds)
    }

    @Test("one seat after the other elects whom the tabulator's passes elect") func passes() throws {
        let folder = "rcv/features/2013_minneapolis_park_sequential"
        let file = try BallotFile.read(Published.text("\(folder)/2013_minneapolis_park_sequential.abif"))
        let tally = try InstantRunoff(CountingSettings(seats: 3, variant: "sequential")).count(file.ballots)
        #expect(tally.winnerNames == ["JOHN ERWIN", "ANNIE YOUNG", "MEG FORNEY"])
        #expect(tally.tied == [])
    }
}
