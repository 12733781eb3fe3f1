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
    /// Where the share is written.
    public let mark: RuleSource?

    /// Makes a share.
    public init(_ comparison: Comparison, _ fraction: Fraction, of base: Base, mark: RuleSource? = nil) {
        self.comparison = comparison
        self.fraction = fraction
        self.base = base
        className = nil
        self.mark = mark
    }

    /// Makes a share of the members of a class, reached by ballots of that class alone.
    public init(
        _ comparison: Comparison, _ fraction: Fraction, ofClass className: String, mark: RuleSource? = nil
    ) {
        self.comparison = comparison
        self.fraction = fraction
        base = .electorate
        self.className = className
        self.mark = mark
    }

    /// The share as it is written in a workflow file.
    public var description: String {
        "\(comparison.rawValue) \(fraction) of " + (className.map { "class \($0)" } ?? base.rawValue)
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

    /// The exact numbers the share stands for among these counts.
    func asked(of counts: ChoiceCount) throws(TallyError) -> AskedShare {
        let baseCount = try counts.base(base)
        do {
            let exact = try fraction * Fraction(baseCount)
            let needed = try comparison.least(beyond: Surd(exact))
            return AskedShare(
                share: self, counts: counts, baseCount: baseCount, exact: exact, needed: needed)
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
    /// The least number of units that is enough, were the base not empty.
    let needed: Int

    /// Whether so many are enough; of an empty base nothing is.
    func isMet(by number: Int) -> Bool {
        baseCount > 0 && share.comparison.isMet(by: Fraction(number), asking: exact)
    }

    /// The values for the sentence, in votes.
    func facts(reached number: Int) throws(TallyError) -> [Fact] {
        let exactVotes: Fraction
        do { exactVotes = try exact * counts.unit } catch { throw TallyError(error) }
        return [
            .term("comparison", share.comparison.rawValue), .fraction("share", share.fraction),
            share.baseFact, Fact("base-count", try counts.votes(baseCount)),
            .fraction("exact", exactVotes), Fact("needed", try counts.votes(needed)),
            Fact("reached", try counts.votes(number)),
        ]
    }

    /// The sentence about one share: `SUBJECT-met`, `SUBJECT-missed` or `SUBJECT-of-nothing`.
    func statement(_ subject: String, reached: Int, _ more: [Fact] = []) throws(TallyError) -> Statement {
        let result = baseCount == 0 ? "of-nothing" : isMet(by: reached) ? "met" : "missed"
        return Statement("\(subject)-\(result)", try facts(reached: reached) + more)
    }
}
