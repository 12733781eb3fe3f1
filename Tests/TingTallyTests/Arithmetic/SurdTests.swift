import Testing
import TingTally

@Suite("Calculating with roots") struct CalculatingWithRootsTests {
    /// 3 × 1/2 × √1018, the quorum of Debian's votes of 2008, printed there as 47.8591684006314.
    static var debian2008: Surd {
        get throws { try Surd(coefficient: Fraction(3, 2), radicand: 1018) }
    }

    @Test("the ordinary course: Debian's quorum of 2008, to the digits its secretary printed")
    func debianQuorum() throws {
        let quorum = try Self.debian2008
        #expect(quorum.decimal(places: 13) == "47.8591684006314")
        #expect(quorum.decimal(places: 2) == "47.85")
        #expect(quorum.decimal(places: 0) == "47")
        #expect(quorum.description == "47.8591...")
        #expect(try quorum.floor == 47)
        #expect(try quorum.ceiling == 48)
        #expect(quorum.fraction == nil)
        #expect(Surd(47) < quorum)
        #expect(quorum < Surd(48))
    }

    @Test(
        "agrees with squares: v >= p/q √n exactly when q²v² >= p²n",
        arguments: [(1, 1), (1, 2), (3, 2), (2, 3)])
    func agreesWithSquares(upper: Int, lower: Int) throws {
        for radicand in 0...300 {
            let surd = try Surd(coefficient: Fraction(upper, lower), radicand: radicand)
            for votes in 0...60 {
                let expected = lower * lower * votes * votes >= upper * upper * radicand
                #expect((Surd(votes) >= surd) == expected)
                #expect((Surd(votes) == surd) == (lower * lower * votes * votes == upper * upper * radicand))
            }
            let floor = try surd.floor
            #expect(lower * lower * floor * floor <= upper * upper * radicand)
            #expect(lower * lower * (floor + 1) * (floor + 1) > upper * upper * radicand)
        }
    }

    @Test("a perfect square is a whole number, one below and one above are not") func perfectSquares() throws
    {
        let surds = try [1023, 1024, 1025].map { try Surd(coefficient: Fraction(1), radicand: $0) }
        #expect(surds.map(\.fraction) == [nil, Fraction(32), nil])
        #expect(try surds.map { try $0.floor } == [31, 32, 32])
        #expect(try surds.map { try $0.ceiling } == [32, 32, 33])
        #expect(surds.map { $0.decimal(places: 3) } == ["31.984", "32.000", "32.015"])
    }

    @Test("numbers below zero: order, floor and ceiling") func negatives() throws {
        let root = try Surd(coefficient: Fraction(-1), radicand: 2)
        #expect(root < Surd(-1))
        #expect(Surd(-2) < root)
        #expect(try root.floor == -2)
        #expect(try root.ceiling == -1)
        #expect(root.decimal(places: 4) == "-1.4142")
        #expect(root < -root)
        #expect(-Surd.zero == Surd.zero)
        #expect(try Surd(Int.min).floor == Int.min)
    }

    @Test("sums where one root is left, and a refusal where two would be") func sums() throws {
        func root(_ number: Int) throws -> Surd { try Surd(coefficient: Fraction(1), radicand: number) }
        #expect(try root(2) + root(8) == Surd(coefficient: Fraction(3), radicand: 2))
        #expect(try root(2) - root(2) == .zero)
        #expect(try root(2) + .zero == root(2))
        #expect(try Surd(Fraction(1, 2)) + Surd(Fraction(1, 3)) == Surd(Fraction(5, 6)))
        #expect(throws: ArithmeticError.notOneTerm("1.4142...", "1.7320...")) { try root(2) + root(3) }
        #expect(throws: ArithmeticError.notOneTerm("1", "1.4142...")) { try Surd(1) + root(2) }
    }

    @Test("products and quotients, and what has no root") func products() throws {
        let root = try Surd(coefficient: Fraction(1), radicand: 2)
        #expect(try root * root == Surd(2))
        #expect(try Surd(2) / root == root)
        #expect(throws: ArithmeticError.divisionByZero) { try root / .zero }
        #expect(throws: ArithmeticError.rootOfNegative("-4")) { try Surd.squareRoot(of: Surd(-4)) }
        #expect(throws: ArithmeticError.rootOfRoot("1.4142...")) { try Surd.squareRoot(of: root) }
        #expect(throws: ArithmeticError.overflow) { try Surd(Int.max) * Surd(4) }
    }

    @Test("the edge of 64 bits is kept exactly") func edge() throws {
        #expect(Surd(Int.min) < Surd(Int.max))
        #expect(Surd(Int.max - 1) < Surd(Int.max))
        #expect(try Surd(Int.max).ceiling == Int.max)
        let root = try Surd.squareRoot(of: Surd(Int.max))
        #expect(try root.floor == 3_037_000_499)
        #expect(root.decimal(places: 6) == "3037000499.976049")
        #expect(root < Surd(3_037_000_500))
    }

    @Test("√2 to fifty places, as tables print it") func manyPlaces() throws {
        let root = try Surd(coefficient: Fraction(1), radicand: 2)
        #expect(root.decimal(places: 50) == "1.41421356237309504880168872420969807856967187537694")
    }
}
