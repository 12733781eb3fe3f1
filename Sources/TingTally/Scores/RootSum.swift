/// A sum of square roots of fractions between 0 and 1, kept exactly and compared exactly.
///
/// Most comparisons are decided by fifteen decimals. Where these are too close,
/// the sums are compared as algebraic numbers: they are equal exactly when, for
/// every square-free radicand, the fractions before it are equal; else more
/// decimals tell which is larger.
struct RootSum {
    /// A fraction in lowest terms.
    struct Share: Hashable {
        let upper: Int
        let lower: Int
    }

    /// How often each root is in the sum.
    private(set) var counts: [Share: Int] = [:]

    /// How many decimals decide at first.
    static let decimals = 15

    /// Adds a root so many times; the caller has checked that the counts fit.
    mutating func add(rootOf share: Share, times count: Int) {
        counts[share, default: 0] += count
    }

    /// How many roots there are.
    private var size: Natural { Natural(UInt128(counts.values.reduce(0, +))) }

    /// The sum in units of 10 to the minus fifteenth, each root cut off there.
    func units() -> Natural {
        var sum = Natural(0)
        let scale = (0..<(2 * Self.decimals)).reduce(UInt128(1)) { power, _ in power * 10 }
        for (share, count) in counts {
            // The upper number is at most a million, so the product stays below 2 to the 120th.
            let root = integerRoot(of: UInt128(share.upper) * scale / UInt128(share.lower))
            sum = sum.plus(Natural(root).times(Natural(UInt128(count))))
        }
        return sum
    }

    /// Compares two sums exactly: below 0, 0 or above 0 as the first is less, equal or more.
    static func compare(_ first: RootSum, _ second: RootSum) -> Int {
        if let order = compare(first, first.units(), second, second.units()) { return order }
        if first.isEqual(to: second) { return 0 }
        // Different algebraic numbers part at some decimal.
        var places = 2 * decimals
        while true {
            if let order = compare(first, first.units(places), second, second.units(places)) { return order }
            places *= 2
        }
    }

    /// The order where sums cut off at some decimal tell it: each root is less than one unit more.
    private static func compare(
        _ first: RootSum, _ units: Natural, _ second: RootSum, _ otherUnits: Natural
    ) -> Int? {
        if units.plus(first.size) <= otherUnits, first.counts != second.counts { return -1 }
        if otherUnits.plus(second.size) <= units, first.counts != second.counts { return 1 }
        return first.counts == second.counts ? 0 : nil
    }

    /// The sum in units of any decimal place.
    private func units(_ places: Int) -> Natural {
        var sum = Natural(0)
        for (share, count) in counts {
            guard let fraction = try? Fraction(share.upper, share.lower),
                let root = try? Surd.squareRoot(of: Surd(fraction))
            else { continue }
            var units = Natural(0)
            for digit in root.decimal(places: places).utf8 where digit.isDigit {
                units = units.times(10).plus(UInt32(digit - UInt8(ascii: "0")))
            }
            sum = sum.plus(units.times(Natural(UInt128(count))))
        }
        return sum
    }

    /// Whether two sums are the same number: roots of different square-free numbers never make up for one another.
    private func isEqual(to other: RootSum) -> Bool {
        let (mine, others) = (coefficients(), other.coefficients())
        guard Set(mine.keys) == Set(others.keys) else { return false }
        return mine.allSatisfy { radicand, fraction in
            guard let same = others[radicand] else { return false }
            return fraction.upper.times(same.lower) == same.upper.times(fraction.lower)
        }
    }

    /// The fraction before the root of each square-free number.
    private func coefficients() -> [UInt128: (upper: Natural, lower: Natural)] {
        var found: [UInt128: (upper: Natural, lower: Natural)] = [:]
        for (share, count) in counts {
            let (top, bottom) = (Self.squareFree(share.upper), Self.squareFree(share.lower))
            // √(a/b) = (s × t / b) √(f × g), where a = s²f and b = t²g.
            let upper = Natural(UInt128(top.root)).times(Natural(UInt128(bottom.root)))
                .times(Natural(UInt128(count)))
            let lower = Natural(UInt128(share.lower))
            let radicand = UInt128(top.rest) * UInt128(bottom.rest)
            let sum = found[radicand] ?? (Natural(0), Natural(1))
            found[radicand] = (
                sum.upper.times(lower).plus(upper.times(sum.lower)), sum.lower.times(lower)
            )
        }
        return found
    }

    /// A number above 0 as a square times a square-free number.
    private static func squareFree(_ number: Int) -> (root: Int, rest: Int) {
        var (root, rest, factor) = (1, number, 2)
        while factor * factor <= rest {
            while rest % (factor * factor) == 0 {
                rest /= factor * factor
                root *= factor
            }
            factor += 1
        }
        return (root, rest)
    }
}
