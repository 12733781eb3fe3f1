/// An exact real number that is a fraction times a square root, such as 3 × 1/2 × √1018.
///
/// Statutes such as Debian's ask for multiples of a square root and say
/// nothing of rounding, so the number is never rounded here: it is kept as its
/// sign and its square, a fraction of two 128-bit numbers in lowest terms.
/// Every `Int` and every ``Fraction`` can be kept. Comparing two surds cannot
/// overflow; calculating throws ``ArithmeticError`` where the result is no
/// single root or its square outgrows 128 bits.
public struct Surd: Hashable, Sendable {
    /// Whether the number is below zero.
    public let isNegative: Bool
    /// The numerator of the square.
    let upper: UInt128
    /// The denominator of the square, above zero, with no common divisor.
    let lower: UInt128

    /// A whole number.
    public init(_ whole: Int) {
        self.init(Fraction(whole))
    }

    /// A fraction.
    public init(_ fraction: Fraction) {
        let (upper, lower) = (UInt128(fraction.numerator.magnitude), UInt128(fraction.denominator))
        // Both are at most 2 to the 63rd, so their squares fit; lowest terms stay lowest.
        self.init(isNegative: fraction.numerator < 0, upper: upper * upper, lower: lower * lower)
    }

    /// The coefficient times the square root of the radicand.
    ///
    /// - Throws: ``ArithmeticError/rootOfNegative(_:)`` for a radicand below 0;
    ///   ``ArithmeticError/overflow`` when the square outgrows 128 bits.
    public init(coefficient: Fraction, radicand: Int) throws(ArithmeticError) {
        self = try Surd(coefficient) * Surd.squareRoot(of: Surd(radicand))
    }

    /// Keeps a sign and a reduced square; zero has no sign.
    private init(isNegative: Bool, upper: UInt128, lower: UInt128) {
        self.isNegative = isNegative && upper != 0
        self.upper = upper
        self.lower = lower
    }

    /// Zero.
    public static let zero = Surd(0)

    /// The number as a fraction, when it is one that fits 64 bits; else nil.
    public var fraction: Fraction? {
        guard let top = exactRoot(of: upper), let bottom = exactRoot(of: lower) else { return nil }
        // A root is below 2 to the 64th, so negating it in 128 bits is safe.
        return try? Fraction(reducing: Int128(top) * (isNegative ? -1 : 1), over: Int128(bottom))
    }

    /// The greatest whole number that is not above this one.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when it does not fit an `Int`.
    public var floor: Int {
        get throws(ArithmeticError) {
            let below = integerRoot(of: upper / lower)
            let isWhole = lower == 1 && below * below == upper
            let bound = Int128(below)
            let result = isNegative ? (isWhole ? -bound : -bound - 1) : bound
            guard let fitting = Int(exactly: result) else { throw .overflow }
            return fitting
        }
    }

    /// The least whole number that is not below this one.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when it does not fit an `Int`.
    public var ceiling: Int {
        get throws(ArithmeticError) {
            let (negated, overflow) = try (-self).floor.multipliedReportingOverflow(by: -1)
            guard !overflow else { throw .overflow }
            return negated
        }
    }

    /// The same number with the other sign.
    public static prefix func - (number: Surd) -> Surd {
        Surd(isNegative: !number.isNegative, upper: number.upper, lower: number.lower)
    }

    /// The exact product.
    public static func * (left: Surd, right: Surd) throws(ArithmeticError) -> Surd {
        let first = greatestCommonDivisor(left.upper, right.lower)
        let second = greatestCommonDivisor(right.upper, left.lower)
        let (upper, upperOverflow) = (left.upper / first).multipliedReportingOverflow(
            by: right.upper / second)
        let (lower, lowerOverflow) = (left.lower / second).multipliedReportingOverflow(
            by: right.lower / first)
        guard !upperOverflow, !lowerOverflow else { throw .overflow }
        return Surd(isNegative: left.isNegative != right.isNegative, upper: upper, lower: lower)
    }

    /// The exact quotient; dividing by zero throws.
    public static func / (left: Surd, right: Surd) throws(ArithmeticError) -> Surd {
        guard right.upper != 0 else { throw .divisionByZero }
        return try left
            * Surd(isNegative: right.isNegative, upper: right.lower, lower: right.upper)
    }

    /// The exact sum, where it is again a fraction times one root.
    ///
    /// - Throws: ``ArithmeticError/notOneTerm(_:_:)`` where it is not, as in √2 + √3.
    public static func + (left: Surd, right: Surd) throws(ArithmeticError) -> Surd {
        if left == .zero { return right }
        if right == .zero { return left }
        // a√r + b√s is one term exactly when b√s / a√r is a fraction.
        guard let ratio = try (right / left).fraction else {
            throw .notOneTerm(left.description, right.description)
        }
        return try left * Surd(Fraction(1) + ratio)
    }

    /// The exact difference, where it is again a fraction times one root.
    ///
    /// - Throws: ``ArithmeticError/notOneTerm(_:_:)`` where it is not.
    public static func - (left: Surd, right: Surd) throws(ArithmeticError) -> Surd {
        try left + -right
    }

    /// The square root of a fraction.
    ///
    /// - Throws: ``ArithmeticError/rootOfNegative(_:)``, and
    ///   ``ArithmeticError/rootOfRoot(_:)`` when the number is not a fraction itself.
    public static func squareRoot(of number: Surd) throws(ArithmeticError) -> Surd {
        guard !number.isNegative else { throw .rootOfNegative(number.description) }
        guard let top = exactRoot(of: number.upper), let bottom = exactRoot(of: number.lower) else {
            throw .rootOfRoot(number.description)
        }
        return Surd(isNegative: false, upper: top, lower: bottom)
    }
}

extension Surd: Comparable {
    /// Compares signs, then squares by cross multiplication at 256 bits, which cannot overflow.
    public static func < (left: Surd, right: Surd) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        let (small, large) = left.isNegative ? (right, left) : (left, right)
        let first = small.upper.multipliedFullWidth(by: large.lower)
        let second = large.upper.multipliedFullWidth(by: small.lower)
        return (first.high, first.low) < (second.high, second.low)
    }
}

/// The greatest whole number whose square is not above the number, found bit by bit.
func integerRoot(of number: UInt128) -> UInt128 {
    var (root, rest) = (UInt128(0), number)
    var bit = UInt128(1) << 126
    while bit > number { bit >>= 2 }
    while bit != 0 {
        if rest >= root + bit {
            rest -= root + bit
            root = (root >> 1) + bit
        } else {
            root >>= 1
        }
        bit >>= 2
    }
    return root
}

/// The square root when it is a whole number; else nil.
func exactRoot(of number: UInt128) -> UInt128? {
    let root = integerRoot(of: number)
    return root * root == number ? root : nil
}
