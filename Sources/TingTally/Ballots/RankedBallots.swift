/// Ballots that rank options, kept as one byte an option.
///
/// No voter stands here: a row is a ranking and a weight. The order of rows
/// never matters to a count. The sum of the weights is checked as ballots come
/// in, so no sum over ballots can overflow later. A ballot takes as many bytes
/// as there are options, and 8 more where weights are not all 1.
public struct RankedBallots: Hashable, Sendable {
    /// The most options one vote can have.
    public static let mostOptions = 200
    /// The most ranks a ballot can have.
    public static let mostRanks = 250

    /// The options in the order of the ballot paper; each name once.
    public let options: [String]
    /// What one unit of weight is worth in votes; 1 unless weights are fractions.
    public let unit: Fraction
    /// The rows, some thousands to a block; all blocks but the last are full.
    private(set) var blocks: [RankedBlock] = []
    /// All ballots together, in units of ``unit``.
    public private(set) var total = 0
    /// Whether any ballot has several options at one rank.
    public private(set) var hasEqualRanks = false
    /// Whether any ballot leaves a rank empty and uses a later one.
    public private(set) var hasSkippedRanks = false

    /// The rank of an option that a ballot leaves out; the ranks are 0 for the best, and up.
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
    public var rowCount: Int {
        blocks.isEmpty ? 0 : (blocks.count - 1) * RankedBlock.mostRows + blocks[blocks.count - 1].count
    }

    /// How many equal ballots a row stands for, in units of ``unit``.
    public func weight(ofRow row: Int) -> Int {
        blocks[row / RankedBlock.mostRows].weight(of: row % RankedBlock.mostRows)
    }

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
        let problem: Statement? = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: options.count) {
            row in
            row.initialize(repeating: Self.unranked)
            for (option, rank) in order {
                guard options.indices.contains(option) else {
                    return Statement("option-not-on-paper", [.number("option", option)])
                }
                guard row[option] == Self.unranked else {
                    return Statement("option-ranked-twice", [.text("option", options[option])])
                }
                guard rank < Self.mostRanks else {
                    return Statement("too-many-ranks", [.number("most", Self.mostRanks)])
                }
                row[option] = rank
            }
            return add(UnsafeBufferPointer(row), weight: weight)
        }
        if let problem { throw TallyError(problem) }
    }

    /// Adds a ballot as the rank of every option: 0 for the best, 255 for one that is left out.
    ///
    /// - Parameter ranks: As many as there are options.
    /// - Throws: ``TallyError`` `weight-not-positive`, `too-many-ranks`, `count-overflow`,
    ///   `ranks-do-not-fit`; nothing is added then.
    public mutating func append(ranks: UnsafeBufferPointer<UInt8>, weight: Int = 1) throws(TallyError) {
        guard ranks.count == options.count else {
            throw TallyError(
                Statement(
                    "ranks-do-not-fit", [.number("ranks", ranks.count), .number("options", options.count)]))
        }
        if let problem = add(ranks, weight: weight) { throw TallyError(problem) }
    }

    /// Adds a row, or says why not.
    private mutating func add(_ row: UnsafeBufferPointer<UInt8>, weight: Int) -> Statement? {
        guard weight > 0 else { return Statement("weight-not-positive", [.number("weight", weight)]) }
        let (sum, overflow) = total.addingReportingOverflow(weight)
        guard !overflow else { return Statement("count-overflow") }
        let shape = RankShape(of: row)
        guard shape.fits else { return Statement("too-many-ranks", [.number("most", Self.mostRanks)]) }
        hasEqualRanks = hasEqualRanks || shape.hasEqual
        hasSkippedRanks = hasSkippedRanks || shape.hasSkipped
        if blocks.last?.isFull ?? true {
            blocks.append(RankedBlock(options: options.count, whole: !blocks.isEmpty))
        }
        blocks[blocks.count - 1].append(row, weight: weight)
        total = sum
        return nil
    }

    /// The rank of an option in a row: 0 for the best, `unranked` for one that is left out.
    func rank(ofRow row: Int, option: Int) -> UInt8 {
        blocks[row / RankedBlock.mostRows].rank(of: option, in: row % RankedBlock.mostRows)
    }

    /// Reads all ballots, a block of columns at a time.
    func forEachBlock(_ body: (RankedColumns) -> Void) {
        for block in blocks { block.withColumns(body) }
    }

    /// The ranking in a row, as groups of equals, best first; what is left out is unranked, and a rank
    /// that the ballot skips is an empty group.
    public func ranking(ofRow row: Int) -> [[Int]] {
        var groups: [[Int]] = []
        for option in options.indices {
            let rank = rank(ofRow: row, option: option)
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
