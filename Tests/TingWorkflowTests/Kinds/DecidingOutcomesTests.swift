import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Finding the outcome of a visit") struct DecidingOutcomesTests {
    let start = Instant(seconds: 1_772_446_500)  // 2026-03-02 10:15 UTC

    /// A workflow whose deliberation is replaced by another state, which leads to the vote.
    private func workflow(_ state: String) throws -> Workflow {
        let old = """
                kind: deliberation
                lasts: {at-least: 14 days, at-most: 60 days, ended-by: facilitator}
                outcomes:
                  ended: vote
            """
        let inspection = try Steward.inspect(Steward.request((old, state)))
        return try #require(inspection.workflow, "\(inspection.codes)")
    }

    private func visit(_ state: String = "deliberation", members: Int = 50) -> Visit {
        Visit(
            state: state, number: 1, entered: start, earliestEnd: nil, ends: nil, members: members,
            subjects: [],
            meetings: [:])
    }

    /// What the state ends as after each of some deeds, and when its time is up after them.
    private func transcript(
        _ state: String, of workflow: Workflow, members: Int = 50, _ deeds: [(String, String, String?)]
    ) throws -> [String] {
        let kind = try #require(workflow.state(state)).kind
        var visit = visit(state, members: members)
        var lines: [String] = []
        for (by, verb, choice) in deeds {
            let deed = Deed(verb: verb, by: by, at: start, choice: choice)
            visit.deeds.append(deed)
            lines.append(try kind.outcome(after: deed, in: visit, of: workflow) ?? "-")
        }
        return lines + [try kind.outcomeWhenTimeIsUp(in: visit, of: workflow)]
    }

    @Test("a draft is submitted, or its time runs out")
    func draft() throws {
        let workflow = try #require(try Steward.inspect(Steward.request()).workflow)
        #expect(try transcript("draft", of: workflow, []) == ["not-submitted"])
        #expect(try transcript("draft", of: workflow, [("ada", "submit", nil)]).first == "submitted")
    }

    @Test("five sponsors are enough, four are not, and one who takes it back does not count")
    func sponsorship() throws {
        let workflow = try #require(try Steward.inspect(Steward.request()).workflow)
        let four = ["a", "b", "c", "d"].map { ($0, "sponsor", String?.none) }
        #expect(try transcript("sponsorship", of: workflow, four) == ["-", "-", "-", "-", "too-few"])
        #expect(
            try transcript("sponsorship", of: workflow, four + [("e", "sponsor", nil)])[4] == "enough")
        #expect(try transcript("sponsorship", of: workflow, four + [("a", "sponsor", nil)])[4] == "-")
        let back = four + [("a", "unsponsor", nil), ("e", "sponsor", nil)]
        #expect(
            try transcript("sponsorship", of: workflow, back) == [
                "-", "-", "-", "-", "-", "-", "too-few",
            ])
    }

    @Test(
        "sponsors by a formula: K is the smaller of 5 and half the root of the members",
        arguments: [
            (15, 1, false), (15, 2, true), (16, 2, true), (17, 2, false), (17, 3, true), (100, 4, false),
            (100, 5, true),
        ])
    func formula(members: Int, sponsors: Int, isEnough: Bool) throws {
        let text = try Steward.request(
            ("at least 5", "at least K"),
            ("rules:\n", "formulas:\n  Q: 1/2 * sqrt(electorate)\n  K: min(5, Q)\nrules:\n"))
        let workflow = try #require(try Steward.inspect(text).workflow)
        let deeds = (0..<sponsors).map { ("member-\($0)", "sponsor", String?.none) }
        let lines = try transcript("sponsorship", of: workflow, members: members, deeds)
        #expect(lines.last == (isEnough ? "enough" : "too-few"))
    }

    @Test("sponsors are counted at the end where the time is exact")
    func exactSponsorship() throws {
        let text = try Steward.request(("lasts: {at-most: 21 days}", "lasts: 21 days"))
        let workflow = try #require(try Steward.inspect(text).workflow)
        let five = ["a", "b", "c", "d", "e"].map { ($0, "sponsor", String?.none) }
        #expect(
            try transcript("sponsorship", of: workflow, five) == ["-", "-", "-", "-", "-", "enough"])
    }

    @Test("one sponsors once, and takes back only what one gave")
    func objectionsOfSponsors() throws {
        let workflow = try #require(try Steward.inspect(Steward.request()).workflow)
        let kind = try #require(workflow.state("sponsorship")).kind
        var visit = visit("sponsorship")
        func objection(_ verb: String) -> String? {
            kind.objection(
                to: Deed(verb: verb, by: "ada", at: start), in: visit, of: workflow, zone: .utc)?.code
        }
        #expect(objection("sponsor") == nil)
        #expect(objection("unsponsor") == "no-sponsor-yet")
        visit.deeds.append(Deed(verb: "sponsor", by: "ada", at: start))
        #expect(objection("sponsor") == "sponsors-already")
        #expect(objection("unsponsor") == nil)
    }

    @Test("an opinion is given by as many as it takes, of one mind")
    func opinion() throws {
        let workflow = try workflow(
            """
                kind: opinion
                by: 2 of board
                choices: [good, bad]
                lasts: {at-most: 7 days}
                outcomes:
                  given: vote
                  not-given: vote
            """)
        #expect(
            try transcript("deliberation", of: workflow, [("a", "give", "good"), ("b", "give", "bad")])
                == ["-", "-", "not-given"])
        #expect(
            try transcript(
                "deliberation", of: workflow,
                [("a", "give", "good"), ("b", "give", "bad"), ("c", "give", "bad")])
                == ["-", "-", "given", "given"])
    }

    @Test("a veto takes two, whatever their grounds, and is counted at the end of an exact time")
    func veto() throws {
        let state = """
                kind: veto
                by: 2 of maintainers
                grounds: [law, security]
                lasts: TIME
                outcomes:
                  vetoed: lapsed
                  not-vetoed: vote
            """
        let deeds: [(String, String, String?)] = [("a", "veto", "law"), ("b", "veto", "security")]
        let atOnce = try workflow(state.replacing("TIME", with: "{at-most: 7 days}"))
        #expect(try transcript("deliberation", of: atOnce, deeds) == ["-", "vetoed", "vetoed"])
        #expect(
            try transcript("deliberation", of: atOnce, Array(deeds.prefix(1))) == ["-", "not-vetoed"])
        let exact = try workflow(state.replacing("TIME", with: "7 days"))
        #expect(try transcript("deliberation", of: exact, deeds) == ["-", "-", "vetoed"])
        let forms = try #require(exact.state("deliberation")).deeds(in: exact)
        #expect(forms.map(\.verb) == ["veto", "withdraw-veto"])
        #expect(forms.first?.carries == [.choice(["law", "security"]), .reason])
    }

    @Test("a judgement ends as its choice, and only choices in favour carry a proposal")
    func judgement() throws {
        let workflow = try workflow(
            """
                kind: judgement
                by: board
                choices: [adopt, ask]
                in-favour: [adopt]
                lasts: {at-most: 7 days}
                outcomes:
                  adopt: adopted
                  ask: vote
                  not-judged: vote
            """)
        #expect(
            try transcript("deliberation", of: workflow, [("a", "judge", "ask")]) == ["ask", "ask"])
        #expect(try transcript("deliberation", of: workflow, []) == ["not-judged"])
        let forms = try #require(workflow.state("deliberation")).kind.outcomes
        #expect(forms.map(\.decides) == [true, false, false])
    }

    @Test("a task is done, refused, or not done in time")
    func task() throws {
        let workflow = try workflow(
            """
                kind: task
                by: board
                does: Ask the lawyer
                lasts: {at-least: 1 day, at-most: 7 days}
                outcomes:
                  done: vote
                  refused: lapsed
                  not-done: lapsed
            """)
        #expect(try transcript("deliberation", of: workflow, [("a", "report", "done")]).first == "done")
        #expect(
            try transcript("deliberation", of: workflow, [("a", "report", "refused")]).first == "refused")
        #expect(try transcript("deliberation", of: workflow, []) == ["not-done"])
        #expect(
            try #require(workflow.state("deliberation")).deeds(in: workflow).map(\.timing) == [
                .afterMinimum
            ])
    }

    @Test("deeds stand together: the kind's, ending the state, then the actions")
    func deeds() throws {
        let text = try Steward.request(
            (
                "ended: vote",
                "ended: vote\n    actions:\n      recall: {by: author, goto: lapsed, reason: required}"
            ))
        let workflow = try #require(try Steward.inspect(text).workflow)
        let forms = try #require(workflow.state("deliberation")).deeds(in: workflow)
        #expect(forms.map(\.verb) == ["end", "recall"])
        #expect(forms.map(\.timing) == [.afterMinimum, .always])
        #expect(forms.map(\.carries) == [[], [.reason]])
    }
}
