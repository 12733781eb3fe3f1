import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading a workflow") struct ReadingAWorkflowTests {
    @Test("the ordinary course: the bylaw change of the language's own example is read whole")
    func ordinaryCourse() throws {
        let inspection = try Steward.inspect(Steward.text("bylaw-change.yaml"))
        let workflow = try #require(inspection.workflow)
        #expect(
            inspection.codes == [
                "no-withdrawal", "one-office-buries", "proxies-not-kept", "one-office-buries",
            ])
        #expect(workflow.id == "bylaw-change")
        #expect(workflow.title.text(in: "sv") == "Stadgeändring")
        #expect(
            workflow.needs
                == .init(
                    roles: ["board", "auditor", "chair"], classes: ["workers", "users"], document: "bylaws"))
        #expect(workflow.proposal.fields == [.init(name: "purpose", form: .text, required: true)])
        #expect(workflow.duties.map(\.role) == ["auditor"])
        #expect(workflow.duties.first?.never == .role("board"))
        #expect(workflow.subjects.map(\.found) == [.sections(["fees"])])
        #expect(workflow.states.count == 11)
        #expect(
            workflow.state("summons")?.clock
                == .between(atLeast: nil, atMost: BySubject(Period(365, .days)), endedBy: nil))
        #expect(workflow.state("vote")?.clock == .untilEnd(ofMeeting: "general-meeting"))
        #expect(workflow.state("draft")?.actions.map(\.name) == ["withdraw"])
        #expect(workflow.scenarios.map(\.steps.count) == [8, 7])
    }

    @Test("a vote knows all its settings")
    func vote() throws {
        let workflow = try #require(try Steward.inspect(Steward.text("bylaw-change.yaml")).workflow)
        let vote = try #require(workflow.state("vote")?.kind.vote)
        #expect(vote.asks == .proposal && vote.ballot == .yesNoAbstain)
        #expect(vote.secret == false && vote.changeable == false)
        #expect(
            vote.electorate
                == .init(who: .members, asOf: .meeting("general-meeting"), memberFor: nil, without: []))
        #expect(vote.decides == BySubject("bylaws"))
        #expect(vote.ties == [.fails] && vote.closeEarly == .never && vote.extend == nil)
        #expect(vote.atMeeting == "general-meeting" && vote.hasQuorum == false)
        #expect(vote.outcomes.map(\.name) == ["passed", "failed", "not-held"])
    }

    @Test("an end says what follows from it")
    func ends() throws {
        let workflow = try #require(try Steward.inspect(Steward.text("bylaw-change.yaml")).workflow)
        let final = try #require(workflow.state("in-force")?.kind.final)
        #expect(final.result == .adopted)
        #expect(final.effects == [.adoptText(into: "bylaws")])
        #expect(final.report == .init(to: People([.members]), within: Period(14, .days)))
        #expect(workflow.state("rejected")?.kind.final?.cooldown == nil)
    }

    @Test("a value by subject is the first that fits, else the other")
    func bySubject() throws {
        let text = try Steward.request(
            ("first: draft", "subjects:\n  a: {judged-by: board}\n  b: {judged-by: board}\nfirst: draft"),
            (
                "lasts: 7 days",
                "lasts:\n      - when: a\n        lasts: 5 days\n      - when: b\n        lasts: 3 days\n      - otherwise: 7 days"
            ),
            (
                "decides: ordinary",
                "decides:\n      - when: b\n        rule: ordinary\n      - otherwise: ordinary"
            ),
            (
                "result: rejected",
                "result: rejected\n    cooldown:\n      - when: a\n        cooldown: 3 months\n      - otherwise: 3 weeks"
            ))
        let inspection = try Steward.inspect(text)
        let workflow = try #require(inspection.workflow, "\(inspection.codes)")
        guard case .exactly(let periods)? = workflow.state("vote")?.clock else {
            Issue.record("no exact clock")
            return
        }
        #expect(periods.value(touching: ["b", "a"]) == Period(5, .days))
        #expect(periods.value(touching: ["b"]) == Period(3, .days))
        #expect(periods.value(touching: []) == Period(7, .days))
        let cooldown = workflow.state("rejected")?.kind.final?.cooldown?.period
        #expect(cooldown?.value(touching: ["a"]) == Period(3, .months))
        #expect(cooldown?.value(touching: []) == Period(3, .weeks))
    }

    @Test("warnings alone leave the file usable; read throws only errors")
    func warnings() throws {
        let warned = try YAML.read(
            Array(Steward.request(("proxies: none", "proxies: {at-most: 1 for each holder}")).utf8))
        #expect(try Workflow.read(warned).id == "request")
        #expect(Workflow.readingAll(warned).findings.map(\.severity) == [.warning])
        let wrong = try YAML.read(Array(Steward.request(("tie: fails", "tie: falls")).utf8))
        #expect(throws: Unreadable.self) { try Workflow.read(wrong) }
    }

    @Test("the outcomes of a vote follow from its rule, its tie and its meeting")
    func outcomesOfVotes() throws {
        #expect(try Steward.inspect(Steward.request()).codes == [])
        let none = (
            "    quorum:\n      ballots: at least 1/10 of electorate\n      counting: [yes]\n",
            "    quorum: none\n"
        )
        #expect(
            try Steward.inspect(Steward.request(none, ("      no-quorum: lapsed\n", ""))).codes == [])
        let tied = ("tie: fails", "tie: outcome")
        #expect(try Steward.inspect(Steward.request(tied)).codes == ["outcome-not-mapped"])
        #expect(
            try Steward.inspect(
                Steward.request(tied, ("no-quorum: lapsed", "no-quorum: lapsed\n      tied: lapsed"))
            ).codes == [])
    }

    @Test("a final state's name can be used before it is declared, in every place that names a state")
    func references() throws {
        let text = try Steward.request(
            ("ended: vote", "ended: vote\n    visits: {at-most: 2, then: lapsedd}"),
            ("first: draft", "first: drafft"))
        #expect(try Steward.inspect(text).codes == ["unknown-state", "unknown-state"])
    }
}
