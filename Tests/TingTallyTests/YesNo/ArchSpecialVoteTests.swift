import Testing
import TingTally

/// The standard voting procedure of the Arch Linux Trusted User Bylaws 1.3, and the vote of July 2013.
@Suite("Voting by the Arch bylaws") struct VotingByTheArchBylawsTests {
    static func rule(quorum: Fraction) throws -> YesNoRule {
        let half = try Fraction(1, 2)
        return YesNoRule(
            name: "special-vote",
            either: [
                YesNoRule(name: "absolute", majority: Share(.moreThan, half, of: .electorate)),
                YesNoRule(
                    name: "quorate",
                    quorum: Quorum(
                        need: .share(Share(.atLeast, quorum, of: .electorate)),
                        counting: [.yes, .no, .abstain]),
                    majority: Share(.moreThan, half, of: .votesCast)),
            ],
            rejectedWhen: Condition(Share(.atLeast, half, of: .electorate), .no))
    }

    /// aur-general, 2013-07-27: "18/37 < 0.5 and 24/37 < 0.66 (19 yes or 25 votes needed)".
    @Test("July 2013: 18 yes, 4 no, 2 abstain of 37 lack the quorum by one ballot") func july2013() throws {
        let rule = try Self.rule(quorum: Fraction(66, 100))
        let verdict = try rule.decide(
            YesNoBallots(whole: ChoiceCount(eligible: 37, yes: 18, no: 4, abstain: 2)))
        #expect(verdict.outcome == .noQuorum)
        let quorum = verdict.transcript.statements.first { $0.code == "quorum-missed" }
        #expect(quorum?["needed"] == .number(25))
        #expect(quorum?["reached"] == .number(24))
        let absolute = verdict.transcript.statements.first { $0.code == "majority-missed" }
        #expect(absolute?["needed"] == .number(19))
        #expect(absolute?["reached"] == .number(18))
    }

    /// aur-general, 2022-03-13; 61 eligible follows from the 63.93 % the mail gives.
    @Test("March 2022: 27 yes, 4 no, 8 abstain of 61 lack the quorum") func march2022() throws {
        let verdict = try Self.rule(quorum: Fraction(66, 100)).decide(
            YesNoBallots(whole: ChoiceCount(eligible: 61, yes: 27, no: 4, abstain: 8)))
        #expect(verdict.outcome == .noQuorum)
    }

    @Test("one more ballot reaches the quorum, one more yes is more than half") func neighbours() throws {
        let rule = try Self.rule(quorum: Fraction(66, 100))
        func verdict(_ yes: Int, _ no: Int, _ abstain: Int) throws -> Verdict {
            try rule.decide(
                YesNoBallots(whole: ChoiceCount(eligible: 37, yes: yes, no: no, abstain: abstain)))
        }
        #expect(try verdict(18, 4, 3).passedBy == "quorate")
        #expect(try verdict(19, 4, 0).passedBy == "absolute")
        #expect(try verdict(4, 19, 0).outcome == .failed)
        #expect(try verdict(4, 18, 0).outcome == .noQuorum)
        #expect(try verdict(10, 10, 5).outcome == .failed)
    }

    @Test(
        "agrees with the bylaws' own four clauses on every vote of up to 24 members",
        arguments: [(66, 100), (75, 100)])
    func everyVote(upper: Int, lower: Int) throws {
        let rule = try Self.rule(quorum: Fraction(upper, lower))
        var disagreements: [String] = []
        for eligible in 1...24 {
            for yes in 0...eligible {
                for no in 0...(eligible - yes) {
                    for abstain in 0...(eligible - yes - no) {
                        let hasQuorum = (yes + no + abstain) * lower >= upper * eligible
                        let isAccepted = 2 * yes > eligible || (hasQuorum && yes > no)
                        let isRejected = 2 * no >= eligible || (hasQuorum && no >= yes)
                        // Half yes and half no of everybody is rejected by both clauses and accepted by none.
                        let expected: VoteOutcome = isAccepted ? .passed : isRejected ? .failed : .noQuorum
                        let counts = try ChoiceCount(eligible: eligible, yes: yes, no: no, abstain: abstain)
                        let outcome = try rule.decide(YesNoBallots(whole: counts)).outcome
                        if outcome != expected {
                            disagreements.append(
                                "\(yes)/\(no)/\(abstain) of \(eligible): \(outcome), bylaws \(expected)")
                        }
                    }
                }
            }
        }
        #expect(disagreements.isEmpty)
    }
}
