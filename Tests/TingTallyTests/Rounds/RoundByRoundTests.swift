import Testing

@testable import TingTally

/// A count with the votes of every round, from a case file.
struct RoundCase: Decodable, CustomTestStringConvertible {
    struct Round: Decodable {
        /// The votes of the options in the order of the paper.
        let votes: [String]
        let exhausted: String
    }

    let id: String
    let file: String
    let method: String
    let seats: Int
    let elected: [String]
    let rounds: [Round]

    var testDescription: String { id }
}

/// What a transcript says of the rounds.
struct RoundTable {
    /// The votes by option.
    var votes: [String: Fraction] = [:]
    var exhausted = Fraction(0)
    var lost = Fraction(0)

    /// The rounds of a tally, in order.
    static func all(of tally: Tally) -> [RoundTable] {
        tally.transcript.steps.filter { $0.statement.code.hasPrefix("round-") }.compactMap(\.table).map {
            table in
            var round = RoundTable()
            for row in table.rows {
                let value: Fraction =
                    switch row.cells[0] {
                    case .number(let number): Fraction(number)
                    case .fraction(let fraction): fraction
                    default: Fraction(-1)
                    }
                switch row.name {
                case .text(let name): round.votes[name] = value
                case .term("round-exhausted"): round.exhausted = value
                default: round.lost = value
                }
            }
            return round
        }
    }

    /// A decimal as an exact fraction.
    static func exact(_ text: String) throws -> Fraction {
        let parts = text.split(separator: ".")
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        let scale = decimals.reduce(1) { power, _ in power * 10 }
        let whole = try #require(Int("\(parts[0])\(decimals)"))
        return try Fraction(whole, scale)
    }
}

@Suite("Counting round by round") struct CountingRoundByRoundTests {
    static let cases = (try? Published.caseValue("rounds/cases.json", as: [RoundCase].self)) ?? []

    @Test("there are cases") func present() { #expect(Self.cases.count >= 3) }

    @Test("every round has the votes of the published count", arguments: cases) func rounds(
        _ given: RoundCase
    ) throws {
        let ballots = try BallotFile.read(Published.caseText("rounds/" + given.file)).ballots
        let settings = CountingSettings(seats: given.seats)
        let tally = try CountingMethods.method(named: given.method, settings: settings).count(ballots)
        #expect(tally.winnerNames == given.elected)
        #expect(tally.tied == [])
        let rounds = RoundTable.all(of: tally)
        #expect(rounds.count == given.rounds.count)
        for (number, (round, expected)) in zip(rounds, given.rounds).enumerated() {
            for (option, votes) in zip(tally.options, expected.votes) {
                #expect(
                    try round.votes[option] ?? Fraction(0) == RoundTable.exact(votes),
                    "round \(number + 1), \(option)")
            }
            #expect(try round.exhausted == RoundTable.exact(expected.exhausted), "round \(number + 1)")
        }
    }
}
