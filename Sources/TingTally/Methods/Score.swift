/// Score voting: every ballot gives options scores, and the highest sum or mean wins.
///
/// - `total`: the sum of all scores wins; what a ballot leaves out adds nothing.
/// - `mean`: the sum divided by the ballots that score the option wins, as an
///   exact fraction; what a ballot leaves out is no opinion. No quorum of
///   scorers is asked, so one ballot can decide on an option that nobody else
///   scores; an option without any score stands below all others.
/// - `plus-minus`: as `total`, with scores from minus `points` to plus `points`,
///   which are 1 where not given: for, against and abstention as +1, -1 and 0.
///
/// The lowest score of `total` and `mean` is 0; the highest is `points`, or any
/// where not given. A ballot outside the range refuses the count.
public struct Score: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "score"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .groupCap, .points, .variant]
    /// How scores become a result.
    public static let variants = ["total", "mean", "plus-minus"]

    private let settings: CountingSettings
    private let variant: String

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `points-not-positive`.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
        variant = settings.variant ?? "total"
        try settings.checkPoints()
    }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` `score-below-lowest`, `score-above-highest`, `count-overflow`.
    /// - Complexity: O(rows × options).
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        let isSigned = variant == "plus-minus"
        let highest = settings.points ?? (isSigned ? 1 : nil)
        try ballots.check(lowest: isSigned ? -(highest ?? 1) : 0, highest: highest)
        let scores = try ScoreSums(ballots)
        var transcript = Transcript()
        transcript.open(Self.name, .scored(ballots))
        let all = Array(ballots.options.indices)
        guard variant == "mean" else {
            transcript.add(sums: scores.sums, heading: "sum", code: "scores-added", ballots.options)
            return try ballots.seated(Self.name, all.places { scores.sums[$0] }, settings, transcript)
        }
        let means = all.map { option in
            scores.scorers[option] == 0 ? nil : try? Fraction(scores.sums[option], scores.scorers[option])
        }
        transcript.add(
            Statement("mean-scores"),
            table: .init(
                headings: [.term("sum"), .term("scorers"), .term("mean")],
                rows: all.map { option in
                    .init(
                        .text(ballots.options[option]),
                        [
                            .number(scores.sums[option]), .number(scores.scorers[option]),
                            means[option].map(FactValue.fraction),
                        ])
                }))
        // No mean is below 0, so a mean of -1 stands below all.
        let ranking = all.places { means[$0] ?? Fraction(-1) }
        return try ballots.seated(Self.name, ranking, settings, transcript)
    }
}

extension CountingSettings {
    /// Refuses a highest score, or credits, of nothing.
    ///
    /// - Throws: ``TallyError`` `points-not-positive`.
    func checkPoints() throws(TallyError) {
        if let points, points < 1 {
            throw TallyError(Statement("points-not-positive", [.number("points", points)]))
        }
    }
}
