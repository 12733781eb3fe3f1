import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Casting the people of a story") struct CastingStoriesTests {
    static let toTheVeto = """
            members: {workers: 10, users: 20}
            steps:
              - author submits
              - 3 days pass
              - chair ends discussion
              - workers vote yes 5
              - 7 days pass

        """

    private static func vetoes(_ played: PlayedScenario) -> [String] {
        played.steps.flatMap(\.events).compactMap {
            if case .acted(let deed) = $0.fact, deed.verb == "veto" { deed.by } else { nil }
        }
    }

    @Test("one of two stops nothing") func oneOfTwo() throws {
        let small = try SmallWorkflow(
            Self.toTheVeto + """
                      - board vetoes law
                      - 5 days pass
                    expect:
                      state: adopted
                """)
        #expect(small.play().failures.isEmpty)
    }

    @Test("two of them are two different people") func twoOfThem() throws {
        let small = try SmallWorkflow(
            Self.toTheVeto + """
                      - 2 of board veto cost
                    expect:
                      state: rejected
                """)
        let played = small.play()
        #expect(played.failures.isEmpty)
        #expect(Set(Self.vetoes(played)).count == 2)
        #expect(!Self.vetoes(played).contains(played.proposal?.author ?? ""))
    }

    @Test("one after the other, the second is another person") func oneByOne() throws {
        let small = try SmallWorkflow(
            Self.toTheVeto + """
                      - board vetoes law
                      - board vetoes cost
                    expect:
                      state: rejected
                """)
        let played = small.play()
        #expect(played.failures.isEmpty)
        #expect(Set(Self.vetoes(played)).count == 2)
    }

    @Test("there are as many holders of a role as the story ever names") func holders() throws {
        let small = try SmallWorkflow(
            Self.toTheVeto + """
                      - 5 of board veto cost
                    expect:
                      refused: proposal-finished
                """)
        let played = small.play()
        #expect(played.failures.isEmpty)
        #expect(Set(Self.vetoes(played)).count == 2)
    }

    @Test("a story needs a member for each part: the author, two of the board, the chair", arguments: 3...5)
    func tooFewMembers(members: Int) throws {
        let small = try SmallWorkflow(
            """
                members: \(members)
                steps:
                  - author submits
                expect:
                  state: discussion
            """)
        let failures = small.play().failures
        #expect(failures.isEmpty == (members >= 4))
        guard members < 4 else { return }
        #expect(failures.map(\.statement.code) == ["story-members"])
        #expect(failures.first?.statement["needed"] == .number(4))
        #expect(failures.first?.mark.line == small.line(of: "title: The story"))
    }

    @Test("each voter votes once, in every step others", arguments: [(9, true), (10, true), (11, false)])
    func distinctVoters(workers: Int, isPossible: Bool) throws {
        let small = try SmallWorkflow(
            """
                members: {workers: 10, users: 20}
                steps:
                  - author submits
                  - 3 days pass
                  - chair ends discussion
                  - workers vote yes 4
                  - workers vote no \(workers - 4)
                  - 7 days pass
                expect:
                  state: rejected
            """)
        let played = small.play()
        #expect(played.cameTrue == isPossible)
        guard isPossible else {
            #expect(played.failures.map(\.statement.code) == ["story-voters"])
            #expect(played.failures.first?.mark.line == small.line(of: "workers vote no"))
            return
        }
        let counted = played.explanation.first { $0.code == "ballots-counted" }
        #expect(counted?["yes"] == .number(4))
        #expect(counted?["no"] == .number(workers - 4))
    }

    @Test("a step that takes more people than there are fails at its line") func tooFewPeople() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - 6 members submit
                expect:
                  state: discussion
            """)
        #expect(small.play().failures.map(\.statement.code) == ["story-people"])
    }

    @Test("nobody goes back in time") func timeBack() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - on 2026-03-02
                expect:
                  state: draft
            """)
        #expect(small.play().failures.map(\.statement.code) == ["story-time-back"])
    }

    @Test("a vote before the voting is refused as a member's would be") func earlyVote() throws {
        let small = try SmallWorkflow(
            """
                members: 5
                steps:
                  - members vote yes 3
                expect:
                  refused: vote-not-open
            """)
        #expect(small.play().cameTrue)
    }

    @Test("coverage tells the states and ways that no story shows") func coverage() throws {
        let small = try SmallWorkflow(
            Self.toTheVeto + """
                      - 5 days pass
                    expect:
                      state: adopted
                """)
        let coverage = Coverage(of: small.workflow, by: [small.play()])
        #expect(coverage.states == ["draft", "discussion", "vote", "veto", "adopted"])
        #expect(coverage.missedStates == ["rejected", "lapsed"])
        #expect(
            coverage.missedWays.map { $0.state + " " + $0.name } == [
                "draft not-submitted", "discussion stop", "vote failed", "veto vetoed",
            ])
    }
}
