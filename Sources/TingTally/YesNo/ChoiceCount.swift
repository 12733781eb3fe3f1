/// How many ballots said what, and out of how many.
///
/// The numbers agree by construction: none is below zero, no more are received
/// than are eligible, and no sum overflows. Where votes have parts, because
/// they are weighted or scaled, every number is a whole number of units and
/// ``unit`` says what one unit is worth in votes.
public struct ChoiceCount: Hashable, Sendable {
    /// All who may vote on the matter, as frozen at opening.
    public let eligible: Int
    /// Those present at the meeting; nil when there is no meeting or nobody counted.
    public let present: Int?
    /// The full size of the body, vacant seats included; nil when it has no fixed size.
    public let seats: Int?
    /// The seats that nobody holds; nil when nobody said. They are not among the eligible.
    public let vacant: Int?
    /// What one unit of every number here is worth in votes: 1 unless votes have parts.
    public let unit: Fraction
    /// The ballots of each choice, in the order of `Choice.allCases`.
    private var counts: [Int]
    /// All ballots together.
    public private(set) var received: Int

    /// Counts with these numbers of ballots.
    ///
    /// - Throws: ``TallyError`` `count-below-zero`, `count-overflow`,
    ///   `more-ballots-than-eligible`, or `unit-not-positive`.
    public init(
        eligible: Int, present: Int? = nil, seats: Int? = nil, vacant: Int? = nil, yes: Int = 0,
        no: Int = 0, abstain: Int = 0, blank: Int = 0, invalid: Int = 0, unit: Fraction = Fraction(1)
    ) throws(TallyError) {
        guard unit > Fraction(0) else {
            throw TallyError(Statement("unit-not-positive", [.fraction("unit", unit)]))
        }
        let wholes = [
            ("eligible", eligible), ("present", present ?? 0), ("seats", seats ?? 0), ("vacant", vacant ?? 0),
        ]
        for (name, number) in wholes where number < 0 {
            throw TallyError(
                Statement("count-below-zero", [.term("counted", name), .number("count", number)]))
        }
        self.eligible = eligible
        self.present = present
        self.seats = seats
        self.vacant = vacant
        self.unit = unit
        counts = Array(repeating: 0, count: Choice.allCases.count)
        received = 0
        let given = [yes, no, abstain, blank, invalid]
        for (choice, number) in zip(Choice.allCases, given) { try add(number, to: choice) }
    }

    /// How many ballots made this choice.
    public subscript(choice: Choice) -> Int { counts[Self.index(choice)] }

    /// Adds so many ballots of a choice.
    ///
    /// - Throws: ``TallyError`` as for the initializer; the counts are then unchanged.
    public mutating func add(_ number: Int, to choice: Choice) throws(TallyError) {
        guard number >= 0 else {
            throw TallyError(
                Statement(
                    "count-below-zero", [.term("counted", choice.rawValue), .number("count", number)]))
        }
        let (sum, overflow) = received.addingReportingOverflow(number)
        guard !overflow else { throw TallyError(Statement("count-overflow")) }
        guard sum <= eligible else {
            throw TallyError(
                Statement(
                    "more-ballots-than-eligible",
                    [Fact("received", try votes(sum)), Fact("eligible", try votes(eligible))]))
        }
        received = sum
        counts[Self.index(choice)] += number  // at most the sum above
    }

    /// Yes and no.
    public var votesCast: Int { self[.yes] + self[.no] }

    /// Yes, no and abstain.
    public var ballotsCast: Int { votesCast + self[.abstain] }

    /// Eligible, and not heard of.
    public var notCast: Int { eligible - received }

    /// The ballots of several choices together; a choice named twice counts once.
    public func sum(of choices: [Choice]) -> Int {
        Choice.allCases.filter(choices.contains).reduce(0) { $0 + self[$1] }
    }

    /// A number of units as a number of votes, for a sentence.
    ///
    /// - Throws: ``TallyError`` `arithmetic-overflow`, which no unit of 1 can cause.
    public func votes(_ units: Int) throws(TallyError) -> FactValue {
        guard unit != Fraction(1) else { return .number(units) }
        let votes = try exactVotes(units)
        return votes.isWhole ? .number(votes.numerator) : .fraction(votes)
    }

    /// A number of units as a number of votes.
    ///
    /// - Throws: ``TallyError`` `arithmetic-overflow`.
    func exactVotes(_ units: Int) throws(TallyError) -> Fraction {
        do { return try Fraction(units) * unit } catch { throw TallyError(error) }
    }

    /// The place of a choice among the counts.
    private static func index(_ choice: Choice) -> Int {
        switch choice {
        case .yes: 0
        case .no: 1
        case .abstain: 2
        case .blank: 3
        case .invalid: 4
        }
    }
}
