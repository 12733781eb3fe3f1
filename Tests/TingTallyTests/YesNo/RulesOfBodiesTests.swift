import Testing
import TingTally

/// Bases, quorums, seats, bands and bodies, each one below, at and above its bound.
@Suite("Deciding by seats, sizes, bands and bodies") struct DecidingBySeatsAndBodiesTests {
    private func share(_ comparison: Comparison, _ upper: Int, _ lower: Int, of base: Base) throws -> Share {
        Share(comparison, try Fraction(upper, lower), of: base)
    }

    private func outcome(_ rule: YesNoRule, _ counts: ChoiceCount) throws -> VoteOutcome {
        try rule.decide(YesNoBallots(whole: counts)).outcome
    }

    @Test("abstentions lower the number needed: of 10, 2 abstain, and more than half is 5 of 8")
    func withoutAbstentions() throws {
        let rule = YesNoRule(
            name: "r", majority: try share(.moreThan, 1, 2, of: .electorateWithoutAbstentions))
        let outcomes = try [3, 4, 5].map { try outcome(rule, ChoiceCount(eligible: 10, yes: $0, abstain: 2)) }
        #expect(outcomes == [.failed, .failed, .passed])
        #expect(try outcome(rule, ChoiceCount(eligible: 10, yes: 5)) == .failed)
        #expect(try outcome(rule, ChoiceCount(eligible: 4, abstain: 4)) == .failed)
        let present = YesNoRule(
            name: "r", majority: try share(.atLeast, 1, 2, of: .presentWithoutAbstentions))
        #expect(try outcome(present, ChoiceCount(eligible: 10, present: 6, yes: 2, abstain: 2)) == .passed)
        let expected = Statement(
            "more-abstain-than-base",
            [.term("base", "present without abstentions"), .number("abstain", 2), .number("count", 1)])
        #expect(throws: TallyError(expected)) {
            try outcome(present, ChoiceCount(eligible: 10, present: 1, yes: 2, abstain: 2))
        }
    }

    /// Nix: more than half of the full size; vacant seats abstain, or count in favour in one case.
    @Test("7 seats, 2 of them vacant: 3, 4 and 5 yes; in favour, 1, 2 and 3 yes are enough or not")
    func vacantSeats() throws {
        var rule = YesNoRule(name: "committee", majority: try share(.moreThan, 1, 2, of: .seats))
        rule.seats = 7
        func outcomes(_ yes: [Int]) throws -> [VoteOutcome] {
            try yes.map { try outcome(rule, ChoiceCount(eligible: 5, yes: $0)) }
        }
        rule.vacant = .abstain
        #expect(try outcomes([3, 4, 5]) == [.failed, .passed, .passed])
        rule.vacant = .inFavour
        #expect(try outcomes([1, 2, 3]) == [.failed, .passed, .passed])
        rule.vacant = .against
        rule.majority = try share(.moreThan, 1, 2, of: .votesCast)
        #expect(try outcomes([2, 3]) == [.failed, .passed])
        rule.vacant = .abstain
        rule.majority = try share(.moreThan, 1, 2, of: .seatsWithoutAbstentions)
        #expect(try outcomes([2, 3]) == [.failed, .passed])
        let verdict = try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 5, yes: 3)))
        let line = try #require(verdict.transcript.statements.first { $0.code == "vacant-seats-counted" })
        #expect([line["vacant"], line["after"]] == [.number(2), .number(2)])
    }

    @Test("vacant seats never count to the quorum, and more voters than seats are refused")
    func vacantRefusals() throws {
        var rule = YesNoRule(name: "committee")
        rule.vacant = .inFavour
        #expect(throws: TallyError(Statement("vacant-not-known"))) {
            try outcome(rule, ChoiceCount(eligible: 5))
        }
        rule.seats = 7
        rule.quorum = Quorum(need: .number(.atLeast, Surd(4)), counting: [.yes])
        let outcomes = try [3, 4, 5].map { try outcome(rule, ChoiceCount(eligible: 5, yes: $0)) }
        #expect(outcomes == [.noQuorum, .passed, .passed])
        rule.seats = 4
        let expected = Statement("more-voters-than-seats", [.number("eligible", 5), .number("seats", 4)])
        #expect(throws: TallyError(expected)) { try outcome(rule, ChoiceCount(eligible: 5)) }
    }

    /// Maryland, Corporations and Associations, 5-618: 5 % up to 1000 members, else 50.
    @Test("a quorum by size: 5 % up to 1000 members, else 50") func quorumBySize() throws {
        let quorum = Quorum(
            need: .bySize(
                [.init(upTo: 1000, need: .share(try share(.atLeast, 1, 20, of: .electorate)))],
                otherwise: .number(.atLeast, Surd(50))), counting: [.yes, .no, .abstain])
        func met(_ members: Int, _ cast: [Int]) throws -> [Bool] {
            try cast.map { try quorum.progress(of: ChoiceCount(eligible: members, yes: $0)).isMet }
        }
        #expect(try met(999, [49, 50, 51]) == [false, true, true])
        #expect(try met(1000, [49, 50, 51]) == [false, true, true])
        #expect(try met(1001, [49, 50, 51]) == [false, true, true])
        #expect(try met(100, [4, 5, 6]) == [false, true, true])
        #expect(try met(101, [5, 6, 7]) == [false, true, true])
        #expect(try met(1_000_000, [49, 50, 51]) == [false, true, true])
        let lines = try quorum.progress(of: ChoiceCount(eligible: 1001)).transcript.statements
        #expect(lines.map(\.code) == ["quorum-size-above", "quorum-number-missed"])
        #expect(lines[0]["members"] == .fraction(Fraction(1001)))
    }

    @Test("two quorums, of all and of a class: both must be met") func severalQuorums() throws {
        var rule = YesNoRule(
            name: "r",
            quorum: Quorum(
                need: .share(try share(.atLeast, 1, 10, of: .electorate)), counting: [.yes, .no, .abstain]))
        rule.furtherQuorums = [
            Quorum(
                need: .share(Share(.atLeast, try Fraction(1, 4), ofClass: "workers")), counting: [.yes, .no])
        ]
        func outcome(_ all: Int, _ workers: Int) throws -> VoteOutcome {
            try rule.decide(
                YesNoBallots(
                    whole: ChoiceCount(eligible: 100, yes: all),
                    classes: [ClassCount(name: "workers", count: ChoiceCount(eligible: 20, yes: workers))])
            ).outcome
        }
        #expect(
            try [outcome(10, 4), outcome(10, 5), outcome(10, 6)] == [.noQuorum, .passed, .passed])
        #expect(try [outcome(9, 5), outcome(9, 9)] == [.noQuorum, .noQuorum])
        #expect(rule.classNames == ["workers"])
        let verdict = try rule.decide(
            YesNoBallots(whole: ChoiceCount(eligible: 100)).including(classes: rule.classNames))
        #expect(verdict.transcript.statements.map(\.code).contains("quorum-of-nothing"))
        #expect(rule.furtherQuorums[0].need.description == "at least 1/4 of class workers")
    }

    /// Apache: a release needs at least three +1 and more +1 than -1; score sums with a band left open.
    @Test("bands of a sum: 2, 3 and 4; a band left to somebody; below, it fails") func sumBands() throws {
        var rule = YesNoRule(name: "sum")
        rule.bands = Bands(
            [.init(.sum(.atLeast, 3), .passed), .init(.sum(.moreThan, -2), .tied)], otherwise: .failed)
        func outcomes(_ pairs: [(Int, Int)]) throws -> [VoteOutcome] {
            try pairs.map { try outcome(rule, ChoiceCount(eligible: 20, yes: $0.0, no: $0.1)) }
        }
        #expect(try outcomes([(5, 3), (5, 2), (5, 1)]) == [.tied, .passed, .passed])
        #expect(try outcomes([(0, 1), (0, 2), (0, 3)]) == [.tied, .failed, .failed])
        let verdict = try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 20, yes: 5, no: 3)))
        #expect(
            verdict.transcript.statements.map(\.code) == [
                "ballots-counted", "quorum-none", "score-sum", "sum-band-missed", "sum-band-met",
                "verdict-tied",
            ])
    }

    /// Wikipedia: above 75 % passes, from 65 % on it is left to bureaucrats; neutral is ignored.
    @Test("bands of a share: 64, 65, 66 and 75, 76 of 100") func shareBands() throws {
        var rule = YesNoRule(name: "adminship")
        rule.bands = Bands(
            [
                .init(.share(try share(.moreThan, 3, 4, of: .votesCast)), .passed),
                .init(.share(try share(.atLeast, 13, 20, of: .votesCast)), .tied),
            ], otherwise: .failed)
        let outcomes = try [64, 65, 66, 74, 75, 76].map {
            try outcome(rule, ChoiceCount(eligible: 200, yes: $0, no: 100 - $0, abstain: 50))
        }
        #expect(outcomes == [.failed, .tied, .tied, .tied, .tied, .passed])
    }

    @Test("bodies: one fails, so it fails; one lacks its quorum, so nothing is decided") func bodies() throws
    {
        let half = try share(.moreThan, 1, 2, of: .votesCast)
        var rule = YesNoRule(name: "joint")
        rule.bodies = [
            Body(name: "all", votes: .everybody, rule: YesNoRule(name: "all", majority: half)),
            Body(
                name: "board", votes: .ofClass("board"),
                rule: YesNoRule(
                    name: "board",
                    quorum: Quorum(need: .number(.atLeast, Surd(3)), counting: [.yes, .no]), majority: half)),
        ]
        func outcome(_ all: (Int, Int), _ board: (Int, Int)) throws -> VoteOutcome {
            try rule.decide(
                YesNoBallots(
                    whole: ChoiceCount(eligible: 100, yes: all.0, no: all.1),
                    classes: [
                        ClassCount(
                            name: "board", count: ChoiceCount(eligible: 5, yes: board.0, no: board.1))
                    ])
            ).outcome
        }
        #expect(
            try [outcome((9, 8), (1, 1)), outcome((9, 8), (2, 1)), outcome((9, 8), (3, 1))] == [
                .noQuorum, .passed, .passed,
            ])
        #expect(try [outcome((8, 8), (2, 1)), outcome((8, 8), (1, 0))] == [.failed, .failed])
        #expect(try outcome((9, 8), (1, 2)) == .failed)
        rule.bodies[0].rule.tie = .tied
        #expect(try [outcome((8, 8), (2, 1)), outcome((8, 8), (1, 0))] == [.tied, .noQuorum])
    }
}

extension Quorum.Need {
    /// The share as text, for these tests.
    fileprivate var description: String {
        if case .share(let share) = self { share.description } else { "" }
    }
}
