import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Choosing among options")
struct ChoosingOptionsTests {
    @Test("approvals: the option that most approve of wins, and a ballot may name any number")
    func approvals() throws {
        var sitting = try Sitting.choices()
        for (id, ballot) in [("ada", "A,B"), ("bo", "B"), ("cy", " b , c "), ("di", "A"), ("eve", "D")] {
            try sitting.vote(ballot, by: id)
        }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.winners == ["B"] && closed.outcome == "passed")
        #expect(try sitting.tally?["method"] == .string("approval"))
    }

    @Test("the default option among the winners alone: the vote fails and names it")
    func defaultWins() throws {
        var sitting = try Sitting.choices()
        for (id, ballot) in [("ada", "D"), ("bo", "A,D"), ("cy", "D,A"), ("di", "B")] {
            try sitting.vote(ballot, by: id)
        }
        try sitting.wait(Period(7, .days))
        let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
        #expect(closed.winners == ["D"] && closed.outcome == "failed")
    }

    @Test("a tie fails, or is an outcome, or asks for another vote, as the file says")
    func ties() throws {
        let mapped = (
            "{passed: adopted, failed: rejected}", "{passed: adopted, failed: rejected, tied: rejected}"
        )
        for (tie, outcome, winners, line) in [
            ("fails", "failed", [], "tie-fails"), ("outcome", "tied", ["A", "B"], "winners-tied"),
            ("revote", "tied", ["A", "B"], "tie-left-to-revote"),
        ] {
            var sitting =
                try tie == "fails"
                ? Sitting.choices() : Sitting.choices(("tie: fails", "tie: \(tie)"), mapped)
            for (id, ballot) in [("ada", "A"), ("bo", "B")] { try sitting.vote(ballot, by: id) }
            try sitting.wait(Period(7, .days))
            let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
            #expect(closed.outcome == outcome && closed.winners == winners)
            #expect(try sitting.codes.contains(line))
        }
    }

    @Test("scores and points as members write them")
    func scores() throws {
        for (ballot, text, scores) in [
            ("score 0 to 5", "A=5, c=0", [(0, 5), (2, 0)]),
            ("score -2 to 2", "B=-2,A=+2", [(0, 2), (1, -2)]),
            ("points 10", "A=6,B=4", [(0, 6), (1, 4)]), ("plus-minus", "A=+1,B=-1", [(0, 1), (1, -1)]),
        ] {
            let rule = ballot == "points 10" || ballot == "score 0 to 5" ? "score" : "score, plus-minus"
            let sitting = try Sitting.choices(
                ("ballot: approval", "ballot: \(ballot)"), ("count: approval", "count: \(rule)"))
            let content = try sitting.proposal.ballotContent(text, in: sitting.situation())
            #expect(content == .scores(scores.map { Ballot.Score(option: $0.0, score: $0.1) }))
        }
    }

    @Test("a ballot is refused with everything that is wrong with it")
    func everyReason() throws {
        let score = [("ballot: approval", "ballot: score 0 to 5"), ("count: approval", "count: score")]
        let points = [("ballot: approval", "ballot: points 10"), ("count: approval", "count: score")]
        let cases: [([(String, String)], String, [String])] = [
            ([], "A,X,a", ["option-not-on-ballot", "option-twice"]), ([], "", ["ballot-part-empty"]),
            ([], "A,", ["ballot-part-empty"]), ([], "A>B", ["option-not-on-ballot"]),
            (
                score, "A=6,B=-1,X=2",
                ["option-not-on-ballot", "ballot-score-out-of-bounds", "ballot-score-out-of-bounds"]
            ),
            (score, "A=x,B", ["score-not-a-number", "score-not-a-number"]),
            (score, "A=5,A=4", ["option-twice"]), (score, "A=5.5", ["score-not-a-number"]),
            (score, "A=99999999999999999999", ["score-not-a-number"]),
            (points, "A=6,B=5", ["ballot-too-many-points"]), (points, "A=6,B=4", []),
            (points, "A=10,B=0", []),
            (points, "A=11", ["ballot-score-out-of-bounds"]),
        ]
        for (changes, text, codes) in cases {
            let sitting = try Sitting.choices(changes)
            #expect(try sitting.refusal { try $0.vote(text, by: "ada") } == codes, "\(text)")
        }
    }

    @Test("a ballot of another form is refused by the rules themselves, not only when it is read")
    func otherForms() throws {
        let sitting = try Sitting.choices()
        let contents: [(Ballot.Content, String)] = [
            (.choice(.yes), "ballot-of-another-paper"), (.ranking([[0]]), "ballot-of-another-paper"),
            (.scores([.init(option: 9, score: 1)]), "option-not-on-paper"),
            (.scores([.init(option: 0, score: 2)]), "ballot-score-out-of-bounds"),
        ]
        let member = try #require(sitting.roll.member("ada"))
        for (content, code) in contents {
            do {
                _ = try sitting.proposal.cast(
                    content, by: member, at: sitting.now, in: sitting.situation(), earlier: nil)
                Issue.record("\(content) was taken")
            } catch let refusal as Refusal {
                #expect(refusal.reasons.map(\.statement.code) == [code])
                #expect(refusal.reasons.first?.hint?.code == "paper-approval")
            }
        }
    }

    @Test("a quorum of ballots: one below, just, one above")
    func quorum() throws {
        let changes = [
            ("quorum: none", "quorum: {ballots: at least 3/5 of electorate}"),
            (
                "{passed: adopted, failed: rejected}",
                "{passed: adopted, failed: rejected, no-quorum: rejected}"
            ),
        ]
        for (count, outcome) in [(2, "no-quorum"), (3, "passed"), (4, "passed")] {
            var sitting = try Sitting.choices(changes)
            for id in ["ada", "bo", "cy", "di"].prefix(count) { try sitting.vote("A", by: id) }
            try sitting.wait(Period(7, .days))
            let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
            #expect(closed.outcome == outcome)
            #expect(closed.winners == (outcome == "passed" ? ["A"] : []))
        }
    }

    @Test("several seats: those placed before the default option are elected")
    func seats() throws {
        for (ballots, outcome, winners) in [
            (["A,B", "A,B", "A,C", "D", "B"], "passed", ["A", "B"]),
            (["A,D", "A,D", "A,B", "D", "D"], "failed", ["D"]),
            (["A,D", "A,D", "A,B", "D", "A"], "passed", ["A"]),
            (["A,B", "A,C", "A"], "passed", ["A"]), (["B", "C", "A"], "failed", []),
        ] {
            var sitting = try Sitting.choices([("quorum: none", "quorum: none\n    seats: 2")])
            for (id, ballot) in zip(["ada", "bo", "cy", "di", "eve"], ballots) {
                try sitting.vote(ballot, by: id)
            }
            try sitting.wait(Period(7, .days))
            let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
            #expect(closed.outcome == outcome && closed.winners == winners, "\(ballots)")
        }
    }

    @Test("an option level with the default is not above it: one below, level, one above")
    func levelWithTheDefault() throws {
        for (ballots, outcome, winners) in [
            (["A,D", "A,D", "D"], "failed", ["D"]), (["A,D", "A,D"], "failed", ["D"]),
            (["A,D", "A,D", "A"], "passed", ["A"]),
        ] {
            var sitting = try Sitting.choices([("quorum: none", "quorum: none\n    seats: 2")])
            for (id, ballot) in zip(["ada", "bo", "cy"], ballots) { try sitting.vote(ballot, by: id) }
            try sitting.wait(Period(7, .days))
            let closed = try #require(try sitting.proposal.closedVotes.first?.closed)
            #expect(closed.outcome == outcome && closed.winners == winners, "\(ballots)")
            #expect(try sitting.codes.contains("default-takes-a-seat"))
        }
    }

    @Test("plus-minus on the proposal is decided by a rule for yes and no")
    func plusMinus() throws {
        for (ballots, outcome) in [(["+1", "-1", "0"], "tied"), (["+", "1", "-1", "0"], "passed")] {
            var sitting = try Sitting.atVote(("yes, no or abstain", "plus-minus"))
            for (id, ballot) in zip(["ada", "bo", "cy", "di"], ballots) { try sitting.vote(ballot, by: id) }
            #expect(try sitting.refusal { try $0.vote("yes", by: "eve") } == ["choice-not-on-paper"])
            try sitting.wait(Period(7, .days))
            #expect(try sitting.proposal.closedVotes.first?.closed.outcome == outcome)
        }
    }

    @Test("only the options, and no default: the proposal itself is none, and somebody wins")
    func onlyOptions() throws {
        var sitting = try Sitting.choices([
            ("options from round, default None of these", "only options from round, no default")
        ])
        #expect(try sitting.proposal.openVote?.options.map(\.letter) == ["B", "C"])
        try sitting.vote("C", by: "ada")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.winners == ["C"])
    }

    @Test("ballots that cannot be counted to the end decide nothing, and hold nobody up")
    func unfinished() throws {
        var sitting = try Sitting(
            "choices", changing: ("ballot: approval", "ballot: ranking"),
            ("count: approval", "count: meek-stv\n    equal-ranks: yes"))
        try sitting.propose()
        for letter in ["B", "C", "D", "E", "F"] { try sitting.offer("Option \(letter)", by: "ada") }
        try sitting.wait(Period(14, .days))
        // Six level at one rank stand for 720 orders, more than Meek's count takes apart.
        try sitting.vote("A=B=C=D=E=F", by: "ada")
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "rejected")
        #expect(try sitting.codes.last == "count-unfinished")
    }

    @Test("a vote without any option fails, and says so")
    func noOptions() throws {
        var sitting = try Sitting(
            "choices",
            changing: ("options from round, default None of these", "only options from round, no default"))
        try sitting.propose()
        try sitting.wait(Period(14, .days))
        #expect(try sitting.refusal { try $0.vote("A", by: "ada") } == ["option-not-on-ballot"])
        try sitting.wait(Period(7, .days))
        #expect(try sitting.state == "rejected")
        #expect(try sitting.codes == ["no-options-on-paper"])
    }
}

extension Sitting {
    /// A vote on A, B and C and the default D, with parts of the file replaced.
    static func choices(_ changes: (String, String)...) throws -> Sitting { try choices(changes) }

    static func choices(_ changes: [(String, String)]) throws -> Sitting {
        var sitting = try Sitting(file: "choices", changing: changes)
        try sitting.propose()
        try sitting.offer("Day rates", by: "bo")
        try sitting.offer("No rates", by: "cy")
        try sitting.wait(Period(14, .days))
        return sitting
    }

    /// The codes of the lines of the last count.
    var codes: [String] {
        get throws {
            try tally?["transcript"].flatMap(Transcript.init(json:))?.statements.map(\.code) ?? []
        }
    }
}
