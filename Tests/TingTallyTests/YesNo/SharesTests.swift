import Testing
import TingTally

@Suite("Reaching a share") struct ReachingAShareTests {
    static let fractions = [
        (0, 1), (1, 10), (1, 3), (2, 5), (1, 2), (3, 5), (33, 50), (2, 3), (3, 4), (4, 5), (9, 10), (1, 1),
    ]

    @Test("agrees with integer arithmetic for every base up to 300", arguments: fractions)
    func enumerates(upper: Int, lower: Int) throws {
        let fraction = try Fraction(upper, lower)
        let atLeast = Share(.atLeast, fraction, of: .electorate)
        let moreThan = Share(.moreThan, fraction, of: .electorate)
        var disagreements: [String] = []
        for base in 0...300 {
            let counts = try ChoiceCount(eligible: base)
            for number in 0...base {
                let least = base > 0 && number * lower >= upper * base
                let more = base > 0 && number * lower > upper * base
                if try atLeast.isMet(by: number, of: counts) != least {
                    disagreements.append("at least: \(number) of \(base)")
                }
                if try moreThan.isMet(by: number, of: counts) != more {
                    disagreements.append("more than: \(number) of \(base)")
                }
            }
        }
        #expect(disagreements.isEmpty)
    }

    @Test("boundaries in threes: 39, 40 and 41 of 60 for two thirds") func twoThirds() throws {
        let share = Share(.atLeast, try Fraction(2, 3), of: .votesCast)
        let results = try [39, 40, 41].map { yes in
            try share.isMet(by: yes, of: ChoiceCount(eligible: 100, yes: yes, no: 60 - yes))
        }
        #expect(results == [false, true, true])
    }

    @Test("each base is a share of its own number") func bases() throws {
        let counts = try ChoiceCount(
            eligible: 100, present: 60, seats: 120, yes: 20, no: 10, abstain: 5, blank: 3, invalid: 2)
        let expected: [Base: Int] = [
            .votesCast: 30, .ballotsCast: 35, .ballotsReceived: 40, .electorate: 100, .present: 60,
            .seats: 120, .electorateWithoutAbstentions: 95, .presentWithoutAbstentions: 55,
            .seatsWithoutAbstentions: 115,
        ]
        for base in Base.allCases {
            #expect(try counts.base(base) == expected[base])
        }
        #expect(counts.notCast == 60)
    }

    @Test("a base nobody told is an error, not zero") func unknownBase() throws {
        let counts = try ChoiceCount(eligible: 100, yes: 20)
        #expect(throws: TallyError(Statement("base-not-known", [.term("base", "present")]))) {
            try Share(.atLeast, Fraction(0), of: .present).isMet(by: 20, of: counts)
        }
    }

    @Test("nothing of nothing is never enough") func nothing() throws {
        let counts = try ChoiceCount(eligible: 10, abstain: 10)
        for comparison in Comparison.allCases {
            for fraction in [Fraction(0), try Fraction(2, 3)] {
                #expect(try !Share(comparison, fraction, of: .votesCast).isMet(by: 0, of: counts))
            }
        }
    }

    @Test("counts that contradict one another are refused") func contradictions() throws {
        #expect(throws: TallyError.self) { try ChoiceCount(eligible: 3, yes: 2, no: 2) }
        #expect(throws: TallyError.self) { try ChoiceCount(eligible: 3, yes: -1) }
        #expect(throws: TallyError.self) { try ChoiceCount(eligible: -1) }
        #expect(throws: TallyError.self) { try ChoiceCount(eligible: Int.max, yes: Int.max, no: 1) }
        #expect(throws: TallyError.self) {
            try Share(.moreThan, Fraction(1), of: .electorate).isMet(
                by: 1, of: ChoiceCount(eligible: Int.max))
        }
        var counts = try ChoiceCount(eligible: 3, yes: 3)
        #expect(throws: TallyError.self) { try counts.add(1, to: .blank) }
        #expect(try counts == ChoiceCount(eligible: 3, yes: 3))
    }
}
