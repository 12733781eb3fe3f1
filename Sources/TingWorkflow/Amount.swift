public import TingTally

/// How many it takes: `at least 5`, `at least K`, `at least 1/10 of members`.
public struct Amount: Hashable, Sendable {
    /// `at least` or `more than`.
    public let comparison: Comparison
    /// The number, as a formula over `members` (also called `electorate`) and named formulas.
    public let formula: Formula
    /// Where it stands in the file.
    public let mark: Mark

    /// Makes an amount.
    public init(_ comparison: Comparison, _ formula: Formula, mark: Mark) {
        self.comparison = comparison
        self.formula = formula
        self.mark = mark
    }
}
