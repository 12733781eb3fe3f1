/// Weights of classes: each class speaks with its weight, however many members it has.
///
/// What a French SCIC calls colleges. Each weight is exact, such as 3/10.
public struct ClassWeights: Hashable, Sendable {
    /// How the vote of a class is carried over; spelt as in the workflow language.
    public enum Carrying: String, CaseIterable, Hashable, Sendable {
        /// The class gives yes the part of its weight that is its own share of yes.
        case inProportion = "in proportion"
        /// The class gives yes its whole weight when yes is more than half of its own base, else nothing.
        case allOrNothing = "all or nothing"
    }

    /// One class with its weight.
    public struct Part: Hashable, Sendable {
        /// The class.
        public let className: String
        /// Its weight; above 0.
        public let weight: Fraction

        /// Makes a part.
        public init(className: String, weight: Fraction) {
            self.className = className
            self.weight = weight
        }
    }

    /// The classes, in the order of the workflow file.
    public let parts: [Part]
    /// How the vote of each is carried over.
    public let carrying: Carrying

    /// Makes weights.
    public init(_ parts: [Part], carrying: Carrying) {
        self.parts = parts
        self.carrying = carrying
    }
}

extension ClassWeights {
    /// Whether the weighted sum of yes reaches a share of all weights, and whether it is exactly that share.
    ///
    /// A class in which nobody cast anything gives yes nothing; its weight still
    /// counts. Sums are compared as whole numbers of any size, so that many
    /// classes of any sizes cannot overflow.
    ///
    /// - Throws: ``TallyError`` `class-not-counted`, `base-not-known`, `arithmetic-overflow`.
    func ask(_ majority: Share, _ ballots: YesNoBallots, writing transcript: inout Transcript)
        throws(TallyError) -> (isMet: Bool, isExact: Bool)
    {
        let common = try commonDenominator(of: parts.map(\.weight))
        var sum = WideSum()
        var all = WideSum()
        for part in parts {
            let counts = try ballots.counts(ofClass: part.className)
            let base = try counts.base(majority.base)
            let yes = counts[.yes]
            let (weight, carried): (Int, Fraction)
            do {
                weight = try (part.weight * Fraction(common)).numerator
                let share = try base == 0 ? Fraction(0) : Fraction(yes, base)
                let isCarried = try share > Fraction(1, 2)
                carried = carrying == .inProportion ? share : Fraction(isCarried ? 1 : 0)
            } catch {
                throw TallyError(error)
            }
            sum.add(weight, times: carried)
            all.add(weight, times: Fraction(1))
            let points = try? carried * part.weight
            transcript.add(
                Statement(
                    base == 0 ? "class-weighted-nothing" : "class-weighted",
                    [
                        .text("class", part.className), .fraction("weight", part.weight),
                        Fact("yes", try counts.votes(yes)), Fact("base-count", try counts.votes(base)),
                        .term("base", majority.base.rawValue), .fraction("carried", carried),
                        points.map { .fraction("points", $0) } ?? .text("points", "…"),
                    ]))
        }
        let order = sum.compare(to: majority.fraction, of: all)
        let isMet = all.isAboveZero && (order > 0 || (order == 0 && majority.comparison == .atLeast))
        var total = Fraction(0)
        do { for part in parts { total = try total + part.weight } } catch { throw TallyError(error) }
        transcript.add(
            Statement(
                isMet ? "weighted-majority-met" : "weighted-majority-missed",
                [
                    .text("sum", sum.text(over: common)), .fraction("all", total),
                    .term("comparison", majority.comparison.rawValue), .fraction("share", majority.fraction),
                ]))
        return (isMet, order == 0)
    }
}
