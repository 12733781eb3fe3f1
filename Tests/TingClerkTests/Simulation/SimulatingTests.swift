import Testing
import TingClerk
import TingTally
import TingWorkflow

@Suite("Simulating many lives") struct SimulatingTests {
    static func plan(_ workflow: Workflow, seed: UInt64 = 7, runs: Int = 60) -> Simulation.Plan {
        let classes = workflow.needs.classes
        let members =
            classes.isEmpty
            ? [Scenario.Population(memberClass: nil, count: 60)]
            : classes.map { Scenario.Population(memberClass: $0, count: 60 / classes.count) }
        return Simulation.Plan(members: members, seed: seed, runs: runs)
    }

    @Test(
        "every life of a library file ends or stands still, and no count is lost",
        arguments: PlayingScenariosTests.files)
    func sums(file: String) throws {
        let workflow = try PlayingScenariosTests.read(file)
        let simulation = try Simulation(of: workflow, in: .utc, Self.plan(workflow))
        #expect(simulation.ends.reduce(0) { $0 + $1.count } == 60)
        #expect(
            simulation.days.count == simulation.ends.filter { $0.result != nil }.reduce(0) { $0 + $1.count })
        for vote in simulation.votes {
            #expect(vote.outcomes.reduce(0) { $0 + $1.count } == vote.held)
        }
    }

    @Test("the same seed gives the same lives, another seed others") func deterministic() throws {
        let workflow = try PlayingScenariosTests.read("feature-request.yaml")
        let first = try Simulation(of: workflow, in: .utc, Self.plan(workflow))
        let again = try Simulation(of: workflow, in: .utc, Self.plan(workflow))
        let other = try Simulation(of: workflow, in: .utc, Self.plan(workflow, seed: 8))
        #expect(again == first)
        #expect(other != first)
    }

    @Test("when everybody votes yes and nobody stops anything, every request is adopted")
    func allYes() throws {
        let workflow = try PlayingScenariosTests.read("feature-request.yaml")
        var plan = Self.plan(workflow, runs: 20)
        plan.behaviour.turnout = ChanceRange(Fraction(1))
        plan.behaviour.yes = ChanceRange(Fraction(1))
        plan.behaviour.abstaining = Fraction(0)
        plan.behaviour.sponsoring = Fraction(1)
        plan.behaviour.acting = Fraction(1)
        plan.behaviour.stopping = Fraction(0)
        let simulation = try Simulation(of: workflow, in: .utc, plan)
        #expect(simulation.ends.first { $0.state == "adopted" }?.count == 20)
        // Fourteen days of deliberation, seven of voting, seven for the veto at least; ninety to write,
        // twenty-one to sponsor, sixty to deliberate and fourteen more at most.
        #expect((simulation.days(quarters: 0) ?? 0) >= 28)
        #expect((simulation.days(quarters: 4) ?? 999) <= 90 + 21 + 60 + 14)
        #expect(simulation.votes.map(\.withoutQuorum) == [0])
    }

    @Test("when nobody votes, every vote misses its quorum") func nobodyVotes() throws {
        let workflow = try PlayingScenariosTests.read("feature-request.yaml")
        var plan = Self.plan(workflow, runs: 20)
        plan.behaviour.turnout = ChanceRange(Fraction(0))
        let simulation = try Simulation(of: workflow, in: .utc, plan)
        #expect(simulation.votes[0].held > 0)
        #expect(simulation.votes[0].withoutQuorum == simulation.votes[0].held)
    }

    @Test(
        "a chance is read exactly, or not at all",
        arguments: [
            ("2/5", true), ("0", true), ("1", true), ("1/5..3/5", true), ("3/5..1/5", false), ("6/5", false),
            ("1/2..", false), ("1/10001", false), ("1/10000", true), ("a", false), ("1/5..2/5..3/5", false),
        ])
    func chances(text: String, isRead: Bool) {
        #expect((ChanceRange(text: text) != nil) == isRead)
    }

    @Test("too few members for the roles are refused") func tooFew() throws {
        let workflow = try PlayingScenariosTests.read("feature-request.yaml")
        var plan = Self.plan(workflow)
        plan.members = [Scenario.Population(memberClass: "users", count: 2)]
        #expect(throws: (any Error).self) { _ = try Simulation(of: workflow, in: .utc, plan) }
    }

    @Test("numbers are drawn evenly, and as the authors of SplitMix64 publish them") func numbers() {
        var numbers = SplitMix(seed: 1_234_567)
        // The first outputs of the reference implementation for this seed.
        #expect(numbers.next() == 6_457_827_717_110_365_317)
        #expect(numbers.next() == 3_203_168_211_198_807_973)
        var counts = [0, 0, 0]
        for _ in 0..<30_000 { counts[numbers.below(3)] += 1 }
        for count in counts { #expect((9_700...10_300).contains(count)) }
    }
}
