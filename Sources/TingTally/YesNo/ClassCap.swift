/// The most that one class may weigh in a vote: beyond it, its votes are scaled down.
///
/// `investors: at most 1/3 of votes cast, scaled to 1/2 of the others`. Where
/// the class holds a larger part, each of its votes is worth so much less that
/// together they are that part of all other votes. Its abstentions and its
/// ballots not cast are scaled alike, so every base is worked out anew.
///
/// - Source: SFS 2018:672, chapter 6, section 3.
public struct ClassCap: Hashable, Sendable {
    /// The class.
    public let className: String
    /// The largest part that it may hold unscaled; above 0, below 1.
    public let most: Fraction
    /// What it is a part of: votes cast, ballots cast or ballots received.
    public let base: Base
    /// What it comes to when it is scaled, as a part of the other votes.
    public let scaledTo: Fraction

    /// Makes a cap; where nothing is said of scaling, down to the largest part allowed.
    ///
    /// - Throws: ``ArithmeticError`` `divisionByZero` for a cap of 1, `overflow`.
    public init(className: String, most: Fraction, of base: Base, scaledTo: Fraction? = nil)
        throws(ArithmeticError)
    {
        self.className = className
        self.most = most
        self.base = base
        // A part p of all is p / (1 - p) of the others: a third of all is half of the others.
        if let scaledTo {
            self.scaledTo = scaledTo
        } else {
            self.scaledTo = try most / (Fraction(1) - most)
        }
    }
}

extension ClassCap {
    /// The counts of everybody with the class scaled down where it holds too much.
    ///
    /// After scaling, how many are present and how many seats there are is no
    /// longer known: persons are not scaled.
    ///
    /// - Throws: ``TallyError`` `class-not-counted`, `class-larger-than-whole`, `base-not-known`,
    ///   `arithmetic-overflow`.
    func apply(
        to whole: ChoiceCount, of ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> ChoiceCount {
        let part = try ballots.counts(ofClass: className)
        let others = try whole.without(part, named: className)
        let held = try part.base(base)
        let all = try whole.base(base)
        let rest = all - held
        do {
            let limit = try most * Fraction(all)
            var facts: [Fact] = [
                .text("class", className), .fraction("most", most), .term("base", base.rawValue),
                Fact("all", try whole.votes(all)), Fact("held", try whole.votes(held)),
                .fraction("limit", try limit * whole.unit),
            ]
            guard Fraction(held) > limit else {
                transcript.add(Statement("cap-kept", facts))
                return whole
            }
            // Above zero here: more than a part of all is more than none.
            let goal = try scaledTo * Fraction(rest)
            let factor = try goal / Fraction(held)
            let scaled = try others.adding(part, times: factor)
            facts += [
                .fraction("scaled-to", scaledTo), Fact("others", try whole.votes(rest)),
                .fraction("goal", try goal * whole.unit), .fraction("factor", factor),
            ]
            transcript.add(Statement("cap-scaled", facts))
            transcript.add(try scaled.statement("ballots-scaled"))
            return scaled
        } catch {
            throw (error as? TallyError) ?? TallyError((error as? ArithmeticError) ?? .overflow)
        }
    }
}

extension ChoiceCount {
    /// The counts of all others.
    ///
    /// - Throws: ``TallyError`` `class-larger-than-whole` when a part of everybody is more than everybody.
    fileprivate func without(_ part: ChoiceCount, named name: String) throws(TallyError) -> ChoiceCount {
        let isPart =
            part.unit == unit && part.notCast <= notCast
            && Choice.allCases.allSatisfy { part[$0] <= self[$0] }
        guard isPart else {
            throw TallyError(Statement("class-larger-than-whole", [.text("class", name)]))
        }
        return try ChoiceCount(
            eligible: eligible - part.eligible, yes: self[.yes] - part[.yes], no: self[.no] - part[.no],
            abstain: self[.abstain] - part[.abstain], blank: self[.blank] - part[.blank],
            invalid: self[.invalid] - part[.invalid], unit: unit)
    }

    /// These counts and others at a factor, in a unit small enough for both.
    fileprivate func adding(_ part: ChoiceCount, times factor: Fraction) throws -> ChoiceCount {
        func sum(_ mine: Int, _ other: Int) throws -> Int {
            let (left, first) = mine.multipliedReportingOverflow(by: factor.denominator)
            let (right, second) = other.multipliedReportingOverflow(by: factor.numerator)
            let (sum, third) = left.addingReportingOverflow(right)
            guard !first, !second, !third else { throw ArithmeticError.overflow }
            return sum
        }
        return try ChoiceCount(
            eligible: sum(eligible, part.eligible), yes: sum(self[.yes], part[.yes]),
            no: sum(self[.no], part[.no]), abstain: sum(self[.abstain], part[.abstain]),
            blank: sum(self[.blank], part[.blank]), invalid: sum(self[.invalid], part[.invalid]),
            unit: unit * Fraction(1, factor.denominator))
    }
}
