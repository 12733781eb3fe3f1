/// Ballots that give options scores: approvals, scores, points, credits.
///
/// No voter stands here: a row is a list of scores and a weight. The order of
/// rows never matters to a count. A score takes one byte while all scores lie
/// within -127...127, else four; weights take nothing while all are 1.
public struct ScoredBallots: Hashable, Sendable {
    /// The options in the order of the ballot paper; each name once.
    public let options: [String]
    /// What one unit of weight is worth in votes; 1 unless weights are fractions.
    public let unit: Fraction
    /// The scores, row by row.
    private(set) var scores = ScoreCells.narrow([])
    /// The weights, row by row; empty while all are 1.
    private(set) var weights: [Int] = []
    /// How many rows there are.
    public private(set) var rowCount = 0
    /// All ballots together, in units of ``unit``.
    public private(set) var total = 0
    /// The lowest and the highest score on any ballot; nil when there is none.
    public private(set) var range: ClosedRange<Int>?

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

    /// Makes room for so many rows, so that adding them moves nothing.
    public mutating func reserveCapacity(_ rows: Int) {
        scores.reserveCapacity(rows * options.count)
    }

    /// How many equal ballots a row stands for, in units of ``unit``.
    public func weight(ofRow row: Int) -> Int { weights.isEmpty ? 1 : weights[row] }

    /// The score in a row; nil where the ballot says nothing of the option.
    public func score(ofRow row: Int, option: Int) -> Int? {
        scores[row * options.count + option]
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
        var range = range
        for (option, score) in given {
            guard options.indices.contains(option) else {
                throw TallyError(Statement("option-not-on-paper", [.number("option", option)]))
            }
            guard score.magnitude <= Self.highest else {
                throw TallyError(
                    Statement("score-too-large", [.number("score", score), .number("most", Self.highest)]))
            }
            range = min(range?.lowerBound ?? score, score)...max(range?.upperBound ?? score, score)
        }
        let start = scores.count
        scores.appendUnscored(options.count)
        for (option, score) in given {
            guard scores[start + option] == nil else {
                scores.removeLast(options.count)
                throw TallyError(Statement("option-scored-twice", [.text("option", options[option])]))
            }
            scores.set(start + option, to: score)
        }
        if weight != 1, weights.isEmpty { weights = Array(repeating: 1, count: rowCount) }
        if weight != 1 || !weights.isEmpty { weights.append(weight) }
        rowCount += 1
        total = sum
        self.range = range
    }

    /// The ballots as rankings: higher scores first, equal scores level; what has no score is unranked.
    ///
    /// - Throws: ``TallyError`` as ``RankedBallots/append(ranking:weight:)``, which never happens for
    ///   ballots that were accepted here.
    public func ranked() throws(TallyError) -> RankedBallots {
        var ballots = try RankedBallots(options: options, unit: unit)
        for row in 0..<rowCount {
            var groups: [Int: [Int]] = [:]
            for option in options.indices {
                if let score = score(ofRow: row, option: option) { groups[score, default: []].append(option) }
            }
            let ranking = groups.sorted { $0.key > $1.key }.map(\.value)
            try ballots.append(ranking: ranking, weight: weight(ofRow: row))
        }
        return ballots
    }
}

/// Scores in one row after the other, as narrow as they all allow.
enum ScoreCells: Hashable, Sendable {
    /// One byte a score, -127...127; -128 stands for none.
    case narrow([Int8])
    /// Four bytes a score; the lowest number stands for none.
    case wide([Int32])

    /// How many cells there are.
    var count: Int {
        switch self {
        case .narrow(let cells): cells.count
        case .wide(let cells): cells.count
        }
    }

    /// The score in a cell; nil where there is none.
    subscript(cell: Int) -> Int? {
        switch self {
        case .narrow(let cells): cells[cell] == .min ? nil : Int(cells[cell])
        case .wide(let cells): cells[cell] == .min ? nil : Int(cells[cell])
        }
    }

    mutating func reserveCapacity(_ cells: Int) {
        change({ $0.reserveCapacity(cells) }, { $0.reserveCapacity(cells) })
    }

    mutating func appendUnscored(_ count: Int) {
        change(
            { $0.append(contentsOf: repeatElement(.min, count: count)) },
            { $0.append(contentsOf: repeatElement(.min, count: count)) })
    }

    mutating func removeLast(_ count: Int) {
        change({ $0.removeLast(count) }, { $0.removeLast(count) })
    }

    /// Writes a score of at most ``ScoredBallots/highest``; all cells widen when it needs it.
    mutating func set(_ cell: Int, to score: Int) {
        if case .narrow(let cells) = self, score.magnitude > 127 {
            self = .wide(cells.map { $0 == .min ? .min : Int32($0) })
        }
        change(
            { $0[cell] = Int8(truncatingIfNeeded: score) }, { $0[cell] = Int32(truncatingIfNeeded: score) })
    }

    /// Changes the cells in place: they are taken out first, so that nothing is copied.
    private mutating func change(_ narrow: (inout [Int8]) -> Void, _ wide: (inout [Int32]) -> Void) {
        switch self {
        case .narrow(var cells):
            self = .narrow([])
            narrow(&cells)
            self = .narrow(cells)
        case .wide(var cells):
            self = .wide([])
            wide(&cells)
            self = .wide(cells)
        }
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
