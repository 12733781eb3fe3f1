/// A part that must be reached, such as `at least 2/3 of votes cast`.
public struct Share: Hashable, Sendable, CustomStringConvertible {
    /// Whether exactly the part is enough.
    public let comparison: Comparison
    /// The part.
    public let fraction: Fraction
    /// What it is a part of.
    public let base: Base
    /// The class whose ballots and numbers alone are looked at; nil for everybody's.
    public let className: String?
    /// How the number asked for is made whole; nil where it is compared exactly.
    public let rounding: Rounding?
    /// Where the share is written.
    public let mark: RuleSource?

    /// How a number is made whole; spelt as in the workflow language.
    public enum Rounding: String, CaseIterable, Hashable, Sendable {
        /// To the next whole number above; a whole number stays.
        case up = "rounded up"
        /// To the next whole number below; a whole number stays, and `at least` never asks for less than one.
        case down = "rounded down"
    }

    /// Makes a share.
    public init(
        _ comparison: Comparison, _ fraction: Fraction, of base: Base, rounding: Rounding? = nil,
        mark: RuleSource? = nil
    ) {
        self.rounding = rounding
        self.comparison = comparison
        self.fraction = fraction
        self.base = base
        className = nil
        self.mark = mark
    }

    /// Makes a share of the members of a class, reached by ballots of that class alone.
    public init(
        _ comparison: Comparison, _ fraction: Fraction, ofClass className: String,
        rounding: Rounding? = nil, mark: RuleSource? = nil
    ) {
        self.rounding = rounding
        self.comparison = comparison
        self.fraction = fraction
        base = .electorate
        self.className = className
        self.mark = mark
    }

    /// The share as it is written in a workflow file.
    public var description: String {
        "\(comparison.rawValue) \(fraction) of " + (className.map { "class \($0)" } ?? base.rawValue)
            + (rounding.map { ", \($0.rawValue)" } ?? "")
    }

    /// The base, for a sentence.
    public var baseFact: Fact {
        guard let className else { return .term("base", base.rawValue) }
        return Fact("base", .statement(Statement("base-class", [.text("class", className)])))
    }

    /// Whether so many are enough.
    ///
    /// A share of nothing is never reached: 0 of 0 fails, even with `at least`.
    ///
    /// - Throws: ``TallyError`` `base-not-known`, `arithmetic-overflow`.
    public func isMet(by number: Int, of counts: ChoiceCount) throws(TallyError) -> Bool {
        try asked(of: counts).isMet(by: number)
    }

    /// A number of units as it is compared: made whole in votes, where the share says so.
    private func rounded(_ exact: Fraction, in unit: Fraction) throws(ArithmeticError) -> Fraction {
        guard let rounding else { return exact }
        let votes = try Surd(exact * unit)
        let whole = rounding == .up ? try votes.ceiling : try votes.floor
        // Rounding down does not make a share that nobody need reach.
        return try Fraction(comparison == .atLeast ? max(1, whole) : whole) / unit
    }

    /// The exact numbers the share stands for among these counts.
    func asked(of counts: ChoiceCount) throws(TallyError) -> AskedShare {
        let baseCount = try counts.base(base)
        do {
            let exact = try fraction * Fraction(baseCount)
            let bound = try rounded(exact, in: counts.unit)
            let needed = try comparison.least(beyond: Surd(bound))
            return AskedShare(
                share: self, counts: counts, baseCount: baseCount, exact: exact, bound: bound, needed: needed)
        } catch {
            throw TallyError(error)
        }
    }
}

/// A share worked out for one count: 1/10 of 412 is 41.2, so 42 are needed.
struct AskedShare {
    let share: Share
    /// The counts it was worked out for; their unit is that of the numbers here.
    let counts: ChoiceCount
    let baseCount: Int
    /// The fraction times the base, exactly.
    let exact: Fraction
    /// What is compared with: the exact number, or that number made whole.
    let bound: Fraction
    /// The least number of units that is enough, were the base not empty.
    let needed: Int

    /// Whether so many are enough; of an empty base nothing is.
    func isMet(by number: Int) -> Bool {
        baseCount > 0 && share.comparison.isMet(by: Fraction(number), asking: bound)
    }

    /// The values for the sentence, in votes.
    func facts(reached: Int) throws(TallyError) -> [Fact] {
        let exactVotes: Fraction
        let asked: Fraction
        do { (exactVotes, asked) = (try exact * counts.unit, try bound * counts.unit) } catch {
            throw TallyError(error)
        }
        var number = Fact.fraction("exact", exactVotes)
        if let rounding = share.rounding {
            let facts: [Fact] = [
                .fraction("exact", exactVotes), .term("rounding", rounding.rawValue),
                .fraction("asked", asked),
            ]
            number = Fact("exact", .statement(Statement("share-rounded", facts)))
        }
        return [
            .term("comparison", share.comparison.rawValue), .fraction("share", share.fraction),
            share.baseFact, Fact("base-count", try counts.votes(baseCount)),
            number, Fact("needed", try counts.votes(needed)),
            Fact("reached", try counts.votes(reached)),
        ]
    }

    /// The sentence about one share: `SUBJECT-met`, `SUBJECT-missed` or `SUBJECT-of-nothing`.
    func statement(_ subject: String, reached: Int, _ more: [Fact] = []) throws(TallyError) -> Statement {
        let result = baseCount == 0 ? "of-nothing" : isMet(by: reached) ? "met" : "missed"
        return Statement("\(subject)-\(result)", try facts(reached: reached) + more)
    }
}
