/// Quadratic voting: more votes for one option cost more than in proportion.
///
/// - `credits`: a ballot gives any number of votes to each option, for it or
///   against it, at a cost of the square of the number in credits. Each ballot
///   has `points` credits; one that costs more is invalid, counted and reported
///   as such, and has no say. The highest sum of votes wins.
/// - `snapshot`: a ballot divides its one vote among options in proportion to
///   its points, and each option has the square root of its part. The order is
///   that of the sums of these roots. A weight counts as that many equal
///   ballots: the root is taken of a ballot's parts, not of its weight. The
///   result is shown as Snapshot shows it, as squares of the sums in proportion
///   to all ballots that give points.
///
/// Sums of roots are compared exactly, as ``RootSum`` says; only what is shown is rounded.
///
/// - Source: Lalley and Weyl 2018, "Quadratic Voting"; snapshot.js, `voting/quadratic`.
public struct Quadratic: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "quadratic"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .groupCap, .points, .variant]
    /// Whether votes are bought or one vote is divided.
    public static let variants = ["credits", "snapshot"]

    private let settings: CountingSettings
    private let isBought: Bool

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `points-not-positive`, `credits-needed`, `credits-not-used`.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
        isBought = settings.variant != "snapshot"
        try settings.checkPoints()
        guard isBought == (settings.points != nil) else {
            throw TallyError(Statement(isBought ? "credits-needed" : "credits-not-used"))
        }
    }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` `count-overflow`; for `snapshot` also `score-below-lowest`.
    /// - Complexity: O(rows × options).
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        var transcript = Transcript()
        transcript.open(Self.name, .scored(ballots))
        let ranking =
            try isBought
            ? bought(ballots, settings.points ?? 0, writing: &transcript)
            : divided(ballots, writing: &transcript)
        return try ballots.seated(Self.name, ranking, settings, transcript)
    }

    /// The order by votes that were paid for.
    private func bought(
        _ ballots: ScoredBallots, _ credits: Int, writing transcript: inout Transcript
    ) throws(TallyError) -> [[Int]] {
        // The same bound as for any sum of scores, so that nothing below can overflow.
        _ = try ScoreSums(ballots)
        let size = ballots.options.count
        var sums = Array(repeating: 0, count: size)
        var (valid, invalid) = (0, 0)
        var spent = Int128(0)
        for row in 0..<ballots.rowCount {
            let weight = ballots.weight(ofRow: row)
            let votes = (0..<size).map { ballots.score(ofRow: row, option: $0) ?? 0 }
            let cost = votes.reduce(0) { $0 + $1 * $1 }
            guard cost <= credits else {
                invalid += weight
                continue
            }
            valid += weight
            spent += Int128(cost) * Int128(weight)
            for option in 0..<size { sums[option] += votes[option] * weight }
        }
        transcript.add(
            Statement(
                "credits-checked",
                [
                    .number("credits", credits), .number("valid", valid), .number("invalid", invalid),
                    .text("spent", String(spent)),
                ]))
        transcript.add(sums: sums, heading: "votes", code: "votes-added", ballots.options)
        return ballots.options.indices.places { sums[$0] }
    }

    /// The order by sums of square roots.
    private func divided(
        _ ballots: ScoredBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> [[Int]] {
        try ballots.check(lowest: 0, highest: nil)
        let size = ballots.options.count
        var sums = Array(repeating: RootSum(), count: size)
        var voters = 0
        for row in 0..<ballots.rowCount {
            let points = (0..<size).map { ballots.score(ofRow: row, option: $0) ?? 0 }
            let total = points.reduce(0, +)
            guard total > 0 else { continue }
            let weight = ballots.weight(ofRow: row)
            voters += weight
            for option in 0..<size where points[option] > 0 {
                let common = Int(greatestCommonDivisor(UInt128(points[option]), UInt128(total)))
                let share = RootSum.Share(upper: points[option] / common, lower: total / common)
                sums[option].add(rootOf: share, times: weight)
            }
        }
        let shown = Self.shown(sums, voters)
        transcript.add(
            Statement("roots-added", [.number("voters", voters)]),
            table: .init(
                headings: [.term("score")],
                rows: zip(ballots.options, shown).map { .init(.text($0), [$1.map(FactValue.fraction)]) }))
        var ranking: [[Int]] = []
        let order = ballots.options.indices.sorted { RootSum.compare(sums[$0], sums[$1]) > 0 }
        for option in order {
            if let last = ranking.last?.first, RootSum.compare(sums[last], sums[option]) == 0 {
                ranking[ranking.count - 1].append(option)
            } else {
                ranking.append([option])
            }
        }
        return ranking.map { $0.sorted() }
    }

    /// The squares of the sums in proportion to all voters, rounded to nine decimals; nil where too large to show.
    private static func shown(_ sums: [RootSum], _ voters: Int) -> [Fraction?] {
        let exact = sums.map { $0.units() }
        let most = exact.max() ?? Natural(0)
        let units = exact.map { $0.leading(bits: 60, of: most) }
        let squares = units.map { $0 * $0 }
        let all = squares.reduce(0, +)
        let billion = 1_000_000_000
        return squares.map { square in
            guard all > 0 else { return Fraction(0) }
            let wide = square.multipliedFullWidth(by: UInt128(voters) * UInt128(billion))
            guard wide.high < all, let upper = Int(exactly: all.dividingFullWidth(wide).quotient) else {
                return nil
            }
            return try? Fraction(upper, billion)
        }
    }
}
