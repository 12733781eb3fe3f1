import Testing
import TingTally

@Suite("Keeping promises of yes-or-no rules") struct KeepingPromisesOfYesNoRulesTests {
    private static let seed: UInt64 = 0x5EED_2030

    /// A rule of shares, quorums and minima with numbers of the generator.
    private func rule(_ numbers: inout SeededNumbers) throws -> YesNoRule {
        func share(_ bases: [Base]) throws -> Share {
            let lower = 2 + numbers.below(5)
            let upper = 1 + numbers.below(lower - 1)
            return Share(
                numbers.below(2) == 0 ? .moreThan : .atLeast, try Fraction(upper, lower),
                of: bases[numbers.below(bases.count)])
        }
        var rule = YesNoRule(name: "generated")
        if numbers.below(2) == 0 {
            let countings: [[Choice]] = [[.yes], [.yes, .no], [.yes, .abstain], [.yes, .no, .abstain]]
            rule.quorum = Quorum(
                need: .share(try share([.electorate])), counting: countings[numbers.below(4)])
        }
        rule.majority = try share([
            .votesCast, .ballotsCast, .ballotsReceived, .electorate, .electorateWithoutAbstentions,
        ])
        if numbers.below(3) == 0 { rule.minimumYes = numbers.below(6) }
        if numbers.below(4) == 0 { rule.rejectedWhen = Condition(try share([.electorate]), .no) }
        if numbers.below(4) == 0 { rule.tie = .tied }
        return rule
    }

    @Test("more yes never hurts: one more yes among the same others keeps what passed") func monotone() throws
    {
        var numbers = SeededNumbers(seed: Self.seed)
        for round in 0..<4000 {
            let rule = try rule(&numbers)
            let eligible = 1 + numbers.below(40)
            let yes = numbers.below(eligible)
            let no = numbers.below(eligible - yes)
            let abstain = numbers.below(eligible - yes - no)
            func passes(_ yes: Int) throws -> Bool {
                let counts = try ChoiceCount(eligible: eligible, yes: yes, no: no, abstain: abstain)
                return try rule.decide(YesNoBallots(whole: counts)).outcome == .passed
            }
            let hurts = try passes(yes) && !passes(yes + 1)
            #expect(!hurts, "seed \(Self.seed), round \(round)")
        }
    }

    @Test("the quorum paradox: of 11, 2 are for; one more against makes the quorum, and it passes")
    func paradox()
        throws
    {
        let rule = YesNoRule(
            name: "paradox",
            quorum: Quorum(
                need: .share(Share(.atLeast, try Fraction(1, 5), of: .electorate)),
                counting: [.yes, .no, .abstain]),
            majority: Share(.moreThan, try Fraction(1, 2), of: .votesCast))
        let outcomes = try [0, 1, 2].map {
            try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 11, yes: 2, no: $0))).outcome
        }
        #expect(outcomes == [.noQuorum, .passed, .failed])
    }

    /// The number of profiles was found before by another program: 3,075 of at most 100 members.
    @Test("the paradox by enumeration: 3,075 profiles with a quorum of all ballots, none with one of yes")
    func paradoxEnumerated() throws {
        func rule(_ counting: [Choice]) throws -> YesNoRule {
            YesNoRule(
                name: "paradox",
                quorum: Quorum(
                    need: .share(Share(.atLeast, try Fraction(1, 5), of: .electorate)), counting: counting),
                majority: Share(.moreThan, try Fraction(1, 2), of: .votesCast))
        }
        let (all, friends) = (try rule([.yes, .no, .abstain]), try rule([.yes]))
        var found = 0
        for members in 1...100 {
            // Only with one ballot less than a fifth of them can one more make the quorum.
            let cast = (members + 4) / 5 - 1
            for yes in 0...cast {
                for no in 0...(cast - yes) {
                    func passes(_ rule: YesNoRule, more: Int) throws -> Bool {
                        let counts = try ChoiceCount(
                            eligible: members, yes: yes, no: no + more, abstain: cast - yes - no)
                        return try rule.decide(YesNoBallots(whole: counts)).outcome == .passed
                    }
                    if try !passes(all, more: 0), try passes(all, more: 1) { found += 1 }
                    #expect(try passes(friends, more: 0) || !passes(friends, more: 1))
                }
            }
        }
        #expect(found == 3075)
    }

    @Test("every share of every base up to 60, against plain whole numbers") func shares() throws {
        for lower in 1...12 {
            for upper in 1...lower {
                for comparison in Comparison.allCases {
                    let share = Share(comparison, try Fraction(upper, lower), of: .votesCast)
                    for base in 0...60 {
                        for yes in 0...base {
                            let counts = try ChoiceCount(eligible: 60, yes: yes, no: base - yes)
                            let (left, right) = (yes * lower, upper * base)
                            let plain = base > 0 && (comparison == .moreThan ? left > right : left >= right)
                            guard try share.isMet(by: yes, of: counts) != plain else { continue }
                            Issue.record("\(share.description), \(yes) of \(base)")
                        }
                    }
                }
            }
        }
    }

    @Test("what is decided, no ballots to come can change; what can still pass, some can make pass")
    func decided() throws {
        var numbers = SeededNumbers(seed: Self.seed &+ 1)
        var decided = 0
        for round in 0..<400 {
            var rule = try rule(&numbers)
            if round % 5 == 0 {
                rule.majority = nil
                rule.bands = Bands(
                    [.init(.sum(.atLeast, 3), .passed), .init(.sum(.atLeast, -1), .tied)], otherwise: .failed)
            }
            let eligible = 1 + numbers.below(9)
            let yes = numbers.below(eligible + 1)
            let no = numbers.below(eligible - yes + 1)
            let now = try ChoiceCount(eligible: eligible, yes: yes, no: no)
            let outlook = try rule.decided(YesNoBallots(whole: now))
            var ends: Set<VoteOutcome> = []
            for more in 0...now.notCast {
                for against in 0...(now.notCast - more) {
                    for neither in 0...(now.notCast - more - against) {
                        var then = now
                        try then.add(more, to: .yes)
                        try then.add(against, to: .no)
                        try then.add(neither, to: .abstain)
                        ends.insert(try rule.decide(YesNoBallots(whole: then)).outcome)
                    }
                }
            }
            let note: Comment = "seed \(Self.seed &+ 1), round \(round): \(ends)"
            if let outlook {
                decided += 1
                #expect(ends == [outlook], note)
            } else if rule.bands == nil {
                // Bands that another part of the rule overrules may keep a vote open longer than need be.
                #expect(ends.count > 1, note)
            }
            #expect(try rule.canStillPass(YesNoBallots(whole: now)) == ends.contains(.passed), note)
        }
        #expect(decided > 40)
    }
}
