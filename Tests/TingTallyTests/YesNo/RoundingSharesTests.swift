import Testing
import TingTally

@Suite("Rounding a share") struct RoundingSharesTests {
    private func met(_ share: Share, seats: Int, yes: ClosedRange<Int>) throws -> [Bool] {
        try yes.map { try share.isMet(by: $0, of: ChoiceCount(eligible: seats, seats: seats, yes: $0)) }
    }

    @Test("two thirds of 7 are 4 and two thirds: exactly and rounded up it takes 5, rounded down 4")
    func twoThirds() throws {
        let fraction = try Fraction(2, 3)
        #expect(try met(Share(.atLeast, fraction, of: .seats), seats: 7, yes: 3...5) == [false, false, true])
        let up = Share(.atLeast, fraction, of: .seats, rounding: .up)
        #expect(try met(up, seats: 7, yes: 3...5) == [false, false, true])
        let down = Share(.atLeast, fraction, of: .seats, rounding: .down)
        #expect(try met(down, seats: 7, yes: 3...5) == [false, true, true])
    }

    @Test("more than half of 7 is more than 3.5: more than 4 where it is rounded up")
    func half() throws {
        let fraction = try Fraction(1, 2)
        let exact = Share(.moreThan, fraction, of: .seats)
        let up = Share(.moreThan, fraction, of: .seats, rounding: .up)
        let down = Share(.moreThan, fraction, of: .seats, rounding: .down)
        #expect(try met(exact, seats: 7, yes: 3...5) == [false, true, true])
        #expect(try met(up, seats: 7, yes: 3...5) == [false, false, true])
        #expect(try met(down, seats: 7, yes: 3...5) == [false, true, true])
    }

    @Test("a whole number stays, and rounding down never makes a share that nobody need reach")
    func bounds() throws {
        let third = try Fraction(1, 3)
        for rounding in Share.Rounding.allCases {
            let share = Share(.atLeast, third, of: .seats, rounding: rounding)
            #expect(try met(share, seats: 9, yes: 2...4) == [false, true, true])
        }
        let down = Share(.atLeast, third, of: .seats, rounding: .down)
        #expect(try met(down, seats: 2, yes: 0...2) == [false, true, true])
    }

    @Test("it is told in the words of the file") func words() throws {
        let share = Share(.atLeast, try Fraction(2, 3), of: .seats, rounding: .up)
        #expect(share.description == "at least 2/3 of seats, rounded up")
    }
}
