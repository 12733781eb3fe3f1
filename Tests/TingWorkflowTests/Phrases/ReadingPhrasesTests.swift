import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading phrases") struct ReadingPhrasesTests {
    /// The codes that a phrase gets in the place of another.
    private func codes(_ phrase: String, for old: String) throws -> [String] {
        try Steward.inspect(Steward.request((old, phrase))).codes
    }

    @Test(
        "a duration is a whole number and a unit, one of them in the singular",
        arguments: [
            ("1 day", true), ("2 days", true), ("48 hours", true), ("90 minutes", true), ("1 week", true),
            ("6 months", true), ("1 year", true), ("10000 days", true), ("10001 days", false),
            ("0 days", false), ("-1 days", false), ("1 days", false), ("2 day", false),
            ("1.5 days", false),
            ("days", false), ("7", false), ("7 days long", false), ("7days", false), ("٣ days", false),
        ])
    func duration(phrase: String, isRead: Bool) throws {
        let found = try codes("lasts: \(phrase)", for: "lasts: 7 days")
        #expect(found.filter { !["acting-at-once", "vote-on-a-weekend"].contains($0) }.isEmpty == isRead)
    }

    @Test(
        "a share is a comparison, a fraction and a base",
        arguments: [
            ("more than 1/2 of votes cast", []), ("at least 2/3 of votes cast", []),
            ("at least 1/1 of electorate", []), ("at least 1 of present", ["present-not-counted"]),
            ("more than 1/2 of class workers", []), ("at least 1/2 of class", ["phrase-unfinished"]),
            ("at least 1/2 of class crew", ["unknown-class"]),
            ("more than 1/2 of electorate without abstentions", []),
            ("more than 1/2 of electorate without", ["phrase-share"]),
            ("more than 0.5 of seats", ["decimal-number"]),
            ("more than 1/1 of electorate", ["share-size"]),
            ("at least 3/2 of electorate", ["share-size"]),
            ("more than 0/5 of electorate", ["share-size"]), ("more than 66% of votes cast", ["percent"]),
            ("more than 66 % of votes cast", ["percent"]),
            ("at most 1/2 of votes cast", ["phrase-share"]),
            ("more 1/2 of votes cast", ["phrase-share"]),
            ("more than half of votes cast", ["phrase-share"]),
            ("more than 1/2", ["phrase-unfinished"]), ("more than 1/2 of", ["phrase-unfinished"]),
            ("more than 1/2 of voters", ["share-base"]),
            ("more than 1/0 of votes cast", ["phrase-share"]),
            ("more than 1/2 of votes cast today", ["phrase-share"]),
        ])
    func share(phrase: String, expected: [String]) throws {
        #expect(try codes(phrase, for: "more than 1/2 of votes cast") == expected)
    }

    @Test(
        "a percentage is refused with the fraction to write",
        arguments: [
            ("66 %", "33/50"), ("66.6%", "333/500"), ("50%", "1/2"), ("75 %", "3/4"), ("100%", "1"),
        ])
    func percent(phrase: String, fraction: String) throws {
        let text = try Steward.request(("more than 1/2 of", "at least \(phrase) of"))
        #expect(try Steward.inspect(text).findings.map(\.suggestion) == [fraction])
    }

    @Test(
        "an amount is a number, a name or a formula over those who may act",
        arguments: [
            ("at least 5", []), ("at least K", []), ("more than K + 1", []), ("at least 3 * K", []),
            ("at least 1/10 of members", []), ("at least min(5, K)", []), ("at least sqrt(members)", []),
            ("at least", ["phrase-unfinished"]), ("5", ["phrase-amount"]),
            ("at least L", ["unknown-formula"]),
            ("at least 5 %", ["formula-percent"]), ("at least min(5)", ["formula-comma-expected"]),
        ])
    func amount(phrase: String, expected: [String]) throws {
        let text = try Steward.request(
            ("at least 5", phrase),
            ("rules:\n", "formulas:\n  K: min(5, 1/2 * sqrt(electorate))\nrules:\n"))
        #expect(try Steward.inspect(text).codes == expected)
    }

    @Test(
        "people are a relation, members, a role or a class, and so many of them",
        arguments: [
            ("author", []), ("co-authors", []), ("any member", []), ("members", []), ("board", []),
            ("workers", []), ("2 of maintainers", []), ("1 of board", []), ("each of board", []),
            ("[author, board]", []), ("[2 of board, author]", ["number-in-list"]),
            ("boards", ["unknown-people"]),
            ("2 maintainers", ["people-without-of"]), ("2", ["phrase-unfinished"]),
            ("0 of board", ["phrase-people"]),
            ("member", ["unknown-people"]), ("any of board", ["unknown-people"]),
            ("board and author", ["phrase-people"]),
        ])
    func people(phrase: String, expected: [String]) throws {
        let action = "ended: vote\n    actions:\n      recall: {by: \(phrase), goto: lapsed}"
        #expect(try codes(action, for: "ended: vote") == expected)
    }

    @Test("people are told by name as the file writes them")
    func peopleAsText() {
        #expect(People.author.description == "author")
        #expect(People.anyMember.description == "any member")
        #expect(People([.role("board")], .several(2)).description == "2 of board")
        #expect(People([.role("board"), .memberClass("users")]).description == "board, users")
    }

    @Test("the caret stands under the word that is wrong, in quotes and out of them")
    func carets() throws {
        let plain = try Steward.inspect(Steward.request(("lasts: 7 days", "lasts: 7 dyas"))).findings
        #expect(plain.map(\.mark) == [Mark(line: 46, column: 14)])
        #expect(plain.map(\.width) == [4])
        let quoted = try Steward.inspect(Steward.request(("lasts: 7 days", "lasts: \"7 dyas\"")))
            .findings
        #expect(quoted.map(\.mark.column) == [15])
        let block = try Steward.inspect(
            Steward.request(("lasts: 7 days", "lasts: >-\n      7\n      dyas"))
        ).findings
        #expect(block.count == 1)
    }

    @Test("clocks are read in all their forms")
    func clocks() throws {
        func clock(_ text: String, _ more: String = "") throws -> Clock? {
            let lasts = "lasts: {at-least: 14 days, at-most: 60 days, ended-by: facilitator}"
            let inspection = try Steward.inspect(Steward.request((lasts, "lasts: \(text)\(more)")))
            return try #require(inspection.workflow, "\(inspection.codes)").state("deliberation")?.clock
        }
        let days = { (count: Int) in BySubject(Period(count, .days)) }
        #expect(try clock("14 days") == .exactly(days(14)))
        #expect(
            try clock("{at-most: 60 days}") == .between(atLeast: nil, atMost: days(60), endedBy: nil))
        #expect(
            try clock(
                "{ends-after: 2 weeks, extendable-to: 3 weeks, each-amendment: 1 week left, adjusted-by: {role: board, by-at-most: 1 week}}"
            )
                == .extendable(
                    .init(
                        endsAfter: Period(2, .weeks), extendableTo: Period(3, .weeks),
                        leftAfterAmendment: Period(1, .weeks),
                        adjustment: .init(by: People([.role("board")]), atMost: Period(1, .weeks)))))
        let action = "\n    waits-for: the audit\n    actions:\n      go-on: {by: board, goto: vote}"
        #expect(try clock("waits", action) == .waits(for: Wording(plain: "the audit")))
    }
}
