/// A sum of fractions, kept exactly at any size, that can be compared and printed.
struct WideSum {
    private var upper = Natural(0)
    private var lower = Natural(1)

    /// Whether anything above zero was added.
    var isAboveZero: Bool { upper > Natural(0) }

    /// Adds a whole number times a fraction, neither below zero.
    mutating func add(_ factor: Int, times fraction: Fraction) {
        let bottom = Natural(UInt128(fraction.denominator))
        let top = Natural(UInt128(factor.magnitude)).times(Natural(UInt128(fraction.numerator.magnitude)))
        upper = upper.times(bottom).plus(top.times(lower))
        lower = lower.times(bottom)
    }

    /// 1, 0 or -1: above, equal to or below a fraction of another sum.
    func compare(to fraction: Fraction, of other: WideSum) -> Int {
        let left = upper.times(other.lower).times(Natural(UInt128(fraction.denominator)))
        let right = other.upper.times(lower).times(Natural(UInt128(fraction.numerator.magnitude)))
        return left == right ? 0 : left < right ? -1 : 1
    }

    /// The sum over a whole number, as decimal digits: exact where it ends within 12 places, else cut off with dots.
    func text(over divisor: Int) -> String {
        let bottom = lower.times(Natural(UInt128(divisor.magnitude)))
        var rest = upper
        func digit(of rest: inout Natural) -> Int {
            var digit = 0
            while bottom <= rest {
                rest = rest.minus(bottom)
                digit += 1
            }
            return digit
        }
        // The sums here are shares of weights that add up to little.
        var text = String(digit(of: &rest))
        for place in 0..<12 where rest > Natural(0) {
            if place == 0 { text += "." }
            rest = rest.times(10)
            text += String(digit(of: &rest))
        }
        return rest > Natural(0) ? text + "..." : text
    }
}
