/// Ballots that rank options, kept as one byte an option.
///
/// No voter stands here: a row is a ranking and a weight. The order of rows
/// never matters to a count. The sum of the weights is checked as ballots come
/// in, so no sum over ballots can overflow later.
public struct RankedBallots: Hashable, Sendable {
    /// The most options one vote can have.
    public static let mostOptions = 200
    /// The most ranks a ballot can have.
    public static let mostRanks = 250

    /// The options in the order of the ballot paper; each name once.
    public let options: [String]
    /// What one unit of weight is worth in votes; 1 unless weights are fractions.
    public let unit: Fraction
    /// The ranks, row by row: 0 is best, equal numbers are equal, `unranked` is left out.
    private(set) var ranks: [UInt8] = []
    private(set) var weights: [Int] = []
    /// All ballots together, in units of ``unit``.
    public private(set) var total = 0

    /// The rank of an option that a ballot leaves out.
    static let unranked = UInt8.max

    /// An empty ballot box for these options.
    ///
    /// - Throws: ``TallyError`` `no-options`, `too-many-options`, `option-named-twice`.
    public init(options: [String], unit: Fraction = Fraction(1)) throws(TallyError) {
        guard !options.isEmpty else { throw TallyError(Statement("no-options")) }
        guard options.count <= Self.mostOptions else {
            throw TallyError(
                Statement(
                    "too-many-options",
                    [.number("count", options.count), .number("most", Self.mostOptions)]))
        }
        var seen: Set<String> = []
        for option in options where !seen.insert(option).inserted {
            throw TallyError(Statement("option-named-twice", [.text("option", option)]))
        }
        self.options = options
        self.unit = unit
    }

    /// How many rows there are.
    public var rowCount: Int { weights.count }

    /// How many equal ballots a row stands for, in units of ``unit``.
    public func weight(ofRow row: Int) -> Int { weights[row] }

    /// Adds a ranking: groups of equals, best first, each option by its index.
    ///
    /// An option left out is unranked; an empty group is a rank that the ballot
    /// skips; a ranking without any option is a ballot that prefers nothing, and
    /// is counted.
    ///
    /// - Throws: ``TallyError`` `weight-not-positive`, `option-not-on-paper`,
    ///   `option-ranked-twice`, `too-many-ranks`, `count-overflow`; nothing is added then.
    public mutating func append(ranking: [[Int]], weight: Int = 1) throws(TallyError) {
        var order: [(option: Int, rank: UInt8)] = []
        for (place, group) in ranking.enumerated() where !group.isEmpty {
            guard place < Self.mostRanks else {
                throw TallyError(Statement("too-many-ranks", [.number("most", Self.mostRanks)]))
            }
            order += group.map { ($0, UInt8(place)) }
            // More places than any paper has options: one is ranked twice, which is found below.
            if order.count > Self.mostOptions { break }
        }
        try append(order, weight: weight)
    }

    /// Adds options with their ranks, from 0; a rank without an option was skipped.
    mutating func append(_ order: [(option: Int, rank: UInt8)], weight: Int) throws(TallyError) {
        guard weight > 0 else {
            throw TallyError(Statement("weight-not-positive", [.number("weight", weight)]))
        }
        let (sum, overflow) = total.addingReportingOverflow(weight)
        guard !overflow else { throw TallyError(Statement("count-overflow")) }
        let start = ranks.count
        ranks.append(contentsOf: repeatElement(Self.unranked, count: options.count))
        for (option, rank) in order {
            let problem: Statement
            if !options.indices.contains(option) {
                problem = Statement("option-not-on-paper", [.number("option", option)])
            } else if ranks[start + option] != Self.unranked {
                problem = Statement("option-ranked-twice", [.text("option", options[option])])
            } else {
                ranks[start + option] = rank
                continue
            }
            ranks.removeLast(options.count)
            throw TallyError(problem)
        }
        weights.append(weight)
        total = sum
    }

    /// The ranking in a row, as groups of equals, best first; what is left out is unranked, and a rank
    /// that the ballot skips is an empty group.
    public func ranking(ofRow row: Int) -> [[Int]] {
        let start = row * options.count
        var groups: [[Int]] = []
        for option in options.indices {
            let rank = ranks[start + option]
            guard rank != Self.unranked else { continue }
            while groups.count <= Int(rank) { groups.append([]) }
            groups[Int(rank)].append(option)
        }
        return groups
    }

    /// The index of the option with this name.
    ///
    /// - Throws: ``TallyError`` `option-unknown`, with the nearest name where one is near.
    public func index(ofOption name: String) throws(TallyError) -> Int {
        if let index = options.firstIndex(of: name) { return index }
        throw TallyError(.unknownOption(name, among: options))
    }
}

extension Statement {
    /// The sentence for an option that is not on the ballot paper.
    static func unknownOption(_ name: String, among options: [String]) -> Statement {
        if let nearest = didYouMean(name, among: options) {
            return Statement("option-unknown-near", [.text("option", name), .text("nearest", nearest)])
        }
        return Statement("option-unknown", [.text("option", name), .list("options", options)])
    }
}
