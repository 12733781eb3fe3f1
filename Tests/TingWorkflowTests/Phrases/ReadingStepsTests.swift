import Testing
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading the steps of a scenario") struct ReadingStepsTests {
    /// The line that a step is read as; nil with its code recorded when it is not read.
    private func line(_ step: String) throws -> Scenario.Line? {
        let scenario = """

            scenarios:
              - title: Story
                members: {workers: 3, users: 4, others: 5}
                steps:
                  - '\(step)'
                expect:
                  state: in-force
            """
        let inspection = try Steward.inspect(Self.text + scenario)
        return try #require(inspection.workflow, "\(step): \(inspection.codes)").scenarios.last?.steps
            .first?.line
    }

    /// The bylaw change without its scenarios, with an action of two words and a subject judged by a role.
    private static let text: String = {
        guard let text = try? Steward.text("bylaw-change.yaml"),
            let end = text.range(ofFirst: "scenarios:"),
            let action = text.range(ofFirst: "      withdraw:")
        else { return "" }
        return text[..<action.lowerBound] + "      call-off: {by: board, goto: withdrawn}\n"
            + text[action.lowerBound..<end.lowerBound]
    }()

    @Test("people do the deeds of the file, in the words of the file")
    func deeds() throws {
        let author = Scenario.Actor(.relation(.author))
        let board = Scenario.Actor(.role("board"))
        #expect(try line("author submits") == .act(who: author, verb: "submit", choice: nil))
        #expect(try line("author withdraws") == .act(who: author, verb: "withdraw", choice: nil))
        #expect(try line("board calls off") == .act(who: board, verb: "call-off", choice: nil))
        #expect(try line("board uses call-off") == .act(who: board, verb: "call-off", choice: nil))
        #expect(
            try line("board gives recommends") == .act(who: board, verb: "give", choice: "recommends"))
        #expect(try line("board gives notice") == .act(who: board, verb: "give-notice", choice: nil))
        #expect(
            try line("board reports refused") == .act(who: board, verb: "report", choice: "refused"))
        #expect(try line("board ends draft") == .act(who: board, verb: "end", choice: nil))
        #expect(try line("author amends") == .amend(who: author))
    }

    @Test("actors are groups, so many of them, or one by number")
    func actors() throws {
        func actor(_ step: String) throws -> Scenario.Actor? {
            guard case .amend(let who, _)? = try line(step) else { return nil }
            return who
        }
        #expect(try actor("5 members amend") == Scenario.Actor(.members, count: 5))
        #expect(try actor("1 member amends") == Scenario.Actor(.members))
        #expect(try actor("2 of board amend") == Scenario.Actor(.role("board"), count: 2))
        #expect(try actor("3 workers amend") == Scenario.Actor(.memberClass("workers"), count: 3))
        #expect(try actor("member 3 amends") == Scenario.Actor(.members, number: 3))
    }

    @Test("the end of a state is moved later or earlier")
    func moving() throws {
        let board = Scenario.Actor(.role("board"))
        #expect(
            try line("board extends registration by 1 week") == .moveEnd(who: board, by: Period(1, .weeks)))
        #expect(try line("board shortens vote by 2 days") == .moveEnd(who: board, by: Period(-2, .days)))
    }

    @Test("time passes, and the clock moves to a day or a meeting")
    func time() throws {
        #expect(try line("14 days pass") == .pass(Period(14, .days)))
        #expect(try line("1 day passes") == .pass(Period(1, .days)))
        #expect(try line("on general-meeting") == .onMeeting("general-meeting"))
        #expect(
            try line("on 2026-03-02") == CivilDate(year: 2026, month: 3, day: 2).map(Scenario.Line.onDate)
        )
        #expect(try line("general-meeting ends") == .meetingEnds("general-meeting"))
        #expect(
            try line("board sets general-meeting in 6 weeks")
                == .setDate(
                    who: Scenario.Actor(.role("board")), meeting: "general-meeting", after: Period(6, .weeks))
        )
    }

    @Test("groups vote and rank, so many ballots each way")
    func ballots() throws {
        #expect(
            try line("users vote yes 4, no 0, abstain 1")
                == .vote(
                    group: .memberClass("users"),
                    choices: [
                        .init(ballot: "yes", count: 4), .init(ballot: "no", count: 0),
                        .init(ballot: "abstain", count: 1),
                    ]))
        #expect(
            try line("members rank 9 A>B, 3 B = C")
                == .cast(
                    group: .members,
                    ballots: [.init(ballot: "A>B", count: 9), .init(ballot: "B=C", count: 3)]))
    }

    @Test("options are offered with a title and what they touch, and seconded")
    func options() throws {
        #expect(
            try line("member 3 offers \"Buy a van, and paint it\" touching raises-fees")
                == .offer(

                    who: Scenario.Actor(.members, number: 3),
                    Scenario.Offer(title: "Buy a van, and paint it", touching: ["raises-fees"])))
        #expect(
            try line("member 3 offers \"Van\" costing 1250.50 in group \"North, west\" touching raises-fees")
                == .offer(
                    who: Scenario.Actor(.members, number: 3),
                    Scenario.Offer(
                        title: "Van", cost: "1250.50", group: "North, west", touching: ["raises-fees"])))
        #expect(
            try line("author offers \"Van\"")
                == .offer(who: Scenario.Actor(.relation(.author)), Scenario.Offer(title: "Van")))
        #expect(
            try line("5 members second B")
                == .second(who: Scenario.Actor(.members, count: 5), option: "B"))
    }

    @Test("verbs take their ending as English does")
    func endings() throws {
        let text = try Steward.request(
            (
                "ended: vote",
                "ended: vote\n    actions:\n      carry: {by: board, goto: vote}\n      veto: {by: board, goto: lapsed}\n      push: {by: board, goto: vote}\n      delay: {by: board, goto: lapsed}"
            ),
            also:
                "scenarios:\n  - title: Story\n    members: 9\n    steps: [board carries, board vetoes, board pushes, board delays]\n    expect: {state: vote}\n"
        )
        let inspection = try Steward.inspect(text)
        #expect(inspection.codes == [])
        #expect(inspection.workflow?.scenarios.first?.steps.count == 4)
    }
}
