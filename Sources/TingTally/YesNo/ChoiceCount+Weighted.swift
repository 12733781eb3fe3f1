/// One ballot that weighs more or less than a vote, or several equal ones together.
public struct WeightedChoice: Hashable, Sendable {
    /// What it says.
    public let choice: Choice
    /// What it is worth, in votes.
    public let weight: Fraction

    /// Makes a ballot.
    public init(_ choice: Choice, weight: Fraction) {
        self.choice = choice
        self.weight = weight
    }
}

extension ChoiceCount {
    /// Counts ballots whose weights are whole numbers or fractions, exactly.
    ///
    /// The unit is a part of a vote of which every weight is a whole
    /// multiple: weights of 1/2 and 1/3 are counted in sixths of a vote.
    ///
    /// - Parameter eligible: What all who may vote are worth together, in votes.
    /// - Throws: ``TallyError`` `weight-below-zero`, `more-ballots-than-eligible`, `arithmetic-overflow`.
    public init(weighted ballots: [WeightedChoice], eligible: Fraction) throws(TallyError) {
        for ballot in ballots where ballot.weight < Fraction(0) {
            throw TallyError(Statement("weight-below-zero", [.fraction("weight", ballot.weight)]))
        }
        let parts = try commonDenominator(of: ballots.map(\.weight) + [eligible])
        let scale = Fraction(parts)
        do {
            try self.init(eligible: (eligible * scale).numerator, unit: Fraction(1, parts))
            for ballot in ballots { try add((ballot.weight * scale).numerator, to: ballot.choice) }
        } catch {
            throw (error as? TallyError) ?? TallyError((error as? ArithmeticError) ?? .overflow)
        }
    }
}

/// The least number that every denominator divides.
///
/// - Throws: ``TallyError`` `arithmetic-overflow`.
func commonDenominator(of fractions: [Fraction]) throws(TallyError) -> Int {
    var common = 1
    for fraction in fractions {
        let divisor = greatestCommonDivisor(UInt128(common), UInt128(fraction.denominator))
        guard let factor = Int(exactly: UInt128(fraction.denominator) / divisor) else {
            throw TallyError(.overflow)
        }
        let (product, overflow) = common.multipliedReportingOverflow(by: factor)
        guard !overflow else { throw TallyError(.overflow) }
        common = product
    }
    return common
}
