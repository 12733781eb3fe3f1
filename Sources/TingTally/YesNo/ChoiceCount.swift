/// How many ballots said what, and out of how many.
///
/// The numbers agree by construction: none is below zero, no more are received
/// than are eligible, and no sum overflows. With weighted votes every number is
/// a number of whole votes.
public struct ChoiceCount: Hashable, Sendable {
    /// All who may vote on the matter, as frozen at opening.
    public let eligible: Int
    /// Those present at the meeting; nil when there is no meeting or nobody counted.
    public let present: Int?
    /// The full size of the body, vacant seats included; nil when it has no fixed size.
    public let seats: Int?
    /// The ballots of each choice, in the order of `Choice.allCases`.
    private var counts: [Int]
    /// All ballots together.
    public private(set) var received: Int

    /// Counts with these numbers of ballots.
    ///
    /// - Throws: ``TallyError`` `count-below-zero`, `count-overflow`, or
    ///   `more-ballots-than-eligible`.
    public init(
        eligible: Int, present: Int? = nil, seats: Int? = nil, yes: Int = 0, no: Int = 0,
        abstain: Int = 0, blank: Int = 0, invalid: Int = 0
    ) throws(TallyError) {
        for (name, number) in [("eligible", eligible), ("present", present ?? 0), ("seats", seats ?? 0)]
        where number < 0 {
            throw TallyError(
                Statement("count-below-zero", [.term("counted", name), .number("count", number)]))
        }
        self.eligible = eligible
        self.present = present
        self.seats = seats
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
                    [.number("received", sum), .number("eligible", eligible)]))
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
