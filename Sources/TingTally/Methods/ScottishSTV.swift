/// The single transferable vote as Scotland elects its councils: weighted inclusive Gregory, five decimals.
///
/// The quota is the votes divided by the seats and 1, without the fraction, and
/// 1 more; ballots without a first choice that counts are left out of it.
/// Whoever reaches it is elected. The largest surplus is passed on first, one a
/// round; a ballot's worth is multiplied by the surplus, divided by the votes it
/// comes from and cut off after the decimals. That worth is a part of the ballot,
/// so a ballot that weighs 3/2 votes moves as one of 1 and one of 1/2 would. With no surplus left the option
/// with the fewest votes is excluded. Options are elected without the quota as
/// soon as there are seats for all who are left.
///
/// Ties are broken by the latest earlier round in which the votes differ, which
/// is the statute's own step, and then by the given ways, where the statute has
/// the returning officer draw a lot. What they leave is tried out; see
/// ``RoundResult``. A ballot with several options at one rank counts for nobody
/// from there on, unless the ballot rules say otherwise.
///
/// - Source: The Scottish Local Government Elections Order 2011, rules 45 to 52.
public struct ScottishSTV: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "scottish-stv"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .ballotRules, .decimals]

    private let settings: CountingSettings
    private let scale: VoteScale

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `decimals-out-of-range`; from 0 to 9 decimals are possible.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
        scale = try VoteScale(decimals: settings.decimals ?? 5)
    }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` `votes-too-many-for-decimals`, `votes-not-conserved`.
    /// - Complexity: O(rows × options) to make lists; then each ballot is touched when its pile is passed on.
    public func count(_ given: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let (ballots, parts) = try given.inPartsOfOneVote()
        _ = try scale.parts(of: ballots.total)
        let lists = PreferenceLists(ballots, settings.ballotRules)
        let valid = ballots.total - lists.invalid
        var transcript = Transcript()
        transcript.open(Self.name, .ranked(ballots))
        transcript.add(settings.ballotRules, of: ballots, invalid: lists.invalid)
        let log = RoundLog(
            names: ballots.options, scale: scale.parts, total: try scale.parts(of: valid),
            transcript: transcript)
        var count = try TransferCount(lists, settings, scale, unit: ballots.unit, log)
        let result = try RoundResult(&count, rows: ballots.rowCount)
        count.log.addOverview()
        transcript = count.log.transcript ?? transcript
        transcript.close(result.winners, tied: result.tied, seats: settings.seats, ballots.options)
        return Tally(
            method: Self.name, ballots: valid / parts, options: ballots.options, seats: settings.seats,
            winners: result.winners, tied: result.tied, ranking: result.ranking, transcript: transcript)
    }
}
