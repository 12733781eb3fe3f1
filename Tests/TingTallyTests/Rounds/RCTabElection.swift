import Foundation

@testable import TingTally

/// A published test of the tabulator RCTab: its configuration, its ballots as they were cast, its report.
struct RCTabElection: Sendable {
    struct Config: Decodable {
        struct Candidate: Decodable {
            let name: String
            let excluded: Bool?
        }

        struct Source: Decodable {
            let firstVoteColumnIndex: Loose?
            let overvoteDelimiter: String?
            let overvoteLabel: String?
            let skippedRankLabel: String?
            let undeclaredWriteInLabel: String?
        }

        struct Rules: Decodable {
            let overvoteRule: String
            let winnerElectionMode: String
            let numberOfWinners: Loose
            let maxSkippedRanksAllowed: Loose
            let maxRankingsAllowed: Loose
            let continueUntilTwoCandidatesRemain: Bool?
        }

        let candidates: [Candidate]
        let cvrFileSources: [Source]
        let rules: Rules
    }

    /// A number that is written as one, or as text.
    struct Loose: Decodable, Sendable {
        let number: Int?

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            number = (try? value.decode(Int.self)) ?? (try? value.decode(String.self)).flatMap { Int($0) }
        }
    }

    struct Report: Decodable {
        struct Round: Decodable {
            let tally: [String: String]
            let inactiveBallots: [String: String]
            let tallyResults: [Result]
        }

        struct Result: Decodable {
            let elected: String?
            let eliminated: String?
        }

        let results: [Round]
    }

    let config: Config
    let ballots: RankedBallots
    let report: Report

    /// Reads the files; `csv` is where the ballots are, if not beside the configuration.
    init(_ folder: String, _ name: String, csv: String? = nil) throws {
        config = try JSONDecoder().decode(
            Config.self, from: Data(Published.text("\(folder)/\(name)_config.json").utf8))
        report = try JSONDecoder().decode(
            Report.self, from: Data(Published.text("\(folder)/\(name)_expected_detailed_report.json").utf8))
        ballots = try Self.ballots(Published.text(csv ?? "\(folder)/\(name)_cvr.csv"), config)
    }

    /// The rules of the configuration as ours.
    var rules: BallotRules {
        BallotRules(
            overvotes: [
                "alwaysSkipToNextRank": .skip, "exhaustImmediately": .exhaust,
                "exhaustIfMultipleContinuing": .exhaustIfMultipleContinuing,
            ][config.rules.overvoteRule],
            mostSkippedRanks: config.rules.maxSkippedRanksAllowed.number,
            mostRanks: config.rules.maxRankingsAllowed.number)
    }

    /// The cells of a line; none of these files quotes a line end.
    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The ballots, rank by rank: the first of repeated choices stands, and an overvote whose options are not
    /// named is one between options that the ballot does not name elsewhere.
    private static func ballots(_ text: String, _ config: Config) throws -> RankedBallots {
        let source = config.cvrFileSources[0]
        // The tests in the common data format have a number and the ranks.
        let first = (source.firstVoteColumnIndex?.number ?? 2) - 1
        let writeIn = source.undeclaredWriteInLabel.flatMap { $0.isEmpty ? nil : $0 }
        let names = config.candidates.filter { $0.excluded != true }.map(\.name)
        var box = try RankedBallots(options: names + (writeIn == nil ? [] : ["Undeclared Write-ins"]))
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let ranks = cells(line).dropFirst(first)
            let named = Set(ranks.flatMap { $0.split(separator: "|").map(String.init) })
            let free = box.options.indices.filter { option in
                !named.contains { $0 == box.options[option] || "Candidate \($0) Name" == box.options[option] }
            }
            var seen: Set<Int> = []
            var ranking: [[Int]] = []
            for cell in ranks.prefix(config.rules.maxRankingsAllowed.number ?? ranks.count) {
                if cell == "overvote" {
                    ranking.append(Array(free.filter { !seen.contains($0) }.prefix(2)))
                    seen.formUnion(ranking[ranking.count - 1])
                    continue
                }
                let options = cell.split(separator: "|").compactMap { part in
                    writeIn == String(part)
                        ? names.count
                        : box.options.firstIndex { $0 == part || $0 == "Candidate \(part) Name" }
                }
                ranking.append(options.filter { seen.insert($0).inserted })
            }
            try box.append(ranking: ranking)
        }
        return box
    }
}
