/// Instant runoff: the option with the fewest votes is excluded round by round, until one has more than
/// half of the votes that still count.
///
/// The variants are `stop-at-majority`, the usual one; `until-two`, which goes on
/// until two options are left; `sequential` for several seats, which counts anew
/// for each seat without those elected before; and `bottoms-up`, which excludes
/// until as many are left as there are seats.
///
/// Options that are tied with the fewest votes, and have fewer together than
/// the next one alone, go out together: whichever went first, the others would
/// follow before anybody else. Other ties are tried out; see ``RoundResult``,
/// which also says how options are ranked.
///
/// - Source: RCTab 2.0, winner election modes `singleWinnerMajority`, `multiPassIrv` and `bottomsUp`.
public struct InstantRunoff: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "irv"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .variant, .ballotRules]
    /// Its variants.
    public static let variants = ["stop-at-majority", "until-two", "sequential", "bottoms-up"]

    private let settings: CountingSettings

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `irv-for-one-seat` for several seats in a variant that fills one.
    public init(_ settings: CountingSettings) throws(TallyError) {
        let fillsSeveral = settings.variant == "sequential" || settings.variant == "bottoms-up"
        guard settings.seats == 1 || fillsSeveral else {
            throw TallyError(Statement("irv-for-one-seat", [.number("seats", settings.seats)]))
        }
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Complexity: O(rows × options²) at worst and 16 rows at a time for up to 15 options, where no ballot
    ///   has equal or skipped ranks; else O(rows × options) and a step for each rank passed over.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        try count(ballots, RunoffBallots(ballots, settings.ballotRules, workers))
    }

    /// Counts ballots that are read in this way.
    func count(_ ballots: RankedBallots, _ read: RunoffBallots) throws(TallyError) -> Tally {
        let valid = ballots.total - read.invalid
        var transcript = Transcript()
        transcript.open(Self.name, .ranked(ballots))
        transcript.add(settings.ballotRules, of: ballots, invalid: read.invalid)
        let log = RoundLog(names: ballots.options, scale: 1, total: valid, transcript: transcript)
        var count = RunoffCount(read, settings, log)
        let result = try RoundResult(&count, rows: ballots.rowCount)
        count.log.addOverview()
        transcript = count.log.transcript ?? transcript
        transcript.close(result.winners, tied: result.tied, seats: settings.seats, ballots.options)
        return Tally(
            method: Self.name, ballots: valid, options: ballots.options, seats: settings.seats,
            winners: result.winners, tied: result.tied, ranking: result.ranking, transcript: transcript)
    }
}
