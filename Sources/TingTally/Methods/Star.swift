/// STAR voting, score then automatic runoff: of the two options with the highest sums the one that more
/// ballots score higher wins.
///
/// Scores go from 0 to `points`, 5 where not given; what a ballot leaves out
/// has the score 0. With several seats the rounds are repeated without those
/// elected, which is Bloc STAR.
///
/// Ties are broken by the steps of the published protocol, in this order. In
/// the scoring round: the tied are compared one against one, and those that
/// lose the most comparisons stand below the others, again and again; then the
/// most ballots with the highest score. In the runoff: the higher sum; then the
/// most ballots with the highest score. What stays tied goes to the ways of
/// breaking ties in the settings; what they leave is followed in every way, and
/// only an option that wins in every way has won.
///
/// - Source: Equal Vote Coalition, starvoting.org, "Official Tiebreaker Protocol".
public struct Star: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "star"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .groupCap, .points]

    private let settings: CountingSettings

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `points-not-positive`.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
        try settings.checkPoints()
    }

    /// Counts the ballots. The ranking holds the winners alone: STAR puts nobody else in order.
    ///
    /// - Throws: ``TallyError`` `score-below-lowest`, `score-above-highest`, `count-overflow`,
    ///   `group-cap-of-other-options`. More ways for ties to fall than are followed are no error:
    ///   all who could still be elected are then tied.
    /// - Complexity: O(rows × options), and O(rows) for every pair of tied options.
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        let highest = settings.points ?? 5
        try ballots.check(lowest: 0, highest: highest)
        if let cap = settings.groupCap, cap.groups.count != ballots.options.count {
            throw TallyError(Statement("group-cap-of-other-options"))
        }
        var transcript = Transcript()
        transcript.open(Self.name, .scored(ballots))
        let sums = try ScoreSums(ballots).sums
        transcript.add(sums: sums, heading: "sum", code: "scores-added", ballots.options)
        var rounds = StarRounds(ballots: ballots, sums: sums, highest: highest, settings: settings)
        rounds.elect([], writing: &transcript)
        let outcomes = rounds.outcomes
        var (places, tied) = (outcomes.places, outcomes.tied)
        if let known = rounds.certainWhenCut {
            (places, tied) = (known.map { [$0] }, ballots.options.indices.filter { !known.contains($0) })
            transcript.add(
                Statement(
                    "star-too-many-ways",
                    [.list("options", tied.map { ballots.options[$0] }), .number("most", Outcomes.most)]))
        }
        let winners = places.joined() + tied
        // Under a cap the tie may also decide how many seats are filled; the fewest are counted on.
        let filled = tied.isEmpty ? winners.count : outcomes.seats
        let emptySeats = rounds.certainWhenCut == nil ? max(0, settings.seats - filled) : 0
        transcript.close(
            winners, tied: tied, seats: settings.seats, emptySeats: emptySeats, ballots.options)
        let ranking = places + (tied.isEmpty ? [] : [tied])
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: winners, tied: tied, emptySeats: emptySeats, ranking: ranking, transcript: transcript)
    }
}
