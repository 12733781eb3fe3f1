/// Borda's method: each ballot gives points by place, and the points are added up.
///
/// With n options, options level on a ballot share equally the points of the
/// places that they take together. What differs is:
///
/// - `standard`: n - 1 points for the first place, n - 2 for the second, down to 0; an option that a
///   ballot leaves out gets 0.
/// - `tournament`: the same, but the options left out share the points of the places left over: an
///   option gets one point for each option below it and half a point for each that is level.
/// - `modified`: a ballot that ranks k options gives k points for the first place, then k - 1, down to 1;
///   an option left out gets 0.
/// - `dowdall`: 1 point for the first place, 1/2 for the second, 1/3 for the third and so on; an option
///   left out gets 0.
///
/// - Source: de Borda 1784; Black 1976 for level options (`tournament`); Emerson 2013 (`modified`);
///   Reilly 2002 on Nauru (`dowdall`).
public struct Borda: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "borda"

    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .groupCap, .variant]

    /// The points of the places.
    public static let variants = BordaPoints.Variant.allCases.map(\.rawValue)

    private let settings: CountingSettings

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Throws: ``TallyError`` `arithmetic-overflow` when a sum of points has no exact value within 64
    ///   bits: `dowdall` with more than some forty places in use, or enormous weights.
    /// - Complexity: O(rows × options).
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let variant = settings.variant.flatMap(BordaPoints.Variant.init) ?? .standard
        var transcript = Transcript()
        transcript.open(Self.name, .ranked(ballots))
        let points = try BordaPoints(of: ballots, variant, with: workers).points
        transcript.add(
            Statement("points-\(variant.rawValue)", [.number("options", ballots.options.count)]),
            table: .init(
                headings: [.term("points")],
                rows: zip(ballots.options, points).map { .init(.text($0), [.fraction($1)]) }))
        let ranking = ballots.options.indices.places { points[$0] }
        transcript.add(places: ranking, ballots.options)
        let seating = try Seating(ranking, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }
}
