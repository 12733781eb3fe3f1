/// An exact rational number in lowest terms, such as the 2/3 of a majority.
///
/// Every threshold and share is a fraction; nothing in a decision is ever a
/// floating-point number. Comparing never overflows; adding, subtracting,
/// multiplying and dividing throw instead of overflowing.
public struct Fraction: Hashable, Sendable {
    /// The upper number, with the sign.
    public let numerator: Int
    /// The lower number; always above zero.
    public let denominator: Int

    /// The fraction with these two numbers, brought to lowest terms.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero`` when the denominator is 0;
    ///   ``ArithmeticError/overflow`` when the lowest terms do not fit 64 bits,
    ///   which only `Int.min` can cause.
    public init(_ numerator: Int, _ denominator: Int) throws(ArithmeticError) {
        try self.init(reducing: Int128(numerator), over: Int128(denominator))
    }

    /// A whole number as a fraction over 1.
    public init(_ whole: Int) {
        numerator = whole
        denominator = 1
    }

    /// Reduces a wide quotient to lowest terms that fit 64 bits.
    init(reducing numerator: Int128, over denominator: Int128) throws(ArithmeticError) {
        guard denominator != 0 else { throw .divisionByZero }
        let common = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let isNegative = (numerator < 0) != (denominator < 0)
        guard let upper = Int128(exactly: numerator.magnitude / common),
            let signed = Int(exactly: isNegative ? -upper : upper),
            let lower = Int(exactly: denominator.magnitude / common)
        else { throw .overflow }
        self.numerator = signed
        self.denominator = lower
    }

    /// The greatest whole number that is not above this one.
    public var floor: Int {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The least whole number that is not below this one.
    public var ceiling: Int {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder > 0 ? quotient + 1 : quotient
    }

    /// Whether the number is whole.
    public var isWhole: Bool { denominator == 1 }

    /// The exact sum.
    public static func + (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
        // Each product is below 2 to the 126th, so the wide sum cannot overflow.
        try Fraction(
            reducing: Int128(left.numerator) * Int128(right.denominator)
                + Int128(right.numerator) * Int128(left.denominator),
            over: Int128(left.denominator) * Int128(right.denominator))
    }

    /// The exact difference.
    public static func - (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
        try Fraction(
            reducing: Int128(left.numerator) * Int128(right.denominator)
                - Int128(right.numerator) * Int128(left.denominator),
            over: Int128(left.denominator) * Int128(right.denominator))
    }

    /// The exact product.
    public static func * (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
        try Fraction(
            reducing: Int128(left.numerator) * Int128(right.numerator),
            over: Int128(left.denominator) * Int128(right.denominator))
    }

    /// The exact quotient; dividing by zero throws.
    public static func / (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
        try Fraction(
            reducing: Int128(left.numerator) * Int128(right.denominator),
            over: Int128(left.denominator) * Int128(right.numerator))
    }
}

extension Fraction: Comparable {
    /// Compares by cross multiplication at full width, which cannot overflow.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        let upper = left.numerator.multipliedFullWidth(by: right.denominator)
        let lower = right.numerator.multipliedFullWidth(by: left.denominator)
        return (upper.high, upper.low) < (lower.high, lower.low)
    }
}

/// Euclid's algorithm; the divisor of two zeros is taken as 1, so that dividing by it is safe.
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger == 0 ? 1 : larger
}
