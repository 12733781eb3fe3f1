import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Spending budgets and capping groups")
struct SpendingBudgetsTests {
    /// 800 to spend by the greedy rule, on options from the round alone.
    static let greedy = [
        ("count: approval", "count: greedy-budget, skip\n    budget: 800"),
        ("options: {by: any member}", "options: {by: any member, cost: at most the budget}"),
        ("options from round, default None of these", "only options from round, no default"),
    ]

    /// Two seats, of which one group may have one.
    static let capped = [
        ("count: approval", "count: approval\n    seats: 2\n    group-cap: 1"),
        ("options: {by: any member}", "options: {by: any member, group: optional}"),
        ("options from round, default None of these", "only options from round, no default"),
    ]

    @Test(
        "a cost is an amount above nothing and not above the budget",
        arguments: [
            (nil, ["option-needs-cost"]), ("", ["option-needs-cost"]), ("  ", ["option-needs-cost"]),
            ("0", ["cost-of-nothing"]), ("0.00", ["cost-of-nothing"]), ("0.01", []), ("799.99", []),
            ("800", []), ("800.00", []), ("800.01", ["cost-above-budget"]), ("-5", ["cost-not-an-amount"]),
            ("5.", ["cost-not-an-amount"]), (".5", ["cost-not-an-amount"]), ("5.125", ["cost-not-an-amount"]),
            ("1/2", ["cost-not-an-amount"]), ("1,000", ["cost-not-an-amount"]),
            ("500 EUR", ["cost-not-an-amount"]), ("1e3", ["cost-not-an-amount"]),
            ("999999999999", ["cost-above-budget"]), ("1000000000000", ["cost-not-an-amount"]),
        ] as [(String?, [String])])
    func costs(cost: String?, codes: [String]) throws {
        var sitting = try Sitting(file: "choices", changing: Self.greedy)
        try sitting.propose()
        guard codes.isEmpty else {
            return #expect(try sitting.refusal { try $0.offer("Racks", by: "bo", cost: cost) } == codes)
        }
        try sitting.offer("Racks", by: "bo", cost: cost)
        #expect(try sitting.proposal.options.first?.offered.cost == cost.flatMap(Fraction.init(money:)))
    }

    @Test("any amount may be above the budget, and cannot be paid for")
    func anyAmount() throws {
        var changes = Self.greedy
        changes[1].1 = "options: {by: any member, cost: any amount}"
        var sitting = try Sitting(file: "choices", changing: changes)
        try sitting.propose()
        try sitting.offer("Racks", by: "bo", cost: "800.01")
        try sitting.wait(Period(14, .days))
        for id in ["ada", "bo", "cy"] { try sitting.vote("B", by: id) }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.outcome == "failed" && closed.winners == [])
        #expect(try sitting.codes.contains("budget-skipped"))
    }

    /// B and C have three approvals each; 500 + 300 = 800 pays for both, and nothing is left for D.
    @Test("costs and the budget are frozen at the opening, and the count spends by them")
    func ordinaryCourse() throws {
        var sitting = try Sitting(file: "choices", changing: Self.greedy)
        try sitting.propose()
        try sitting.offer("Racks", by: "bo", cost: "500")
        try sitting.offer("Coffee", by: "cy", cost: "300")
        try sitting.offer("Quiet room", by: "di", cost: "0.50")
        try sitting.wait(Period(14, .days))
        let opened = try #require(try sitting.proposal.openVote)
        #expect(opened.budget == Fraction(800))
        #expect(opened.options.map(\.cost) == [Fraction(500), Fraction(300), try Fraction(1, 2)])
        for id in ["ada", "bo", "cy"] { try sitting.vote("B,C", by: id) }
        for id in ["di", "eve"] { try sitting.vote("D", by: id) }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.outcome == "passed" && closed.winners == ["B", "C"])
    }

    /// B has two approvals and is paid for in any case; 300 are left, and C and D, with one each, cost that much.
    @Test("what is tied for the last of the money is not paid for where a tie fails, and the rest is")
    func tiedRest() throws {
        for (tie, outcome, winners) in [("fails", "passed", ["B"]), ("outcome", "tied", ["B", "C", "D"])] {
            var changes = Self.greedy + [("tie: fails", "tie: \(tie)")]
            if tie == "outcome" {
                changes.append(
                    (
                        "{passed: adopted, failed: rejected}",
                        "{passed: adopted, failed: rejected, tied: rejected}"
                    ))
            }
            var sitting = try Sitting(file: "choices", changing: changes)
            try sitting.propose()
            for (title, id, cost) in [("B", "bo", "500"), ("C", "cy", "300"), ("D", "di", "300")] {
                try sitting.offer(title, by: id, cost: cost)
            }
            try sitting.wait(Period(14, .days))
            for (id, ballot) in [("ada", "B,C"), ("bo", "B,D")] { try sitting.vote(ballot, by: id) }
            try sitting.wait(Period(7, .days))
            let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
            #expect(closed.outcome == outcome && closed.winners == winners)
            #expect(try sitting.codes.contains("tied-options-unpaid") == (tie == "fails"))
        }
    }

    @Test("the budget may be a field of the proposal, and a new text changes it")
    func budgetOfAField() throws {
        let changes =
            Self.greedy.dropFirst() + [
                ("count: approval", "count: greedy-budget, skip\n    budget: field money"),
                ("rules:", "proposal:\n  fields: {money: \"money, required\"}\nrules:"),
                ("    options: {by", "    amendments: {by: author, at-most: 2}\n    options: {by"),
            ]
        var sitting = try Sitting(file: "choices", changing: Array(changes))
        for (text, code) in [
            (nil, "field-missing"), (" ", "field-missing"), ("0", "field-not-an-amount"),
            ("ten", "field-not-an-amount"),
        ] as [(String?, String)] {
            let fields = text.map { ["money": $0] } ?? [:]
            #expect(try sitting.refusal { try $0.propose(fields: fields) } == [code])
        }
        try sitting.propose(fields: ["money": "800.50"])
        #expect(try sitting.proposal.amounts == ["money": try Fraction(1601, 2)])
        try sitting.offer("Racks", by: "bo", cost: "800.50")
        #expect(try sitting.refusal { try $0.amend() } == ["field-missing"])
        try sitting.write(
            .amendment(title: "Less", text: Sitting.text, sections: [], fields: ["money": "300"]))
        #expect(
            try sitting.refusal { try $0.offer("Coffee", by: "cy", cost: "300.01") } == ["cost-above-budget"])
        try sitting.wait(Period(14, .days))
        #expect(try sitting.proposal.openVote?.budget == Fraction(300))
    }

    @Test("a group has one spelling, whatever case and spaces it is given with")
    func spelling() throws {
        var sitting = try Sitting(file: "choices", changing: Self.capped)
        try sitting.propose()
        for (id, group) in [("bo", "Acme  Riders "), ("cy", "ACME riders"), ("di", ""), ("eve", nil)]
            as [(String, String?)]
        {
            try sitting.offer(id, by: id, group: group)
        }
        #expect(
            try sitting.proposal.options.map(\.offered.group) == ["Acme Riders", "Acme Riders", nil, nil])
    }

    @Test("of one group so many may win as the cap says, and the next one moves up")
    func cap() throws {
        var sitting = try Sitting(file: "choices", changing: Self.capped)
        try sitting.propose()
        for (id, group) in [("bo", "Acme"), ("cy", "acme"), ("di", nil)] as [(String, String?)] {
            try sitting.offer(id, by: id, group: group)
        }
        try sitting.wait(Period(14, .days))
        for (id, ballot) in [("ada", "B,C,D"), ("bo", "B,C"), ("cy", "B")] {
            try sitting.vote(ballot, by: id)
        }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.winners == ["B", "D"])
        #expect(try sitting.codes.contains("group-cap-reached"))
    }

    @Test("a group is asked for, taken or refused as the round says")
    func groups() throws {
        var required = Self.capped
        required[1].1 = "options: {by: any member, group: required}"
        var sitting = try Sitting(file: "choices", changing: required)
        try sitting.propose()
        #expect(try sitting.refusal { try $0.offer("O", by: "bo") } == ["option-needs-group"])
        for (length, codes) in [(59, []), (60, []), (61, ["group-too-long"])] {
            let group = String(repeating: "g", count: length)
            let refusal = try? sitting.refusal { try $0.offer("O", by: "bo", group: group) }
            #expect((refusal ?? []) == codes)
        }
        #expect(
            try sitting.refusal { try $0.offer("O", by: "bo", cost: "5", group: "a\nb") } == [
                "option-has-no-cost", "group-not-one-line",
            ])
        var plain = try Sitting("choices")
        try plain.propose()
        #expect(
            try plain.refusal { try $0.offer("O", by: "bo", cost: "5", group: "a") } == [
                "option-has-no-cost", "option-has-no-group",
            ])
    }

    /// 7 x 7 + 7 x 7 = 98, 8 x 8 + 6 x 6 = 100, 10 x 10 + 1 = 101.
    @Test("votes for credits cost their square")
    func credits() throws {
        var sitting = try Sitting.choices(
            ("ballot: approval", "ballot: points 100"), ("count: approval", "count: quadratic"))
        #expect(
            try sitting.refusal { try $0.vote("A=10,B=1", by: "ada") } == ["ballot-too-many-credits"])
        #expect(try sitting.refusal { try $0.vote("A=11", by: "ada") } == ["ballot-too-many-credits"])
        for ballot in ["A=7,B=7", "A=8,B=6", "A=10"] { try sitting.vote(ballot, by: "ada") }
        let opened = try #require(try sitting.proposal.openVote)
        for (credits, example) in [(1, "A=1"), (2, "A=1,B=1"), (10, "A=2,B=2"), (100, "A=8,B=6")] {
            let workflow = try Sitting(
                file: "choices",
                changing: [
                    ("ballot: approval", "ballot: points \(credits)"),
                    ("count: approval", "count: quadratic"),
                ]
            ).workflow
            let vote = try #require(workflow.state("vote")?.kind.vote)
            #expect(BallotPaper(vote, opened, in: workflow).example == example)
        }
    }
}
