import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Offering options")
struct OfferingOptionsTests {
    @Test("the ordinary course: offered, seconded, ranked, with the default option last")
    func ordinaryCourse() throws {
        var sitting = try Sitting.rankedVote()
        let opened = try #require(try sitting.proposal.openVote)
        #expect(opened.options.map(\.title) == ["Night rates", "Day rates", "Further discussion"])
        for id in ["ada", "bo", "cy"] { try sitting.vote("B>A>D", by: id) }
        try sitting.wait(Period(14, .days))
        #expect(try sitting.state == "adopted")
        #expect(try sitting.proposal.closedVotes.first?.closed.winners == ["B"])
    }

    @Test("an option keeps its letter on the ballot, also where another is left out")
    func lettersStay() throws {
        var sitting = try Sitting("options")
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo")
        try sitting.offer("No rates", by: "cy")
        for id in ["di", "eve"] { try sitting.second("c", by: id) }
        try sitting.wait(Period(14, .days))
        let options = try #require(try sitting.proposal.openVote?.options)
        #expect(options.map(\.letter) == ["A", "C", "D"])
        #expect(options.map(\.title) == ["Night rates", "No rates", "Further discussion"])
    }

    @Test("the judge says what an option touches, whatever its author said, and others do not")
    func judgedOption() throws {
        var sitting = try Sitting("options")
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo", touches: [])
        #expect(
            try sitting.refusal { try $0.classify(["constitution"], option: "B", by: "bo") } == ["not-judge"])
        #expect(
            try sitting.refusal { try $0.classify(["constitution"], option: "X", by: "cy") } == [
                "option-unknown-here"
            ])
        try sitting.classify(["constitution"], option: "B", by: "cy")
        for id in ["di", "eve"] { try sitting.second("B", by: id) }
        try sitting.wait(Period(14, .days))
        let options = try #require(try sitting.proposal.openVote?.options)
        #expect(options.map(\.touches) == [[], ["constitution"], []])
    }

    @Test("K is a real number: with 5 members it is 1.118, so one seconder is too few and two are enough")
    func seconders() throws {
        for (seconders, letters) in [(1, ["A", "C"]), (2, ["A", "B", "C"]), (3, ["A", "B", "C"])] {
            var sitting = try Sitting("options")
            try sitting.propose()
            try sitting.offer("Day rates", by: "bo")
            for id in ["cy", "di", "eve"].prefix(seconders) { try sitting.second("B", by: id) }
            try sitting.wait(Period(14, .days))
            #expect(try sitting.proposal.openVote?.options.map(\.letter) == letters)
        }
    }

    @Test("with 4 members K is exactly 1, and one seconder is enough")
    func exactSeconders() throws {
        var sitting = try Sitting("options", Roll(Array(Sitting.board.members.prefix(4))))
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo")
        try sitting.second("B", by: "cy")
        try sitting.wait(Period(14, .days))
        #expect(try sitting.proposal.openVote?.options.map(\.letter) == ["A", "B", "C"])
    }

    @Test("as many seconders are needed as people were told while they could second")
    func secondersFrozen() throws {
        var sitting = try Sitting("options", Roll(Array(Sitting.board.members.prefix(4))))
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo")
        try sitting.second("B", by: "cy")
        sitting.roll.enter(Sitting.member("eve"))
        try sitting.wait(Period(14, .days))
        #expect(try sitting.proposal.openVote?.options.map(\.letter) == ["A", "B", "C"])
    }

    @Test("who may not second: the option's author, who did it before, a stranger")
    func secondingRefused() throws {
        var sitting = try Sitting("options")
        try sitting.propose()
        #expect(try sitting.refusal { try $0.second("B", by: "cy") } == ["no-options-yet"])
        try sitting.offer("Day rates", by: "bo")
        try sitting.second("B", by: "cy")
        #expect(try sitting.refusal { try $0.second("B", by: "bo") } == ["own-option"])
        #expect(try sitting.refusal { try $0.second("B", by: "cy") } == ["done-already"])
        #expect(try sitting.refusal { try $0.second("A", by: "di") } == ["option-unknown-here"])
        sitting.roll.enter(
            Member(id: "gone", classes: [], roles: [], joined: Instant(seconds: 0), left: sitting.now))
        #expect(try sitting.refusal { try $0.second("B", by: "gone") } == ["not-a-member"])
    }

    @Test("a deed named `second` is a seconding, and `offer` needs a text of its own")
    func asDeeds() throws {
        var sitting = try Sitting("options")
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo")
        try sitting.act("second", by: "di", choice: "b")
        #expect(try sitting.proposal.options.first?.seconders == ["di"])
        #expect(try sitting.refusal { try $0.act("offer", by: "di") } == ["verb-takes-text"])
        #expect(try sitting.refusal { try $0.act("second", by: "eve") } == ["option-unknown-here"])
    }

    @Test("each option has the majority of what it touches")
    func perOption() throws {
        var sitting = try Sitting("options")
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo", touches: ["constitution"])
        for id in ["di", "eve"] { try sitting.second("B", by: id) }
        try sitting.wait(Period(14, .days))
        // B beats A, and misses 3 to 1 over the default: 3 against 2.
        for id in ["ada", "bo", "cy"] { try sitting.vote("B>A>C", by: id) }
        for id in ["di", "eve"] { try sitting.vote("A>C>B", by: id) }
        try sitting.wait(Period(14, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.winners == ["A"])
    }

    @Test("a tie of options is decided by the chair's word beforehand, else nobody has won")
    func castingVote() throws {
        for (casting, outcome, winners) in [("B", "passed", ["B"]), (nil, "failed", [])] {
            var sitting = try Sitting.rankedVote()
            #expect(
                try sitting.refusal { try $0.act("decide-tie", by: "ada", choice: "C") } == ["choice-unknown"]
            )
            if let casting { try sitting.act("decide-tie", by: "ada", choice: casting.lowercased()) }
            for id in ["ada", "bo"] { try sitting.vote("A>B>D", by: id) }
            for id in ["cy", "di"] { try sitting.vote("B>A>D", by: id) }
            try sitting.wait(Period(14, .days))
            let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
            #expect(closed.outcome == outcome)
            #expect(closed.winners == winners)
        }
    }

    @Test(
        "letters go on after Z",
        arguments: [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
    func letters(place: Int, letter: String) {
        #expect(BallotLetters.letter(place) == letter)
    }

}
