import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Doing deeds")
struct DoingDeedsTests {
    @Test("the ordinary course: submitted by the author, sponsored by two others, ended by the facilitator")
    func ordinaryCourse() throws {
        let sitting = try Sitting.atVote()
        #expect(try sitting.proposal.sponsors == ["di", "eve"])
        #expect(try sitting.state == "vote")
    }

    @Test("who may not: a stranger to the deed, somebody who is no member, somebody excepted")
    func refused() throws {
        var sitting = try Sitting("request")
        try sitting.propose(by: "bo")
        #expect(try sitting.refusal { try $0.act("submit", by: "ada") } == ["not-entitled"])
        #expect(try sitting.refusal { try $0.act("dance", by: "bo") } == ["verb-not-here"])
        try sitting.act("submit", by: "bo")
        #expect(try sitting.refusal { try $0.act("sponsor", by: "bo") } == ["excepted"])
        sitting.roll.enter(
            Member(id: "gone", classes: [], roles: [], joined: Instant(seconds: 0), left: sitting.now))
        #expect(try sitting.refusal { try $0.act("sponsor", by: "gone") } == ["not-a-member"])
    }

    @Test("one sponsors once, and takes back what one gave")
    func sponsoring() throws {
        var sitting = try Sitting("request")
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        try sitting.act("sponsor", by: "di")
        #expect(try sitting.refusal { try $0.act("sponsor", by: "di") } == ["sponsors-already"])
        try sitting.act("unsponsor", by: "di")
        #expect(try sitting.proposal.sponsors == [])
        try sitting.act("sponsor", by: "eve")
        #expect(try sitting.state == "sponsorship")
        try sitting.act("sponsor", by: "di")
        #expect(try sitting.state == "deliberation")
    }

    @Test("the facilitator never acts on a proposal of their own; another facilitator does")
    func duty() throws {
        var sitting = try Sitting("request")
        sitting.roll.enter(Sitting.member("fay", roles: ["facilitator"]))
        try sitting.propose(by: "ada")
        try sitting.act("submit", by: "ada")
        for id in ["di", "eve"] { try sitting.act("sponsor", by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.refusal { try $0.act("end", by: "ada") } == ["duty-excludes"])
        #expect(try sitting.refusal { try $0.act("end", by: "fay") } == [])
    }

    @Test("a duty may name any relation, such as the sponsors")
    func dutyByRelation() throws {
        var sitting = try Sitting("request", changing: ("never the author", "never the sponsors"))
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        for id in ["ada", "eve"] { try sitting.act("sponsor", by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.refusal { try $0.act("end", by: "ada") } == ["duty-excludes"])
    }

    @Test("an exception holds for who has a role, duties or not")
    func exceptionOfRole() throws {
        var sitting = try Sitting("request", changing: ("except: author", "except: facilitator"))
        try sitting.propose(by: "ada")
        try sitting.act("submit", by: "ada")
        // As author Ada does not act as facilitator, and is one all the same.
        #expect(try sitting.refusal { try $0.act("sponsor", by: "ada") } == ["excepted"])
    }

    @Test("the end of a minimum: not a second before, exactly then, a second after")
    func minimum() throws {
        var sitting = try Sitting("request")
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        for id in ["di", "eve"] { try sitting.act("sponsor", by: id) }
        let earliest = try #require(try sitting.proposal.visit?.earliestEnd)
        for (second, codes) in [(-1, ["too-early"]), (0, []), (1, [])] {
            sitting.now = Instant(seconds: earliest.seconds + second)
            #expect(try sitting.refusal { try $0.act("end", by: "ada") } == codes)
        }
    }

    @Test("an action of two of the board takes two persons, each with a reason")
    func twoPersons() throws {
        var sitting = try Sitting("request")
        sitting.roll.enter(Sitting.member("fay", roles: ["board"]))
        try sitting.propose(by: "di")
        try sitting.act("submit", by: "di")
        for id in ["ada", "eve"] { try sitting.act("sponsor", by: id) }
        #expect(try sitting.refusal { try $0.act("drop", by: "bo") } == ["reason-missing"])
        try sitting.act("drop", by: "bo", reason: true)
        #expect(try sitting.state == "deliberation")
        #expect(try sitting.refusal { try $0.act("drop", by: "bo", reason: true) } == ["done-already"])
        try sitting.act("drop", by: "fay", reason: true)
        #expect(try sitting.state == "rejected")
    }

    @Test("all reasons are told at once")
    func allReasons() throws {
        var sitting = try Sitting("request")
        try sitting.propose(by: "di")
        try sitting.act("submit", by: "di")
        for id in ["ada", "eve"] { try sitting.act("sponsor", by: id) }
        #expect(try sitting.refusal { try $0.act("drop", by: "eve") } == ["not-entitled", "reason-missing"])
        #expect(try sitting.refusal { try $0.act("end", by: "eve") } == ["not-entitled", "too-early"])
    }

    @Test("every reason names the line of the rule")
    func sources() throws {
        var sitting = try Sitting("request")
        try sitting.propose(by: "bo")
        let error = #expect(throws: Refusal.self) { try sitting.act("submit", by: "ada") }
        let source = try #require(error?.reasons.first?.source)
        #expect(source.workflow == "request")
        #expect(source.key == "draft.submit")
        #expect(source.basis == "Working rules 4")
        #expect(source.line > 1)
    }

    @Test("what a deed does not ask for is not recorded")
    func nothingStrange() throws {
        var sitting = try Sitting("request")
        try sitting.propose()
        try sitting.act("submit", choice: "loudly", date: Instant(seconds: 0))
        guard case .acted(let deed)? = sitting.events.dropLast(2).last?.fact else {
            Issue.record("no deed")
            return
        }
        #expect(deed.choice == nil)
        #expect(deed.date == nil)
    }
}
