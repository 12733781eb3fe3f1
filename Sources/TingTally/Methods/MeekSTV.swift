/// The single transferable vote by Meek's method, after the reference rule of the PR Foundation.
///
/// The quota is the votes that still count divided by the seats and 1, and one
/// part of the last decimal more; it sinks as ballots are exhausted. Votes have
/// 9 decimals, and what an option keeps of a vote is rounded up. A round ends when the surpluses together are less than one millionth of a vote, or no
/// longer shrink; then the option with fewest votes is excluded, and options
/// that are not further above it than the surplus left count as tied with it.
///
/// A ballot with equal ranks is shared in equal parts among all orders of the
/// equals, which gives none of them more than another; one that would be shared
/// among more than 120 is refused. Where the ballot rules say what becomes of
/// several options at one rank, they hold instead. Skipped ranks are passed over.
///
/// - Source: Hill, Wichmann and Woodall 1987, algorithm 123; PR Foundation, Meek STV reference rule 2010.
public struct MeekSTV: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "meek-stv"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .ballotRules, .decimals]

    private let settings: CountingSettings
    private let scale: VoteScale

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `decimals-out-of-range`, from 3 to 9 decimals are possible; `meek-shares-equals`, because
    ///   to wait until one of several equals is left has no meaning where nobody counts for one alone.
    public init(_ settings: CountingSettings) throws(TallyError) {
        guard settings.ballotRules.overvotes != .exhaustIfMultipleContinuing else {
            throw TallyError(Statement("meek-shares-equals"))
        }
        self.settings = settings
        scale = try VoteScale(decimals: settings.decimals ?? 9, least: 3)
    }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` `equal-ranks-too-many`, `votes-too-many-for-decimals`, `count-overflow`,
    ///   `votes-not-conserved`.
    /// - Complexity: O(turns × rows × ranks until a continuing option); the surplus shrinks by some factor
    ///   each turn.
    public func count(_ given: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let (ballots, units) = try given.inPartsOfOneVote()
        let isShared = ballots.hasEqualRanks && settings.ballotRules.overvotes == nil
        let shared = isShared ? try ballots.inAllOrders() : ballots
        let lists = PreferenceLists(shared, settings.ballotRules)
        let valid = shared.total - lists.invalid
        var transcript = Transcript()
        transcript.open(Self.name, .ranked(ballots))
        if isShared {
            transcript.add(Statement("equal-ranks-shared"))
            transcript.add(Statement("votes-in-units", [.fraction("unit", shared.unit)]))
        }
        // Shared ballots are counted in smaller parts; what people read of is the ballots as they came.
        let parts = max(1, ((try? ballots.unit / shared.unit) ?? Fraction(1)).floor)
        transcript.add(settings.ballotRules, of: shared, invalid: lists.invalid / parts)
        let log = RoundLog(
            names: ballots.options, scale: scale.parts, total: try scale.parts(of: valid),
            transcript: transcript)
        var count = try MeekCount(lists, settings, scale, units: shared.unit.denominator, log)
        let result = try RoundResult(&count, rows: shared.rowCount)
        count.log.addOverview()
        transcript = count.log.transcript ?? transcript
        transcript.close(result.winners, tied: result.tied, seats: settings.seats, ballots.options)
        return Tally(
            method: Self.name,
            ballots: shared.total == 0 ? 0 : valid / (shared.total / ballots.total) / units,
            options: ballots.options,
            seats: settings.seats, winners: result.winners, tied: result.tied, ranking: result.ranking,
            transcript: transcript)
    }
}
