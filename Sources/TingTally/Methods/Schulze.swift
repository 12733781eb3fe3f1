/// Schulze's method: the strength of a defeat is how many prefer its winner, or as the variant says.
///
/// A path from one option to another goes over defeats and is as wide as its
/// narrowest one; an option stands above another when its widest path to it is
/// wider than the widest path back.
///
/// That relation can leave two options level and still put a third above only
/// one of them. Places are therefore given in layers: first all options that
/// nothing stands above, then all that nothing left stands above. Two options
/// that are level but stand in different layers are named in the transcript.
///
/// - Source: Schulze 2011 and arXiv:1804.02973, sections 2 and 3.
public struct Schulze: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "schulze"

    /// What it uses.
    public static let settings: Set<Setting> = [.unranked, .seats, .ties, .groupCap, .variant]

    /// How the strength of a defeat is measured.
    public static let variants = DefeatStrength.allCases.map(\.rawValue)

    private let settings: CountingSettings

    /// The method for one winner, with ballots that leave options out in this sense.
    public init(unranked: Unranked) {
        settings = CountingSettings(unranked: unranked)
    }

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Complexity: O(rows × options² + options³).
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        let strength = DefeatStrength(variant: settings.variant)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        transcript.add(strength.statement)
        let paths = WidestPaths(in: matrix, by: strength)
        transcript.add(
            Statement("widest-paths"), table: .init(of: ballots.options, values: paths.rows))
        Self.compare(paths, ballots.options, writing: &transcript)
        let ranking = paths.layers
        transcript.add(places: ranking, ballots.options)
        for (first, second) in Self.levelPairs(paths, ranking) {
            transcript.add(
                Statement(
                    "level-in-different-places",
                    [.text("first", ballots.options[first]), .text("second", ballots.options[second])]))
        }
        let seating = try Seating(ranking, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }

    /// Writes down how the two widest paths of every pair compare.
    private static func compare(
        _ paths: WidestPaths, _ options: [String], writing transcript: inout Transcript
    ) {
        for first in options.indices {
            for second in options.indices.dropFirst(first + 1) {
                let (there, back) = (paths[first, to: second], paths[second, to: first])
                let (upper, lower) = there >= back ? (first, second) : (second, first)
                transcript.add(
                    Statement(
                        there == back ? "paths-level" : "path-wider",
                        [
                            .text("first", options[upper]), .text("second", options[lower]),
                            Fact("there", paths.value(upper, to: lower)),
                            Fact("back", paths.value(lower, to: upper)),
                        ]))
            }
        }
    }

    /// The pairs that are level by their paths and yet stand in different layers.
    private static func levelPairs(_ paths: WidestPaths, _ ranking: [[Int]]) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for (place, group) in ranking.enumerated() {
            for lower in ranking.dropFirst(place + 1).joined() {
                for upper in group where paths[upper, to: lower] == paths[lower, to: upper] {
                    pairs.append((upper, lower))
                }
            }
        }
        return pairs
    }
}
