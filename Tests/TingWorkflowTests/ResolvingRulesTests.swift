import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Fixing the rule of one vote") struct ResolvingRulesTests {
    private func workflow(_ rules: String, decides: String, _ more: (String, String)...) throws -> Workflow {
        let old = """
              ordinary:
                quorum:
                  ballots: at least 1/10 of electorate
                  counting: [yes]
                majority: more than 1/2 of votes cast
            """
        var text = try Steward.request((old, rules), ("decides: ordinary", "decides: \(decides)"))
        let subjects =
            "subjects:\n  fees: {judged-by: board}\n  constitution: {judged-by: board}\nfirst: draft"
        text.replaceSubrange(try #require(text.range(ofFirst: "first: draft")), with: subjects)
        for (old, new) in more { text.replaceSubrange(try #require(text.range(ofFirst: old)), with: new) }
        let inspection = try Steward.inspect(text)
        return try #require(inspection.workflow, "\(inspection.codes)")
    }

    @Test("a rule says its quorum, its majority by subject, and where it stands")
    func yesNo() throws {
        let workflow = try workflow(
            """
              ordinary:
                basis: Bylaws §7
                quorum:
                  ballots: at least 1/10 of electorate
                  counting: [yes, no]
                  never-fewer-than: 25
                minimum-yes: 10
                majority:
                  - when: fees
                    share: at least 3/4 of votes cast
                  - otherwise: at least 2/3 of votes cast
                each-class:
                  workers: more than 1/2 of votes cast
            """, decides: "ordinary")
        let vote = try #require(workflow.state("vote")?.kind.vote)
        let rule = try vote.yesNoRule(touching: ["constitution"], members: 400, in: workflow)
        #expect(rule.majority?.description == "at least 2/3 of votes cast")
        #expect(rule.majority?.mark?.line == 19)
        #expect(rule.quorum?.counting == [.yes, .no])
        #expect(rule.quorum?.neverFewerThan == 25)
        #expect(rule.minimumYes == 10)
        #expect(rule.eachClass.map(\.className) == ["workers"])
        #expect(rule.tie == .fails)
        #expect(rule.source == RuleSource(file: "Workflows/request.yaml", line: 9, basis: "Bylaws §7"))
        let fees = try vote.yesNoRule(touching: ["fees"], members: 400, in: workflow)
        #expect(fees.majority?.description == "at least 3/4 of votes cast")
    }

    @Test("a quorum by a formula is the exact number, never rounded")
    func formula() throws {
        let workflow = try workflow(
            """
              ordinary:
                quorum:
                  ballots: at least 3 * Q
                  counting: [yes, no, abstain]
                majority: more than 1/2 of votes cast
                formulas: {Q: 1/2 * sqrt(electorate)}
            """, decides: "ordinary")
        let rule = try #require(workflow.rule("ordinary")).yesNoRule(
            touching: [], members: 1018, in: workflow)
        let bound = try Surd(coefficient: Fraction(3, 2), radicand: 1018)
        #expect(rule.quorum?.need == .number(.atLeast, bound))
    }

    /// The rule that Arch Linux states for an addition: more than half of all, or a quorum of
    /// 66 % with more yes than no; rejected when half of all say no.
    @Test("alternatives: 18 yes, 4 no, 2 abstain of 37 lack the quorum of 66 % and half of all")
    func either() throws {
        let workflow = try workflow(
            """
              absolute:
                quorum: none
                majority: more than 1/2 of electorate
              quorate:
                quorum:
                  - when: fees
                    ballots: at least 3/4 of electorate
                    counting: [yes, no, abstain]
                  - otherwise:
                      ballots: at least 33/50 of electorate
                      counting: [yes, no, abstain]
                majority: more than 1/2 of votes cast
              special:
                either: [absolute, quorate]
                rejected-when: at least 1/2 of electorate no
            """, decides: "special")
        let rule = try #require(workflow.state("vote")?.kind.vote).yesNoRule(
            touching: [], members: 37, in: workflow)
        func outcome(_ yes: Int, _ no: Int, _ abstain: Int) throws -> VoteOutcome {
            var counts = try ChoiceCount(eligible: 37)
            try counts.add(yes, to: .yes)
            try counts.add(no, to: .no)
            try counts.add(abstain, to: .abstain)
            return try rule.decide(YesNoBallots(whole: counts)).outcome
        }
        #expect(try outcome(18, 4, 2) == .noQuorum)
        #expect(try outcome(18, 4, 3) == .passed)
        #expect(try outcome(19, 0, 0) == .passed)
        #expect(try outcome(0, 18, 0) == .noQuorum)
        #expect(try outcome(0, 19, 0) == .failed)
    }

    @Test("a tie is told from a defeat where the vote says so, in the alternatives too")
    func ties() throws {
        let rules = """
              half:
                quorum: none
                majority: more than 1/2 of votes cast
              ordinary:
                either: [half]
            """
        let workflow = try workflow(
            rules, decides: "ordinary", ("tie: fails", "tie: outcome"),
            ("      no-quorum: lapsed", "      tied: lapsed"))
        let rule = try #require(workflow.state("vote")?.kind.vote).yesNoRule(
            touching: [], members: 9, in: workflow)
        #expect(rule.tie == .tied && rule.either.map(\.tie) == [.tied])
    }

    @Test("ranked: the Debian settings, with a quorum of 3Q and ratios by what each option touches")
    func debian() throws {
        let rules = """
              ordinary:
                count: schulze, winning votes
                unranked: last
                each-option:
                  quorum: at least 3 * Q ballots above default
                  majority:
                    - when: constitution
                      ratio: at least 3 to 1 over default
                    - otherwise: more than 1 to 1 over default
                formulas: {Q: 1/2 * sqrt(electorate)}
            """
        let workflow = try workflow(
            rules, decides: "ordinary", ("ballot: yes, no or abstain", "ballot: ranking"),
            ("asks: the proposal", "asks: options from deliberation, default None of these"),
            (
                "kind: deliberation",
                "kind: deliberation\n    options: {by: any member, seconded-by: at least 5}"
            ))
        #expect(
            workflow.state("vote")?.kind.vote?.asks
                == .options(from: "deliberation", defaultOption: Wording(plain: "None of these")))
        let paper = RuleDefinition.Paper(
            options: [["constitution"], ["fees"], []], defaultOption: 2, ballot: .ranking, members: 1018)
        let method = try #require(workflow.rule("ordinary")).method(
            for: paper, ties: TieBreaking(), in: workflow)
        let rule = try #require(method as? DebianRule)
        #expect(rule.quorum == (try Surd(coefficient: Fraction(3, 2), radicand: 1018)))
        #expect(rule.ratios == [0: Fraction(3), 1: Fraction(1)])
        #expect(rule.ratioComparison == .atLeast && rule.unranked == .last && rule.defaultOption == 2)
        #expect(throws: TallyError.self) {
            try workflow.rule("ordinary")?.yesNoRule(touching: [], members: 9, in: workflow)
        }
    }
}
