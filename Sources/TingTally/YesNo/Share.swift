/// A part that must be reached, such as `at least 2/3 of votes cast`.
public struct Share: Hashable, Sendable, CustomStringConvertible {
    /// Whether exactly the part is enough.
    public let comparison: Comparison
    /// The part.
    public let fraction: Fraction
    /// What it is a part of.
    public let base: Base
    /// Where the share is written.
    public let mark: RuleSource?

    /// Makes a share.
    public init(_ comparison: Comparison, _ fraction: Fraction, of base: Base, mark: RuleSource? = nil) {
        self.comparison = comparison
        self.fraction = fraction
        self.base = base
        self.mark = mark
    }

    /// The share as it is written in a workflow file.
    public var description: String { "\(comparison.rawValue) \(fraction) of \(base.rawValue)" }

    /// Whether so many are enough.
    ///
    /// A share of nothing is never reached: 0 of 0 fails, even with `at least`.
    ///
    /// - Throws: ``TallyError`` `base-not-known`, `arithmetic-overflow`.
    public func isMet(by number: Int, of counts: ChoiceCount) throws(TallyError) -> Bool {
        try asked(of: counts).isMet(by: number)
    }

    /// The exact numbers the share stands for among these counts.
    func asked(of counts: ChoiceCount) throws(TallyError) -> AskedShare {
        let baseCount = try counts.base(base)
        do {
            let exact = try fraction * Fraction(baseCount)
            let needed = try comparison.least(beyond: Surd(exact))
            return AskedShare(share: self, baseCount: baseCount, exact: exact, needed: needed)
        } catch {
            throw TallyError(error)
        }
    }
}

/// A share worked out for one count: 1/10 of 412 is 41.2, so 42 are needed.
struct AskedShare {
    let share: Share
    let baseCount: Int
    /// The fraction times the base, exactly.
    let exact: Fraction
    /// The least whole number that is enough, were the base not empty.
    let needed: Int

    /// Whether so many are enough; of an empty base nothing is.
    func isMet(by number: Int) -> Bool {
        baseCount > 0 && share.comparison.isMet(by: Fraction(number), asking: exact)
    }

    /// The values for the sentence.
    func facts(reached number: Int) -> [Fact] {
        [
            .term("comparison", share.comparison.rawValue), .fraction("share", share.fraction),
            .term("base", share.base.rawValue), .number("base-count", baseCount),
            .fraction("exact", exact), .number("needed", needed), .number("reached", number),
        ]
    }
}
