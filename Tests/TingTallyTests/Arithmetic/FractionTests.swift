import Testing
import TingTally

@Suite("Calculating with fractions") struct CalculatingWithFractionsTests {
    @Test("the ordinary course: lowest terms, the sign above, the text of a rule") func lowestTerms() throws {
        #expect(try Fraction(4, 6).description == "2/3")
        #expect(try Fraction(4, -6) == Fraction(-2, 3))
        #expect(try Fraction(0, -5) == Fraction(0))
        #expect(try Fraction(6, 3).description == "2")
    }

    @Test(
        "reads fractions, whole numbers and decimals exactly",
        arguments: [
            ("2/3", 2, 3), ("3", 3, 1), ("45.96466", 2_298_233, 50_000), ("0.5", 1, 2), ("10/4", 5, 2),
            ("999999999999999999", 999_999_999_999_999_999, 1), ("0", 0, 1),
        ])
    func reads(text: String, numerator: Int, denominator: Int) throws {
        #expect(try Fraction(text: text) == Fraction(numerator, denominator))
    }

    @Test(
        "reads nothing else",
        arguments: [
            "", "2/", "/3", "2/0", "66%", "1e3", "-1", "+1", " 1", "1 ", "1/2/3", "1.", ".5", "1.5/2", "½",
            "1000000000000000000", "0.1234567890123456789", "2,5", "٣", "0x10", "1_000", "nan",
        ])
    func refuses(text: String) {
        #expect(Fraction(text: text) == nil)
    }

    @Test("comparing never overflows, at the edge of 64 bits") func comparesAtTheEdge() throws {
        let most = Int.max
        let below = try Fraction(most - 2, most - 1)
        let above = try Fraction(most - 1, most)
        #expect(below < above)
        #expect(!(above < below))
        #expect(try Fraction(Int.min, most) < Fraction(-1, 1))
        #expect(Fraction(Int.min) < Fraction(Int.max))
    }

    @Test("calculating past 64 bits throws instead of wrapping") func throwsOnOverflow() throws {
        #expect(throws: ArithmeticError.overflow) { try Fraction(Int.max) + Fraction(1) }
        #expect(throws: ArithmeticError.overflow) { try Fraction(Int.min) - Fraction(1) }
        #expect(throws: ArithmeticError.overflow) { try Fraction(Int.max) * Fraction(2) }
        #expect(throws: ArithmeticError.overflow) { try Fraction(1, Int.min) }
        #expect(throws: ArithmeticError.overflow) { try Fraction(Int.min) / Fraction(-1) }
        #expect(throws: ArithmeticError.divisionByZero) { try Fraction(1) / Fraction(0) }
        #expect(throws: ArithmeticError.divisionByZero) { try Fraction(1, 0) }
        #expect(try Fraction(Int.min, Int.min) == Fraction(1))
        #expect(try Fraction(Int.max) * Fraction(2, Int.max) == Fraction(2))
    }

    @Test("floor and ceiling, below, at and above a whole number") func rounding() throws {
        #expect(
            try [(412, 10), (-412, 10), (40, 10), (-40, 10)].map { try Fraction($0.0, $0.1).floor } == [
                41, -42, 4, -4,
            ])
        #expect(
            try [(412, 10), (-412, 10), (40, 10), (-40, 10)].map { try Fraction($0.0, $0.1).ceiling } == [
                42, -41, 4, -4,
            ])
        #expect(Fraction(Int.min).floor == Int.min)
    }

    @Test("decimals only where they end within 20 places") func decimals() throws {
        #expect(try Fraction(412, 10).decimal == "41.2")
        #expect(try Fraction(-1, 8).decimal == "-0.125")
        #expect(try Fraction(2, 3).decimal == nil)
        #expect(Fraction(7).decimal == "7")
        #expect(try Fraction(1, 1 << 20).decimal == "0.00000095367431640625")
        #expect(try Fraction(1, 1 << 21).decimal == nil)
    }

    @Test("sums, differences, products and quotients agree with each other", arguments: 1...40)
    func agrees(denominator: Int) throws {
        for numerator in -40...40 {
            let fraction = try Fraction(numerator, denominator)
            let other = try Fraction(denominator, 7)
            #expect(try fraction + other - other == fraction)
            #expect(try fraction * other / other == fraction)
            #expect((fraction < other) == (numerator * 7 < denominator * denominator))
        }
    }
}
