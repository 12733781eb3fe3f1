import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Fixing rules of seats, sizes, caps, weights, bands and bodies") struct ResolvingCountingRulesTests {
    private static let old = """
          ordinary:
            quorum:
              ballots: at least 1/10 of electorate
              counting: [yes]
            majority: more than 1/2 of votes cast
        """

    /// The rule `ordinary` among these, which the vote of the request workflow decides by.
    private func rule(
        _ rules: String, touching: [String] = [], hasQuorum: Bool = false, tie: String = "fails"
    ) throws -> YesNoRule {
        var changes = [
            (Self.old, rules),
            ("first: draft", "subjects:\n  re-election: {judged-by: board}\nfirst: draft"),
            ("tie: fails", "tie: \(tie)"),
        ]
        if !hasQuorum { changes.append(("      no-quorum: lapsed\n", "")) }
        var text = try Steward.request()
        for (old, new) in changes {
            text.replaceSubrange(try #require(text.range(ofFirst: old)), with: new)
        }
        let inspection = try Steward.inspect(text)
        let workflow = try #require(inspection.workflow, "\(inspection.codes)")
        return try #require(workflow.state("vote")?.kind.vote).yesNoRule(
            touching: touching, members: 100, in: workflow)
    }

    @Test("several quorums, one of a class, and one that goes by the size of the electorate")
    func quorums() throws {
        let rule = try rule(
            """
              ordinary:
                quorum:
                  - ballots:
                      - up-to: 1000
                        ballots: at least 1/20 of electorate
                      - otherwise: at least 50
                    counting: [yes, no, abstain]
                  - ballots: at least 1/4 of class workers
                    counting: [yes, no]
                    never-fewer-than: 3
                majority: more than 1/2 of electorate without abstentions
            """, hasQuorum: true)
        let twentieth = Share(.atLeast, try Fraction(1, 20), of: .electorate)
        guard case .bySize(let sizes, .number(.atLeast, let above)) = try #require(rule.quorum).need,
            case .share(let small) = try #require(sizes.first).need
        else {
            Issue.record("\(String(describing: rule.quorum))")
            return
        }
        #expect(sizes.map(\.upTo) == [1000] && small.description == twentieth.description)
        #expect(above == Surd(50))
        #expect(rule.furtherQuorums.map(\.classNames) == [["workers"]])
        #expect(rule.furtherQuorums.map(\.neverFewerThan) == [3])
        #expect(rule.majority?.base == .electorateWithoutAbstentions)
        #expect(rule.classNames == ["workers"])
    }

    @Test("vacant seats by subject, as the constitution of Nix has them")
    func seats() throws {
        let rules = """
              ordinary:
                quorum: none
                seats: 7
                vacant:
                  - when: re-election
                    counts: counts as in favour
                  - otherwise: counts as abstain
                majority: more than 1/2 of seats
            """
        let usual = try rule(rules)
        #expect(usual.seats == 7 && usual.vacant == .abstain)
        let other = try rule(rules, touching: ["re-election"])
        #expect(other.vacant == .inFavour)
    }

    @Test("a cap on a class, with and without what it is scaled to")
    func caps() throws {
        let statute = try rule(
            """
              ordinary:
                basis: "SFS 2018:672 6:3"
                quorum: none
                caps:
                  users: at most 1/3 of votes cast, scaled to 1/2 of the others
                majority: at least 2/3 of votes cast
            """)
        let third = try ClassCap(className: "users", most: Fraction(1, 3), of: .votesCast)
        #expect(statute.cap == third)
        let plain = try rule(
            """
              ordinary:
                quorum: none
                caps:
                  users: at most 1/3 of votes cast
                majority: at least 2/3 of votes cast
            """)
        #expect(plain.cap == third)
        #expect(plain.classNames == ["users"])
    }

    @Test("weights of classes, carried in proportion or all or nothing")
    func weights() throws {
        let rule = try rule(
            """
              ordinary:
                quorum: none
                weights: {workers: 3/5, users: 2/5}
                carried: all or nothing
                majority: more than 1/2 of votes cast
            """)
        #expect(
            try rule.weights
                == ClassWeights(
                    [
                        .init(className: "workers", weight: Fraction(3, 5)),
                        .init(className: "users", weight: Fraction(2, 5)),
                    ], carrying: .allOrNothing))
    }

    @Test("bands of a sum and bands of a share, with a band left to the facilitator")
    func bands() throws {
        let rules = """
              ordinary:
                quorum: none
                bands:
                  - yes: more than 3/4 of votes cast
                    outcome: passed
                  - yes: at least 13/20 of votes cast
                    outcome: tied
                  - otherwise: failed
            """
        let shares = try rule(rules, tie: "casting vote of facilitator")
        #expect(shares.bands?.outcomes == [.passed, .tied, .failed])
        let sums = try rule(
            """
              ordinary:
                quorum: none
                minimum-yes: 3
                bands:
                  - sum: more than 0
                    outcome: passed
                  - sum: more than -2
                    outcome: failed
                  - otherwise: failed
            """)
        #expect(sums.bands?.bands.map(\.floor) == [.sum(.moreThan, 0), .sum(.moreThan, -2)])
        #expect(sums.minimumYes == 3 && sums.majority == nil)
    }

    @Test("a double majority, of the people and of districts with whole and half votes")
    func bodies() throws {
        let rule = try rule(
            """
              simple:
                quorum: none
                majority: more than 1/2 of votes cast
              board:
                quorum:
                  ballots: at least 3
                  counting: [yes, no]
                majority: at least 2/3 of votes cast
              ordinary:
                bodies:
                  people: {of: members, decides: simple}
                  workers: {of: workers, decides: board}
                  districts:
                    districts: {workers: 1, users: 1/2}
                    carried: more than 1/2 of votes cast
                    decides: simple
            """, hasQuorum: true)
        #expect(rule.bodies.map(\.name) == ["people", "workers", "districts"])
        #expect(rule.bodies.map(\.rule.name) == ["simple", "board", "simple"])
        #expect(rule.quorums.map(\.rule) == ["board"])
        let ballots = try YesNoBallots(
            whole: ChoiceCount(eligible: 60, yes: 31, no: 20),
            classes: [
                ClassCount(name: "workers", count: ChoiceCount(eligible: 20, yes: 4, no: 2)),
                ClassCount(name: "users", count: ChoiceCount(eligible: 40, yes: 20, no: 20)),
            ])
        let verdict = try rule.decide(ballots)
        #expect(verdict.outcome == .passed)
        let districts = verdict.transcript.steps.first { $0.statement.code == "districts-counted" }
        #expect(districts?.table?.rows.count == 2)
        #expect(districts?.statement["all"] == .fraction(try Fraction(3, 2)))
    }
}
