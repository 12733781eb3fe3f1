/// In how many parts a unit of weight is counted, so that whole numbers hold decimals.
struct VoteScale: Hashable, Sendable {
    /// The most decimals there can be: more would not leave room for many votes.
    static let mostDecimals = 9

    /// How many decimals.
    let decimals: Int
    /// How many parts a unit has: ten to the power of the decimals.
    let parts: Int

    /// The scale with so many decimals.
    ///
    /// - Throws: ``TallyError`` `decimals-out-of-range`.
    init(decimals: Int, least: Int = 0) throws(TallyError) {
        guard (least...Self.mostDecimals).contains(decimals) else {
            throw TallyError(
                Statement(
                    "decimals-out-of-range",
                    [
                        .number("decimals", decimals), .number("least", least),
                        .number("most", Self.mostDecimals),
                    ]))
        }
        self.decimals = decimals
        parts = (0..<decimals).reduce(1) { power, _ in power * 10 }
    }

    /// A weight in parts.
    ///
    /// - Throws: ``TallyError`` `votes-too-many-for-decimals` when it does not fit.
    func parts(of weight: Int) throws(TallyError) -> Int {
        let (product, overflow) = weight.multipliedReportingOverflow(by: parts)
        guard !overflow else {
            throw TallyError(Statement("votes-too-many-for-decimals", [.number("decimals", decimals)]))
        }
        return product
    }
}

extension Int {
    /// This times a number, divided by another, without the fraction; what is between may be too wide for 64 bits.
    ///
    /// The divisor is above zero, and the result fits because none of the callers multiplies by more than
    /// it divides by.
    func scaled(by factor: Int, over divisor: Int) -> Int {
        Int(truncatingIfNeeded: Int128(self) * Int128(factor) / Int128(divisor))
    }
}
