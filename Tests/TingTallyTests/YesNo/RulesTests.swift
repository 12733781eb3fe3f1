import Testing
import TingTally

@Suite("Deciding by yes, no and abstain") struct DecidingByYesNoTests {
    private func share(_ comparison: Comparison, _ upper: Int, _ lower: Int, of base: Base) throws -> Share {
        Share(comparison, try Fraction(upper, lower), of: base)
    }

    private func tenth(_ least: Int? = nil) throws -> Quorum {
        Quorum(
            need: .share(try share(.atLeast, 1, 10, of: .electorate)), counting: [.yes, .no, .abstain],
            neverFewerThan: least)
    }

    @Test("the ordinary course: 1/10 of 412 is 41.2, so 42 needed; 57 cast: met") func ordinary() throws {
        let rule = YesNoRule(
            name: "ordinary", quorum: try tenth(), majority: try share(.moreThan, 1, 2, of: .votesCast))
        let verdict = try rule.decide(
            YesNoBallots(whole: ChoiceCount(eligible: 412, yes: 30, no: 20, abstain: 7)))
        #expect(verdict.outcome == .passed)
        #expect(
            verdict.transcript.statements.map(\.code) == [
                "ballots-counted", "quorum-met", "majority-met", "verdict-passed",
            ])
        let quorum = verdict.transcript.statements[1]
        #expect(try quorum["exact"] == .fraction(Fraction(206, 5)))
        #expect(quorum["needed"] == .number(42))
        #expect(quorum["reached"] == .number(57))
    }

    @Test("boundaries in threes: 41, 42 and 43 ballots of 412") func quorumBoundary() throws {
        let rule = YesNoRule(
            name: "ordinary", quorum: try tenth(), majority: try share(.moreThan, 1, 2, of: .votesCast))
        let outcomes = try [41, 42, 43].map {
            try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 412, yes: $0))).outcome
        }
        #expect(outcomes == [.noQuorum, .passed, .passed])
    }

    @Test("a quorum never fewer than 25: 24, 25 and 26 ballots of 100") func neverFewer() throws {
        let quorum = try tenth(25)
        let progress = try [24, 25, 26].map { try quorum.progress(of: ChoiceCount(eligible: 100, yes: $0)) }
        #expect(progress.map(\.isMet) == [false, true, true])
        #expect(progress.map(\.needed) == [25, 25, 25])
        #expect(quorum.tellsOnlyTurnout)
    }

    @Test("a quorum by formula is not rounded: 47, 48 and 49 ballots for 47.85...") func formulaQuorum()
        throws
    {
        let bound = try Surd(coefficient: Fraction(3, 2), radicand: 1018)
        let quorum = Quorum(need: .number(.atLeast, bound), counting: [.yes])
        let progress = try [47, 48, 49].map { try quorum.progress(of: ChoiceCount(eligible: 1018, yes: $0)) }
        #expect(progress.map(\.isMet) == [false, true, true])
        #expect(progress.map(\.needed) == [48, 48, 48])
        #expect(!quorum.tellsOnlyTurnout)
    }

    @Test("more than a whole number asks for one more: 24, 25 and 26 for more than 25") func moreThanNumber()
        throws
    {
        let quorum = Quorum(need: .number(.moreThan, Surd(25)), counting: [.yes, .no])
        let progress = try [25, 26, 27].map { try quorum.progress(of: ChoiceCount(eligible: 100, yes: $0)) }
        #expect(progress.map(\.isMet) == [false, true, true])
        #expect(progress[0].needed == 26)
    }

    @Test("every class must carry the motion by itself") func classes() throws {
        let half = try share(.moreThan, 1, 2, of: .votesCast)
        let rule = YesNoRule(
            name: "ordinary", majority: half,
            eachClass: [
                ClassShare(className: "workers", share: half), ClassShare(className: "users", share: half),
            ])
        let ballots = try YesNoBallots(
            whole: ChoiceCount(eligible: 200, yes: 115, no: 30, abstain: 5),
            classes: [
                ClassCount(name: "workers", count: ChoiceCount(eligible: 40, yes: 15, no: 20)),
                ClassCount(name: "users", count: ChoiceCount(eligible: 160, yes: 100, no: 10, abstain: 5)),
            ])
        let verdict = try rule.decide(ballots)
        #expect(verdict.outcome == .failed)
        let missed = verdict.transcript.statements.filter { $0.code == "class-missed" }
        #expect(missed.map { $0["class"] } == [.text("workers")])
        #expect(missed.map { $0["base-count"] } == [.number(35)])
        #expect(throws: TallyError(Statement("class-not-counted", [.text("class", "workers")]))) {
            try rule.decide(YesNoBallots(whole: ballots.whole))
        }
    }

    @Test("a least number of yes: 2, 3 and 4 for three") func minimumYes() throws {
        let rule = YesNoRule(name: "r", majority: try share(.moreThan, 1, 2, of: .votesCast), minimumYes: 3)
        let outcomes = try [2, 3, 4].map {
            try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 9, yes: $0))).outcome
        }
        #expect(outcomes == [.failed, .passed, .passed])
    }

    @Test("tied only when asked, with votes, and when nothing else is missing") func ties() throws {
        var rule = YesNoRule(name: "r", majority: try share(.moreThan, 1, 2, of: .votesCast), tie: .tied)
        func outcome(_ yes: Int, _ no: Int) throws -> VoteOutcome {
            try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 100, yes: yes, no: no))).outcome
        }
        #expect(try [outcome(9, 10), outcome(10, 10), outcome(11, 10)] == [.failed, .tied, .passed])
        #expect(try outcome(0, 0) == .failed)
        rule.minimumYes = 11
        #expect(try outcome(10, 10) == .failed)
        rule.minimumYes = nil
        rule.quorum = try Quorum(need: .share(share(.atLeast, 1, 2, of: .electorate)), counting: [.yes, .no])
        #expect(try outcome(10, 10) == .noQuorum)
        rule.quorum = nil
        rule.tie = .fails
        #expect(try outcome(10, 10) == .failed)
        rule.tie = .tied
        rule.majority = try share(.atLeast, 2, 3, of: .votesCast)
        #expect(try outcome(10, 10) == .failed)
    }

    @Test("a rule that asks nothing passes; its alternatives say which one passed") func alternatives() throws
    {
        let all = YesNoRule(name: "unanimous", majority: try share(.atLeast, 1, 1, of: .electorate))
        let most = YesNoRule(name: "most", majority: try share(.moreThan, 1, 2, of: .votesCast))
        let rule = YesNoRule(name: "either", either: [all, most])
        func verdict(_ yes: Int, _ no: Int) throws -> Verdict {
            try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 5, yes: yes, no: no)))
        }
        #expect(try verdict(5, 0).passedBy == "unanimous")
        #expect(try verdict(3, 2).passedBy == "most")
        #expect(try verdict(2, 3).outcome == .failed)
        #expect(try verdict(2, 3).passedBy == nil)
        #expect(try verdict(3, 2).transcript.steps.map(\.depth).max() == 1)
    }
}
