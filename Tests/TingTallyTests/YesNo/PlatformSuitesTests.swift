import Testing
import TingTally

/// The rows of the decision tables of existing platforms that are counts of yes, no and abstain.
@Suite("Deciding as existing platforms do") struct DecidingAsPlatformsDoTests {
    struct Cases: Decodable {
        struct Row: Decodable {
            let id: String
            let rule: String
            let counts: [Int]
            let open: Bool
            let then: String
        }
        struct Other: Decodable {
            let id: String
            let reason: String
        }
        let rules: [String: RuleText]
        let rows: [Row]
        let others: [Other]
    }

    private static let suites = [
        "bravo", "ccf", "daodao", "gitvote", "liquidfeedback", "oneclickorgs", "openzeppelin",
    ]

    private func cases() throws -> Cases {
        try Published.caseValue("platform-suites/cases.json", as: Cases.self)
    }

    private func result(_ row: Cases.Row, _ rule: YesNoRule) throws -> String {
        let ballots = try YesNoBallots(
            whole: ChoiceCount(
                eligible: row.counts[3], yes: row.counts[0], no: row.counts[1], abstain: row.counts[2]))
        guard row.open else {
            return try rule.decide(ballots).outcome == .passed ? "passed" : "rejected"
        }
        if try rule.decided(ballots) == .passed { return "passed" }
        return try rule.canStillPass(ballots) ? "open" : "rejected"
    }

    @Test("every row that is a count ends as it does there") func rows() throws {
        let cases = try cases()
        for row in cases.rows {
            let rule = try #require(cases.rules[row.rule], "\(row.id)").rule(named: row.rule)
            #expect(try result(row, rule) == row.then, "\(row.id)")
        }
    }

    @Test("77 rows are counted; 48 are something else than a count, each by its reason") func complete()
        throws
    {
        let cases = try cases()
        func suite(_ id: String) -> String { String(id.prefix { $0 != "-" }) }
        let counted = Self.suites.map { name in cases.rows.count { suite($0.id) == name } }
        let listed = Self.suites.map { name in cases.others.count { suite($0.id) == name } }
        #expect(counted == [1, 3, 40, 1, 2, 23, 7])
        #expect(listed == [0, 10, 5, 0, 2, 1, 30])
        #expect(cases.others.allSatisfy { !$0.reason.isEmpty })
    }

    @Test(
        "no row of the tables is left out",
        .enabled(if: Published.folder != nil, Comment(rawValue: Published.missing)))
    func allRows() throws {
        struct Line: Decodable { let id: String }
        let cases = try cases()
        var published: [String] = []
        for suite in Self.suites {
            published += try Published.value("scenarios/\(suite).json", as: [Line].self).map(\.id)
        }
        #expect((cases.rows.map(\.id) + cases.others.map(\.id)).sorted() == published.sorted())
    }
}
