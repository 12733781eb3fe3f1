/// The two ways in which a number can be enough; spelt as in the workflow language.
public enum Comparison: String, CaseIterable, Hashable, Sendable {
    /// Strictly above: exactly half is not more than half.
    case moreThan = "more than"
    /// Equal or above: exactly two thirds is at least two thirds.
    case atLeast = "at least"

    /// Whether a number is enough, compared exactly.
    public func isMet<Number: Comparable>(by number: Number, asking bound: Number) -> Bool {
        switch self {
        case .moreThan: number > bound
        case .atLeast: number >= bound
        }
    }

    /// The least whole number that is enough.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when it does not fit an `Int`.
    public func least(beyond bound: Surd) throws(ArithmeticError) -> Int {
        switch self {
        case .atLeast: return try bound.ceiling
        case .moreThan:
            let (next, overflow) = try bound.floor.addingReportingOverflow(1)
            guard !overflow else { throw .overflow }
            return next
        }
    }
}
