import Testing

@testable import TingTally

@Suite("Seating winners") struct SeatingWinnersTests {
    private let names = ["A", "B", "C", "D"]

    private func seat(
        _ ranking: [[Int]], seats: Int, ties: [TieBreak] = [], groups: [String?]? = nil, most: Int = 1
    ) throws -> (Seating, [String]) {
        var transcript = Transcript()
        let settings = CountingSettings(
            seats: seats, ties: TieBreaking(ties), groupCap: groups.map { GroupCap(groups: $0, most: most) })
        let seating = try Seating(ranking, settings, names: names, writing: &transcript)
        return (seating, transcript.statements.map(\.code))
    }

    @Test("whole sets take seats from the top, and nothing is said of ties that do not matter") func sets()
        throws
    {
        let (seating, lines) = try seat([[0, 2], [1, 3]], seats: 2)
        #expect(seating.winners == [0, 2])
        #expect(seating.tied.isEmpty)
        #expect(lines.isEmpty)
    }

    @Test("a set larger than the seats left is tied for them") func crowd() throws {
        let (seating, lines) = try seat([[0], [1, 2, 3]], seats: 2)
        #expect(seating.winners == [0, 1, 2, 3])
        #expect(seating.tied == [1, 2, 3])
        #expect(lines == ["tie-found"])
    }

    @Test(
        "a lot decides by its order and says so", arguments: [([3, 1], [1, 2]), ([2, 1, 0, 3], [2, 1])])
    func lot(order: [Int], winners: [Int]) throws {
        let lot = Lot(seed: "dice", order: order)
        let (seating, lines) = try seat([[1, 2]], seats: 2, ties: [.lot(lot)])
        #expect(seating.winners == [1, 2])
        #expect(lines.isEmpty, "both have a seat, so nothing is drawn")
        let (one, said) = try seat([[1, 2]], seats: 1, ties: [.lot(lot)])
        #expect(one.winners == [winners[0] == 1 ? 1 : 2])
        #expect(said == ["tie-found", "tie-broken-by-lot"])
    }

    @Test("a casting vote that names one of three leaves the other two tied") func casting() throws {
        let (seating, _) = try seat([[0, 1, 2]], seats: 2, ties: [.castingVote(by: "chair", order: [1])])
        #expect(seating.winners == [1, 0, 2])
        #expect(seating.tied == [0, 2])
        #expect(seating.ranking == [[1], [0, 2]])
    }

    @Test("a casting vote that names an option twice gives it one seat") func twice() throws {
        let (seating, _) = try seat([[0, 1, 2]], seats: 2, ties: [.castingVote(by: nil, order: [0, 0])])
        #expect(seating.winners == [0, 1, 2])
        #expect(seating.tied == [1, 2])
    }

    @Test("more seats than can be counted are refused") func tooManySeats() {
        #expect(throws: TallyError.self) {
            try CountingMethods.method(named: "meek-stv", settings: CountingSettings(seats: 1_001))
        }
    }

    @Test("after a way that leaves the tie, no later way is asked") func fail() throws {
        let lot = TieBreak.lot(Lot(seed: "s", order: [1, 0]))
        let (seating, lines) = try seat([[0, 1]], seats: 1, ties: [.fail, lot])
        #expect(seating.tied == [0, 1])
        #expect(lines == ["tie-found", "tie-left"])
        #expect(try seat([[0, 1]], seats: 1, ties: [.revote]).1 == ["tie-found", "tie-left-to-revote"])
    }

    @Test("a way that can never be reached is refused") func unreachable() throws {
        let lot = TieBreak.lot(Lot(seed: "s", order: [1, 0]))
        for first in [TieBreak.fail, .revote, lot] {
            let settings = CountingSettings(
                ties: TieBreaking([.castingVote(by: nil, order: [0]), first, .fail]))
            do {
                _ = try CountingMethods.method(named: "plurality", settings: settings)
                Issue.record("a refusal was expected")
            } catch { #expect(error.statement.code == "tie-break-unreachable") }
        }
        let settings = CountingSettings(ties: TieBreaking([.castingVote(by: nil, order: [0]), lot]))
        _ = try CountingMethods.method(named: "plurality", settings: settings)
    }

    @Test("a cap passes over the third of a group", arguments: [(1, [0, 3]), (2, [0, 1]), (3, [0, 1])])
    func cap(most: Int, winners: [Int]) throws {
        let groups = ["Acme", "Acme", "Acme", nil]
        let (seating, lines) = try seat([[0], [1], [2], [3]], seats: 2, groups: groups, most: most)
        #expect(seating.winners == winners)
        #expect(lines == Array(repeating: "group-cap-reached", count: most == 1 ? 2 : 0))
    }

    @Test("two of one group tied for its one seat leave the next seat to the next set") func crowdedCap()
        throws
    {
        let (seating, _) = try seat([[0, 1], [2]], seats: 2, groups: ["Acme", "Acme", nil, nil])
        #expect(seating.winners == [0, 1, 2])
        #expect(seating.tied == [0, 1])
        let (broken, _) = try seat(
            [[0, 1], [2]], seats: 2, ties: [.castingVote(by: nil, order: [1])],
            groups: ["Acme", "Acme", nil, nil])
        #expect(broken.winners == [1, 2])
        #expect(broken.tied.isEmpty)
    }

    /// A and B of Acme share its one seat and C has the second; for the third there is nobody.
    @Test("a seat that a cap leaves to nobody is empty, and is none that anybody is tied for")
    func emptySeat()
        throws
    {
        let groups = ["Acme", "Acme", nil]
        var ballots = try RankedBallots(options: ["A", "B", "C"])
        for (option, weight) in [(0, 3), (1, 3), (2, 1)] {
            try ballots.append(ranking: [[option]], weight: weight)
        }
        let settings = CountingSettings(seats: 3, groupCap: GroupCap(groups: groups, most: 1))
        let tally = try Plurality(settings).count(ballots)
        #expect(tally.tiedNames == ["A", "B"])
        #expect(tally.tiedSeats == 1)
        #expect(tally.emptySeats == 1)
        let lines = tally.transcript.statements
        #expect(lines.first { $0.code == "last-seats-tied" }?["seats"] == .number(1))
        #expect(lines.last?.code == "seats-stay-empty")
    }

    @Test("seats beyond the options: one fewer, as many, one more", arguments: [(1, 0), (2, 0), (3, 1)])
    func seatsBeyondOptions(seats: Int, empty: Int) throws {
        var ballots = try RankedBallots(options: ["A", "B"])
        try ballots.append(ranking: [[0], [1]])
        for name in ["plurality", "schulze", "scottish-stv", "meek-stv"] {
            let method = try CountingMethods.method(named: name, settings: CountingSettings(seats: seats))
            let tally = try method.count(.ranked(ballots))
            #expect(tally.emptySeats == empty, "\(name)")
            let last = tally.transcript.statements.last
            #expect((last?.code == "seats-beyond-options") == (empty > 0), "\(name)")
            #expect(empty == 0 || last?["empty"] == .number(empty), "\(name)")
        }
    }

    @Test("a cap for other options than those on the paper is refused") func otherOptions() {
        #expect(throws: TallyError.self) { try seat([[0]], seats: 1, groups: ["Acme"]) }
    }
}

@Suite("Standing above the default option") struct StandingAboveTheDefaultTests {
    private func tally(_ winners: [Int], tied: [Int] = [], seats: Int) -> Tally {
        Tally(
            method: "schulze", ballots: 1, options: ["A", "B", "None"], seats: seats, winners: winners,
            tied: tied, ranking: [[0], [1], [2]], transcript: Transcript())
    }

    @Test(
        "who stands before it wins",
        arguments: [
            ([0, 1], [0, 1], VoteOutcome.passed), ([0, 2], [0], .passed), ([0, 2, 1], [0], .passed),
            ([2, 0], [2], .failed), ([], [], .failed),
        ])
    func seats(winners: [Int], elected: [Int], outcome: VoteOutcome) {
        let result = tally(winners, seats: 3).above(defaultOption: 2)
        #expect(result.winners == elected)
        #expect(result.outcome == outcome)
    }

    /// With one seat an option that is level with none of these does not win over it, and with several the
    /// seats go to those who stand strictly above it.
    @Test(
        "who is level with it does not stand above it",
        arguments: [
            ([[0], [1, 2]], [0, 1, 2], 3, [0], VoteOutcome.passed),
            ([[0, 2], [1]], [0, 2], 2, [2], .failed),
            ([[0, 1], [2]], [0, 1], 2, [0, 1], .passed),
        ])
    func level(
        ranking: [[Int]], winners: [Int], seats: Int, elected: [Int], outcome: VoteOutcome
    ) {
        let counted = Tally(
            method: "schulze", ballots: 1, options: ["A", "B", "None"], seats: seats, winners: winners,
            tied: [], ranking: ranking, transcript: Transcript())
        let result = counted.above(defaultOption: 2)
        #expect(result.winners == elected)
        #expect(result.outcome == outcome)
    }

    @Test("without a default option, whoever has won has won") func noDefault() {
        #expect(tally([0, 2], seats: 2).above(defaultOption: nil).outcome == .passed)
        #expect(tally([], seats: 2).above(defaultOption: nil).outcome == .failed)
    }

    @Test("a tie for the last seat stays") func ties() {
        let result = tally([0, 1, 2], tied: [1, 2], seats: 2).above(defaultOption: 2)
        #expect(result.winners == [0, 1, 2])
        #expect(result.tied == [1, 2])
        #expect(result.outcome == .tied)
    }
}
