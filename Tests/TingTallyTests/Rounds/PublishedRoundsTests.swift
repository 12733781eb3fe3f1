import Foundation
import Testing

@testable import TingTally

/// An entry of the index of published votes, as far as counts in rounds are about it.
struct PublishedElection: Decodable, CustomTestStringConvertible {
    struct Expected: Decodable {
        let method: String?
        let seats: Int?
        let winners: [String]?
        let count_check: Bool
        let why_no_check: String?
    }

    let id: String
    let normalised: [String: String]?
    let expected: Expected?

    var testDescription: String { id }

    private enum CodingKeys: String, CodingKey { case id, normalised, expected }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        normalised = try? values.decode([String: String].self, forKey: .normalised)
        expected = try? values.decode(Expected.self, forKey: .expected)
    }

    /// The options that a lot can elect, where the index says that one decides.
    var possible: Set<String>? {
        guard let text = expected?.why_no_check,
            let range = text.range(of: "decided by lot: possible winners ")
        else { return nil }
        // Names hold commas themselves, so the options of the ballot paper are looked for in the text.
        let list = String(text[range.upperBound...])
        return (try? ballots("abif")).map { file in Set(file.ballots.options.filter(list.contains)) }
    }

    /// The ballots in this format.
    func ballots(_ format: String) throws -> BallotFile {
        try BallotFile.read(Published.text(try #require(normalised?[format])))
    }

    /// All entries whose result is counted by this method.
    static func all(_ methods: Set<String>) -> [PublishedElection] {
        guard Published.folder != nil, let text = try? Published.text("index.json"),
            let all = try? JSONDecoder().decode([PublishedElection].self, from: Data(text.utf8))
        else { return [] }
        return all.filter { $0.expected?.method.map(methods.contains) ?? false && $0.normalised != nil }
    }
}

@Suite(
    "Counting published elections in rounds", .enabled(if: Published.folder != nil, "\(Published.missing)"))
struct CountingPublishedElectionsInRoundsTests {
    static let methods: Set<String> = ["plurality", "irv", "scottish-stv", "meek-stv"]

    @Test("elects the published winners without any lot", arguments: PublishedElection.all(methods))
    func winners(election: PublishedElection) throws {
        let expected = try #require(election.expected)
        let name = try #require(expected.method)
        for format in ["abif", "blt"] where election.normalised?[format] != nil {
            let file = try election.ballots(format)
            let settings = CountingSettings(seats: expected.seats ?? file.seats ?? 1)
            let tally = try CountingMethods.method(named: name, settings: settings).count(file.ballots)
            if expected.count_check {
                #expect(Set(tally.winnerNames) == Set(expected.winners ?? []), "\(format)")
                #expect(tally.tied == [], "\(format)")
            } else {
                #expect(Set(tally.tiedNames) == election.possible, "\(format)")
            }
        }
    }

    /// One round of a report: the votes of every option that is named with them, and where the rest is.
    private struct Reported {
        var votes: [String: String] = [:]
        var exhausted = ""
        var lost = ""
    }

    /// The rounds of a report of the program Droop: the state after each transfer.
    private func rounds(of report: String) -> [Reported] {
        var rounds: [Reported] = []
        var current: Reported?
        for line in report.split(separator: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("Action:") || text.hasPrefix("Round") {
                if let current { rounds.append(current) }
                let isState =
                    text == "Action: Begin Count" || text.hasPrefix("Action: Surplus transferred")
                    || text.hasPrefix("Action: Transfer defeated")
                current = isState ? Reported() : nil
            } else if let colon = text.firstIndex(of: ":"), current != nil {
                let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                switch text[..<colon] {
                case "Hopeful", "Pending", "Elected":
                    guard let open = value.lastIndex(of: "(") else { continue }
                    let name = value[..<open].trimmingCharacters(in: .whitespaces)
                    current?.votes[name] = String(value[value.index(after: open)...].dropLast())
                case "Nontransferable votes": current?.exhausted = value
                case "Residual": current?.lost = value
                default: continue
                }
            }
        }
        return rounds
    }

    @Test(
        "Scottish rounds are those of the reference reports: votes, transfers, quota, what is lost",
        arguments: [
            ("Hillhead-2007", "glasgow_2007_hillhead", 4, "1797"),
            ("Partick-West-2007", "glasgow_2007_partick", 4, "2549"),
        ])
    func report(name: String, ward: String, seats: Int, quota: String) throws {
        let reported = rounds(of: try Published.text("scotland/droop_reference/\(name).report.txt"))
        let file = try BallotFile.read(Published.text("scotland/\(ward).blt"))
        let tally = try ScottishSTV(CountingSettings(seats: seats)).count(file.ballots.ranked())
        let tables = tally.transcript.steps.filter { $0.statement.code.hasPrefix("round-") }.compactMap(
            \.table)
        #expect(tables.count == reported.count)
        func decimal(_ value: FactValue?) -> String {
            switch value {
            case .number(let number): "\(number).00000"
            case .fraction(let fraction):
                { (parts: Int) in
                    "\(parts / 100_000)." + String("\(100_000 + parts % 100_000)".dropFirst())
                }(fraction.numerator * (100_000 / fraction.denominator))
            default: ""
            }
        }
        for (table, round) in zip(tables, reported) {
            var votes: [String: String] = [:]
            var other: [String: String] = [:]
            for row in table.rows {
                switch row.name {
                case .text(let name) where row.cells[2] != .term("round-excluded"):
                    votes[name.lowercased().filter { $0 != " " }] = decimal(row.cells[0])
                case .term(let term): other[term] = decimal(row.cells[0])
                default: continue
                }
            }
            let expected = Dictionary(
                uniqueKeysWithValues: round.votes.map { ($0.key.lowercased().filter { $0 != " " }, $0.value) }
            )
            #expect(votes == expected)
            #expect(other["round-exhausted"] == round.exhausted)
            #expect(other["round-lost"] ?? "0.00000" == round.lost)
        }
        let line = tally.transcript.statements.first { $0.code == "quota" }
        #expect(decimal(line?["quota"]) == quota + ".00000")
    }
}
