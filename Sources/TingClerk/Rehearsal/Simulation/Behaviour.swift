public import TingTally

/// How people act in a simulation: the chances with which they do things.
///
/// People act simply, and each for themselves:
/// - The author submits, those who are asked for something do it, and those who
///   may end a state end it, each with the chance ``acting``, at some moment
///   within the time there is. Where a choice must be made, each is equally
///   likely; a task is refused with the chance ``stopping``.
/// - Everybody who may stand behind a proposal or an option does so with the chance ``sponsoring``.
/// - Everybody who may veto does so with the chance ``stopping``; each action
///   of a state, such as taking the proposal back, is used with that chance.
/// - The author changes the text once in a state that allows it, with the chance
///   ``amending``; each of three members offers a further option with the chance ``offering``.
/// - Of those who may vote, a part votes that is drawn for each vote between
///   the bounds of ``turnout``. A ballot abstains with the chance ``abstaining``,
///   else it says yes with a chance drawn for the proposal between the bounds
///   of ``yes``. Over several options, who says yes prefers one of them, each
///   equally likely, and who says no the default option, where there is one.
/// - Of those who are asked for their consent, a part answers that is drawn as the
///   turnout is: who abstains stands aside, who says yes consents, the others raise concerns or objections,
///   which are upheld or dismissed with equal chance.
/// - Nobody is excused, moves an end, uses a casting vote, or takes back a ballot or a sponsorship.
public struct Behaviour: Hashable, Sendable {
    /// Which part of those who may vote does.
    public var turnout: ChanceRange
    /// How many of the votes are in favour.
    public var yes: ChanceRange
    /// How many ballots abstain.
    public var abstaining: Fraction
    /// How likely somebody is to stand behind a proposal.
    public var sponsoring: Fraction
    /// How likely people are to do what waits for them.
    public var acting: Fraction
    /// How likely people are to stop a proposal where they can.
    public var stopping: Fraction
    /// How likely the author is to change the text.
    public var amending: Fraction
    /// How likely a member is to offer a further option.
    public var offering: Fraction

    /// The chances by which people act when nothing else is said.
    public static let usual = Behaviour(
        turnout: ChanceRange(.oneIn(2)), yes: ChanceRange(.of(3, 5)), abstaining: .oneIn(10),
        sponsoring: .oneIn(20), acting: .of(9, 10), stopping: .oneIn(20), amending: .oneIn(10),
        offering: .oneIn(2))
}

/// A chance that is drawn anew each time between two bounds.
public struct ChanceRange: Hashable, Sendable {
    /// The lowest chance.
    public let lowest: Fraction
    /// The highest chance; the same where there is nothing to draw.
    public let highest: Fraction

    /// A chance that is always the same.
    public init(_ chance: Fraction) {
        lowest = chance
        highest = chance
    }

    /// Reads `2/5`, or `2/5..3/5`; nil for anything that is no chance from 0 to 1 with a
    /// denominator of at most 10,000, the lower one first.
    public init?(text: String) {
        let parts = text.separatedByDots
        guard parts.count <= 2, let lowest = parts.first.flatMap(Fraction.init(chance:)),
            let highest = parts.last.flatMap(Fraction.init(chance:)), lowest <= highest
        else { return nil }
        self.lowest = lowest
        self.highest = highest
    }

    /// One of a thousand and one chances from the lowest to the highest, in equal steps.
    ///
    /// - Throws: never for bounds with denominators of at most 10,000.
    func draw(_ numbers: inout SplitMix) throws(ArithmeticError) -> Fraction {
        guard lowest < highest else { return lowest }
        let step = try Fraction(numbers.below(1_001), 1_000)
        return try lowest + (highest - lowest) * step
    }
}

extension Fraction {
    /// The largest denominator that a chance may have.
    static let finestChance = 10_000

    /// Reads a chance: `2/5`, `0`, `1`; nil for anything else.
    public init?(chance text: String) {
        guard let fraction = Fraction(text: text), fraction >= Fraction(0), fraction <= Fraction(1),
            fraction.denominator <= Fraction.finestChance
        else { return nil }
        self = fraction
    }

    /// A chance of one in so many.
    fileprivate static func oneIn(_ number: Int) -> Fraction { of(1, number) }

    /// A chance that is known to be one.
    fileprivate static func of(_ part: Int, _ whole: Int) -> Fraction {
        (try? Fraction(part, whole)) ?? Fraction(0)
    }
}

extension String {
    /// The parts before and after two dots.
    fileprivate var separatedByDots: [String] {
        split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    }
}
