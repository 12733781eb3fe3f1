import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Rehearsing a story") struct RehearsingTests {
    /// Everything up to the vote.
    static let beginning = """
            members: {workers: 10, users: 20}
            steps:
              - author submits
              - 3 days pass
              - chair ends discussion

        """

    @Test("a story that comes true tells every step, what happened and how it was counted")
    func ordinaryCourse() throws {
        let small = try SmallWorkflow(
            Self.beginning + """
                      - workers vote yes 3
                      - users vote yes 2, no 4
                      - 7 days pass
                      - 5 days pass
                    expect:
                      state: adopted
                      outcome: passed
                      because: more than half; class workers met, 3 reached
                """)
        let played = small.play()
        #expect(played.cameTrue)
        #expect(played.steps.map(\.step.text).first == "author submits")
        #expect(played.steps.count == 7)
        #expect(played.proposal?.finished?.result == "adopted")
        #expect(played.explanation.contains { $0.code == "ballots-counted" && $0["yes"] == .number(5) })
        // Submitted at nine on a Monday in Stockholm, which is eight in UTC.
        #expect(played.steps.first?.at.description == "2026-03-02T08:00:00Z")
        let left = played.steps.map { step in
            step.events.compactMap { if case .left(let exit) = $0.fact { exit.outcome } else { nil } }
        }
        #expect(left == [["submitted"], [], ["ended"], [], [], ["passed"], ["not-vetoed"]])
    }

    @Test("a story begins on its date") func begins() throws {
        let small = try SmallWorkflow(
            """
                begins: 2026-07-01
                members: 5
                steps:
                  - author submits
                  - on 2026-07-03
                expect:
                  state: discussion
            """)
        let played = small.play()
        #expect(played.cameTrue)
        #expect(played.steps[0].at.description == "2026-07-01T07:00:00Z")
        #expect(played.steps[1].at.description == "2026-07-02T22:00:00Z")
    }

    @Test(
        "what is expected and is not so fails at its line",
        arguments: [
            ("state: rejected", "story-expected-state"), ("outcome: failed", "story-expected-outcome"),
            ("because: quorum missed", "story-expected-because"),
            ("because: majority met; yes 6", "story-expected-because"),
            ("winners: [A]", "story-expected-winners"), ("refused: too-early", "story-not-refused"),
        ])
    func wrongExpectation(line: String, code: String) throws {
        let small = try SmallWorkflow(
            Self.beginning + """
                      - workers vote yes 5
                      - 7 days pass
                    expect:
                      \(line)
                """)
        let played = small.play()
        #expect(played.failures.map(\.statement.code) == [code])
        #expect(played.failures.first?.mark == Mark(line: small.line(of: line), column: 7))
    }

    @Test("everything that is expected in one place and is not so is told") func severalAtOnce() throws {
        let small = try SmallWorkflow(
            Self.beginning + """
                      - workers vote yes 5
                      - 7 days pass
                    expect:
                      state: rejected
                      outcome: failed
                """)
        #expect(
            small.play().failures.map(\.statement.code) == ["story-expected-state", "story-expected-outcome"])
    }

    @Test("an expectation between steps that is not so ends the story there") func between() throws {
        let small = try SmallWorkflow(
            Self.beginning + """
                      - expect:
                          state: veto
                      - 7 days pass
                    expect:
                      state: rejected
                """)
        let played = small.play()
        #expect(played.failures.map(\.mark.line) == [small.line(of: "state: veto")])
        #expect(played.failures.first?.statement["found"] == .text("vote"))
        #expect(played.steps.count == 4)
    }

    @Test("a count is asked for before there was one") func noVote() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - author submits
                expect:
                  outcome: passed
            """)
        #expect(small.play().failures.map(\.statement.code) == ["story-no-vote"])
    }

    @Test("a refusal that the story does not expect fails at its step, with the reasons")
    func unexpectedRefusal() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - author submits
                  - chair ends discussion
                  - 30 days pass
                expect:
                  refused: too-early
            """)
        let played = small.play()
        #expect(played.failures.map(\.statement.code) == ["story-refused"])
        #expect(played.failures.first?.mark.line == small.line(of: "chair ends discussion"))
        #expect(played.failures.first?.notes.map(\.code) == ["too-early"])
    }

    @Test("a refusal that the story expects comes true, and nothing was written") func refusal() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - author submits
                  - chair ends discussion
                  - expect:
                      refused: too-early
                      state: discussion
                  - author stops
                expect:
                  state: lapsed
            """)
        let played = small.play()
        #expect(played.cameTrue)
        #expect(played.steps[1].refusal?.reasons.map(\.statement.code) == ["too-early"])
        #expect(played.steps[1].events.isEmpty)
    }

    @Test("a refusal for another reason than expected fails") func refusedOtherwise() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - author submits
                  - member 3 amends
                expect:
                  refused: text-frozen
            """)
        let failures = small.play().failures
        #expect(failures.map(\.statement.code) == ["story-refused-otherwise"])
        #expect(failures.first?.statement["found"] == .list([.text("not-entitled")]))
    }

    @Test("a ballot refused takes the whole step back") func refusedBallot() throws {
        let small = try SmallWorkflow(
            Self.beginning + """
                      - author votes yes 1
                      - author votes no 1
                    expect:
                      refused: ballot-not-changeable
                """)
        #expect(small.play().cameTrue)
    }
}
