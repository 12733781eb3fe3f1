/// Ballots that give options scores: approvals, scores, points, credits.
///
/// No voter stands here: a row is a list of scores and a weight. The order of
/// rows never matters to a count.
public struct ScoredBallots: Hashable, Sendable {
    /// The options in the order of the ballot paper; each name once.
    public let options: [String]
    /// What one unit of weight is worth in votes; 1 unless weights are fractions.
    public let unit: Fraction
    /// The scores, row by row; `unscored` where a ballot says nothing of an option.
    private(set) var scores: [Int32] = []
    private(set) var weights: [Int] = []
    /// All ballots together, in units of ``unit``.
    public private(set) var total = 0

    /// The score of an option that a ballot leaves out.
    static let unscored = Int32.min
    /// The highest score, and the lowest with a minus sign.
    public static let highest = 1_000_000

    /// An empty ballot box for these options.
    ///
    /// - Throws: ``TallyError`` `no-options`, `too-many-options`, `option-named-twice`.
    public init(options: [String], unit: Fraction = Fraction(1)) throws(TallyError) {
        // The paper is checked where rankings are.
        self.options = try RankedBallots(options: options).options
        self.unit = unit
    }

    /// How many rows there are.
    public var rowCount: Int { weights.count }

    /// How many equal ballots a row stands for, in units of ``unit``.
    public func weight(ofRow row: Int) -> Int { weights[row] }

    /// The score in a row; nil where the ballot says nothing of the option.
    public func score(ofRow row: Int, option: Int) -> Int? {
        let score = scores[row * options.count + option]
        return score == Self.unscored ? nil : Int(score)
    }

    /// Adds a ballot: options with their scores. A ballot without any score is counted.
    ///
    /// - Throws: ``TallyError`` `weight-not-positive`, `option-not-on-paper`, `option-scored-twice`,
    ///   `score-too-large`, `count-overflow`; nothing is added then.
    public mutating func append(scores given: [(option: Int, score: Int)], weight: Int = 1) throws(TallyError)
    {
        guard weight > 0 else {
            throw TallyError(Statement("weight-not-positive", [.number("weight", weight)]))
        }
        let (sum, overflow) = total.addingReportingOverflow(weight)
        guard !overflow else { throw TallyError(Statement("count-overflow")) }
        var row = Array(repeating: Self.unscored, count: options.count)
        for (option, score) in given {
            guard options.indices.contains(option) else {
                throw TallyError(Statement("option-not-on-paper", [.number("option", option)]))
            }
            guard row[option] == Self.unscored else {
                throw TallyError(Statement("option-scored-twice", [.text("option", options[option])]))
            }
            guard score.magnitude <= Self.highest else {
                throw TallyError(
                    Statement("score-too-large", [.number("score", score), .number("most", Self.highest)]))
            }
            row[option] = Int32(score)
        }
        scores += row
        weights.append(weight)
        total = sum
    }

    /// The ballots as rankings: higher scores first, equal scores level; what has no score is unranked.
    public func ranked() throws(TallyError) -> RankedBallots {
        var ballots = try RankedBallots(options: options, unit: unit)
        for row in 0..<rowCount {
            var groups: [Int: [Int]] = [:]
            for option in options.indices {
                if let score = score(ofRow: row, option: option) { groups[score, default: []].append(option) }
            }
            let ranking = groups.sorted { $0.key > $1.key }.map(\.value)
            try ballots.append(ranking: ranking, weight: weights[row])
        }
        return ballots
    }
}

extension RankedBallots {
    /// The ballots as approvals: every option that a ballot names has the score 1.
    ///
    /// - Throws: ``TallyError`` `ranking-is-no-approval` when a ballot prefers one named option to another.
    public func approvals() throws(TallyError) -> ScoredBallots {
        var ballots = try ScoredBallots(options: options, unit: unit)
        for row in 0..<rowCount {
            let groups = ranking(ofRow: row).filter { !$0.isEmpty }
            guard groups.count < 2 else { throw TallyError(Statement("ranking-is-no-approval")) }
            try ballots.append(
                scores: (groups.first ?? []).map { ($0, 1) }, weight: weight(ofRow: row))
        }
        return ballots
    }
}
