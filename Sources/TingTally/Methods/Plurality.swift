/// Plurality: the option that most ballots rank first.
///
/// A ballot counts for the first option on it that the ballot rules let stand.
///
/// - Source: the first round of RCTab; seats and caps as ``Seating`` gives them.
public struct Plurality: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "plurality"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .ballotRules, .groupCap]

    private let settings: CountingSettings

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Complexity: O(rows × options), 16 rows at a time where no ballot has equal ranks.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let read = RunoffBallots(ballots, settings.ballotRules, workers)
        let valid = ballots.total - read.invalid
        var transcript = Transcript()
        transcript.open(Self.name, .ranked(ballots))
        transcript.add(settings.ballotRules, of: ballots, invalid: read.invalid)
        let votes = read.firstPreferences
        var log = RoundLog(names: ballots.options, scale: 1, total: valid, transcript: transcript)
        try log.round(
            "first-preferences", votes: votes, exhausted: valid - votes.reduce(0, +), lost: 0,
            Array(repeating: .continuing, count: votes.count))
        transcript = log.transcript ?? transcript
        let seating = try Seating(
            votes.indices.places { votes[$0] }, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating, ballots.options)
        return Tally(
            method: Self.name, ballots: valid, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }
}
