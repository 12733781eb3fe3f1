import Testing
import TingTally

/// 30 yes, 25 no, 10 abstain and 35 silent of 100, under the rules of thirteen systems.
@Suite("Deciding one vote by thirteen rules") struct DecidingByThirteenRulesTests {
    struct Cases: Decodable {
        struct Row: Decodable {
            let row: Int
            let system: String
            let rule: RuleText
            let outcome: String
            let there: String
            let explained: [Explanation]
        }

        struct Other: Decodable {
            let row: Int
            let system: String
            let reason: String
            let outcome: String?
        }

        /// A code and some of its facts.
        struct Explanation: Decodable {
            let code: String
            let facts: [String: String]

            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                code = try values.decode(String.self)
                facts = try values.decode([String: String].self)
            }
        }

        let given: CountsText
        let rows: [Row]
        let others: [Other]
    }

    private func cases() throws -> Cases {
        try Published.caseValue("thirteen-rules/cases.json", as: Cases.self)
    }

    @Test("each row that is a rule over yes, no and abstain ends as in its system, and says why") func rows()
        throws
    {
        let cases = try cases()
        let ballots = try cases.given.ballots()
        for row in cases.rows {
            let verdict = try row.rule.rule(named: row.system).decide(ballots)
            #expect(verdict.outcome.rawValue == row.outcome, "\(row.system)")
            #expect((verdict.outcome == .passed) == row.there.hasPrefix("adopted"), "\(row.system)")
            for expected in row.explained {
                let found = verdict.transcript.statements.first { $0.code == expected.code }
                let statement = try #require(found, "\(row.system): \(expected.code)")
                for (name, value) in expected.facts {
                    #expect(statement[name]?.plain == value, "\(row.system): \(expected.code), \(name)")
                }
            }
        }
    }

    @Test("row 10, counted by the Debian rule: 30 above the default option where 40 are needed") func debian()
        throws
    {
        let given = try cases().given
        var ballots = try RankedBallots(options: ["Option", "Default"])
        try ballots.append(ranking: [[0], [1]], weight: given.yes)
        try ballots.append(ranking: [[1], [0]], weight: given.no)
        try ballots.append(ranking: [[0, 1]], weight: given.abstain)
        let tally = try DebianRule(defaultOption: 1, quorum: Surd(40)).count(ballots)
        #expect(tally.winnerNames == ["Default"])
        #expect(tally.outcome == .noQuorum)
        #expect(tally.dropped == [DroppedOption(option: 0, lack: .quorum)])
    }

    @Test("all thirteen rows are here, and those of another kind give their reason") func complete() throws {
        let cases = try cases()
        #expect((cases.rows.map(\.row) + cases.others.map(\.row)).sorted() == Array(1...13))
        #expect(cases.others.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("small majorities: exactly half, exactly two thirds, all abstaining") func majorityVectors() throws
    {
        struct Vectors: Decodable {
            struct Row: Decodable {
                let id: String
                let given: CountsText
                let rule: RuleText
                let outcome: String
                let quorumMet: Bool
            }
            let rows: [Row]
        }
        let vectors = try Published.caseValue("majority-vectors/cases.json", as: Vectors.self)
        #expect(vectors.rows.count == 6)
        for row in vectors.rows {
            let verdict = try row.rule.rule(named: row.id).decide(try row.given.ballots())
            #expect(verdict.outcome.rawValue == row.outcome, "\(row.id)")
            #expect(
                verdict.transcript.statements.contains { $0.code == "quorum-met" } == row.quorumMet,
                "\(row.id)")
        }
    }
}
