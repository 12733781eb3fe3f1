/// Approval voting: each ballot approves of any number of options, and those with the most approvals win.
///
/// With several seats the options with the most approvals take them, which
/// elects a committee without regard to who approved of whom.
///
/// A score of 1 approves; a score of 0 and no score are the same. Other scores
/// are refused: they say more than an approval.
///
/// - Source: Brams and Fishburn 1978; as committees, rule AV in Lackner and Skowron 2023, section 2.2.
public struct Approval: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "approval"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .groupCap]

    private let settings: CountingSettings

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` `score-below-lowest`, `score-above-highest`, `count-overflow`.
    /// - Complexity: O(rows × options).
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        try ballots.check(lowest: 0, highest: 1)
        let approvals = try ScoreSums(ballots).sums
        var transcript = Transcript()
        transcript.open(Self.name, .scored(ballots))
        transcript.add(sums: approvals, heading: "approvals", code: "approvals-added", ballots.options)
        let ranking = ballots.options.indices.places { approvals[$0] }
        return try ballots.seated(Self.name, ranking, settings, transcript)
    }
}

extension ScoredBallots {
    /// The tally of a count that ends with an order of all options.
    func seated(
        _ method: String, _ ranking: [[Int]], _ settings: CountingSettings, _ lines: Transcript
    ) throws(TallyError) -> Tally {
        var transcript = lines
        let seating = try Seating(ranking, settings, names: options, writing: &transcript)
        transcript.close(seating, options)
        return Tally(
            method: method, ballots: total, options: options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }
}
