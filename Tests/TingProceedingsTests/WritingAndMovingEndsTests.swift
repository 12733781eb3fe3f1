import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Writing, and moving the end")
struct WritingAndMovingEndsTests {
    private func day(_ count: Int) -> Instant { Instant(seconds: Sitting.start.seconds + count * 86_400) }

    @Test("the ordinary course: a comment, an amendment, and the clock anew")
    func ordinaryCourse() throws {
        var sitting = try deliberation()
        try sitting.write(.comment(text: Sitting.text), by: "eve")
        try sitting.wait(until: day(3))
        try sitting.amend(by: "bo", title: "Night rates for all")
        let proposal = try sitting.proposal
        #expect(proposal.comments == 1)
        #expect(proposal.version == 2)
        #expect(proposal.title == "Night rates for all")
        #expect(proposal.visit?.earliestEnd == day(10))
        #expect(proposal.visit?.ends == day(24))
    }

    @Test("only so many amendments, only by those named, only with a title")
    func refused() throws {
        var sitting = try deliberation()
        #expect(try sitting.refusal { try $0.amend(by: "di") } == ["not-entitled"])
        #expect(try sitting.refusal { try $0.amend(by: "bo", title: "") } == ["title-missing"])
        #expect(try sitting.refusal { try $0.offer("Other", by: "bo") } == ["nothing-written-here"])
        try sitting.amend(by: "bo")
        #expect(try sitting.refusal { try $0.amend(by: "bo") } == [])
        try sitting.amend(by: "bo")
        #expect(try sitting.refusal { try $0.amend(by: "bo") } == ["amendments-used-up"])
    }

    @Test("in a vote the text is frozen")
    func frozen() throws {
        let sitting = try Sitting.atVote()
        #expect(try sitting.refusal { try $0.amend(by: "bo") } == ["text-frozen"])
        #expect(try sitting.refusal { try $0.write(.comment(text: Sitting.text), by: "di") } == [])
    }

    @Test("an amendment starts the clock anew up to the cap on all visits, and no further")
    func restartUpToCap() throws {
        var sitting = try deliberation()
        try sitting.wait(until: day(15))
        try sitting.amend(by: "bo")
        #expect(try sitting.proposal.visit?.ends == day(30))
        try sitting.wait(until: day(20))
        try sitting.amend(by: "bo")
        #expect(try sitting.proposal.visit?.ends == day(30))
        try sitting.wait(until: day(30))
        #expect(try sitting.state == "vote")
    }

    @Test("an amendment or an option leaves the time promised, up to the latest end")
    func timeLeft() throws {
        for (moment, end) in [(6, 14), (7, 14), (8, 15), (14, 21)] {
            var sitting = try round()
            sitting.now = Instant(seconds: day(moment).seconds - (moment == 14 ? 1 : 0))
            try sitting.offer("Day rates", by: "bo")
            let wanted = moment == 14 ? day(end).seconds - 1 : day(end).seconds
            #expect(try sitting.proposal.visit?.ends?.seconds == wanted)
        }
        var sitting = try round()
        for moment in [10, 15, 20] {
            try sitting.wait(until: day(moment))
            try sitting.amend()
        }
        #expect(try sitting.proposal.visit?.ends == day(21))
    }

    @Test("a clock that starts anew with each amendment stays within its latest end")
    func restartUpToLatestEnd() throws {
        var sitting = try Sitting(
            "options",
            changing: ("amendments: {by: author}", "amendments: {by: author, restart-the-clock: yes}"))
        try sitting.propose()
        for (moment, end) in [(6, 20), (7, 21), (8, 21), (20, 21)] {
            try sitting.wait(until: day(moment))
            try sitting.amend()
            #expect(try sitting.proposal.visit?.ends == day(end))
        }
    }

    @Test("the end is moved by those named, within a week of what it was, all moves together")
    func adjusted() throws {
        let sitting = try round()
        let codes = { (days: Int, seconds: Int) in
            try sitting.refusal {
                try $0.act("move-end", date: Instant(seconds: self.day(days).seconds + seconds))
            }
        }
        #expect(try codes(7, -1) == ["end-out-of-bounds"])
        #expect(try codes(7, 0) == [])
        #expect(try codes(21, 0) == [])
        #expect(try codes(21, 1) == ["end-out-of-bounds"])
        #expect(try codes(0, 0) == ["date-passed"])
        #expect(
            try sitting.refusal { try $0.act("move-end", by: "bo", date: self.day(15)) } == ["not-entitled"])
        #expect(try sitting.refusal { try $0.act("move-end") } == ["date-missing"])
        var twice = sitting
        try twice.act("move-end", date: day(10))
        try twice.act("move-end", date: day(8))
        #expect(try twice.refusal { try $0.act("move-end", date: self.day(6)) } == ["end-out-of-bounds"])
        #expect(try twice.refusal { try $0.act("move-end", date: self.day(21)) } == [])
    }

    @Test("what a text touches follows its sections; what people judged stays")
    func subjects() throws {
        var sitting = try Sitting("meeting")
        try sitting.propose(sections: ["fees"])
        #expect(try sitting.proposal.subjects(in: sitting.workflow) == ["raises-fees"])
        try sitting.amend(sections: ["name"])
        #expect(try sitting.proposal.subjects(in: sitting.workflow) == [])
        try sitting.amend(sections: ["name", "fees"])
        #expect(try sitting.proposal.subjects(in: sitting.workflow) == ["raises-fees"])
    }

    @Test("a judgement needs its judge and a reason, and changes only what the judge may judge")
    func classified() throws {
        var sitting = try round()
        #expect(
            try sitting.refusal { try $0.classify(["constitution"], by: "cy", reason: false) } == [
                "reason-missing"
            ])
        #expect(try sitting.refusal { try $0.classify(["constitution"], by: "ada") } == ["not-judge"])
        #expect(try sitting.refusal { try $0.classify(["nonsense"], by: "cy") } == ["subject-unknown"])
        #expect(try sitting.refusal { try $0.classify([], by: "eve") } == ["no-judge"])
        try sitting.classify(["constitution"], by: "cy")
        // The chair judges the foundation, and cannot take the constitution away in passing.
        #expect(try sitting.refusal { try $0.classify(["foundation"], by: "ada") } == ["not-judge"])
        try sitting.classify(["foundation", "constitution"], by: "ada")
        #expect(try sitting.proposal.subjects(in: sitting.workflow) == ["constitution", "foundation"])
        try sitting.wait(until: day(14))
        #expect(try sitting.refusal { try $0.classify(["constitution"], by: "ada") } == ["frozen-in-vote"])
    }

    @Test("a judge says of an option by itself what it touches")
    func classifiedOption() throws {
        var sitting = try round()
        try sitting.offer("Day rates", by: "bo", touches: ["foundation"])
        #expect(
            try sitting.refusal { try $0.classify(["constitution"], option: "Z", by: "cy") } == [
                "option-unknown-here"
            ])
        #expect(try sitting.refusal { try $0.classify([], option: "B", by: "cy") } == ["not-judge"])
        try sitting.classify(["constitution", "foundation"], option: "b", by: "cy")
        #expect(try sitting.proposal.options.first?.offered.touches == ["constitution", "foundation"])
        #expect(try sitting.proposal.touches == [])
    }

    private func deliberation() throws -> Sitting {
        var sitting = try Sitting("request")
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        for id in ["di", "eve"] { try sitting.act("sponsor", by: id) }
        return sitting
    }

    private func round() throws -> Sitting {
        var sitting = try Sitting("options")
        try sitting.propose()
        return sitting
    }
}
