import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Adopting texts")
struct AdoptingTextsTests {
    private static let other = Digest(hex: String(repeating: "b", count: 64))

    @Test("the ordinary course: what the vote that passed was about, whatever is written after it")
    func frozenInVote() throws {
        var sitting = try Sitting.atVote(
            ("passed: adopted", "passed: polishing"),
            (
                "  adopted:\n",
                """
                  polishing:
                    kind: deliberation
                    amendments: {by: author}
                    lasts: 7 days
                    outcomes: {ended: adopted}
                  adopted:

                """
            ))
        for id in ["ada", "bo", "cy"] { try sitting.vote("yes", by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "polishing")
        try sitting.write(.amendment(title: "Night rates", text: Self.other, sections: []), by: "bo")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "adopted")
        #expect(try sitting.proposal.text == Self.other)
        #expect(try sitting.proposal.decidedText == Sitting.text)
    }

    @Test("a vote over options decides the text of the option that won")
    func winningOption() throws {
        for (ballot, text) in [("B>A>C", Self.other), ("A>B>C", Sitting.text)] {
            var sitting = try Sitting("options")
            try sitting.propose()
            try sitting.write(.option(Proposal.Offer(title: "Day rates", text: Self.other)), by: "bo")
            for id in ["di", "eve"] { try sitting.second("B", by: id) }
            try sitting.wait(Period(14, .days))
            for id in ["ada", "bo", "cy"] { try sitting.vote(ballot, by: id) }
            try sitting.wait(Period(14, .days))
            #expect(try sitting.state == "adopted")
            #expect(try sitting.proposal.decidedText == text)
        }
    }

    @Test("where several options won, no text was decided")
    func severalWinners() throws {
        let sitting = try Sitting.rankedVote()
        func text(winners: String) throws -> Digest? {
            let line = """
                {"at":1,"ballots":2,"outcome":"passed","state":"vote","tally":"\(Sitting.text)",\
                "type":"vote-closed","visit":1,"winners":[\(winners)]}
                """
            let closed = try ProposalEvent(json: JSON(bytes: Array(line.utf8)))
            return try Proposal(folding: sitting.events + [closed]).decidedText
        }
        #expect(try text(winners: "\"A\",\"B\"") == nil)
        #expect(try text(winners: "\"B\"") == Sitting.text)
    }

    @Test("without a vote that passed it is the text as it stands")
    func asItStands() throws {
        var sitting = try Sitting("request")
        try sitting.propose(by: "bo")
        #expect(try sitting.proposal.decidedText == Sitting.text)
        try sitting.write(.amendment(title: "Night rates", text: Self.other, sections: []), by: "bo")
        #expect(try sitting.proposal.decidedText == Self.other)
    }
}
