/// Condorcet-IRV: the option that beats every other wins; in a circle instant runoff chooses.
///
/// The smallest set is found of which every option beats every option outside
/// it (the Smith set), and among it the option with the fewest first choices
/// is eliminated. By the variant `tideman-alternative` the set is found anew
/// after each elimination, until it is one option. By `smith-irv` it is found
/// once, and first choices decide down to the last two. The next place is given
/// in the same way among the options that are left.
///
/// In the runoff a ballot with several options level at its top gives each an
/// equal part of its vote, and a ballot that ranks none of those left is
/// exhausted, whatever else an unranked option means.
///
/// - Source: Tideman 2006, "Collective Decisions and Voting", for the alternative; Green-Armytage 2011
///   compares both. The name and the repetition are of the Condorcet Internet Voting Service; the usual
///   variant gives all eleven places that it published for Kubernetes in 2019, a circle among them, and
///   `smith-irv` does not.
public struct CondorcetIRV: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "condorcet-irv"

    /// What it uses.
    public static let settings: Set<Setting> = [.unranked, .seats, .ties, .groupCap, .variant]

    /// When the set that beats all others is found.
    public static let variants = ["tideman-alternative", "smith-irv"]

    private let settings: CountingSettings

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Throws: ``TallyError`` `too-many-elimination-ties` when ties can be followed in more ways than
    ///   there is time for (a lot helps); `arithmetic-overflow`.
    /// - Complexity: O(rows × options² + options³), and O(rows × k²) for each circle of k options.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        let beats = Beats(in: matrix)
        var runoff = CycleRunoff(
            ballots, beats, ties: settings.ties, narrows: settings.variant != "smith-irv")
        var left = OptionSet256(ballots.options.indices)
        var ranking: [[Int]] = []
        while !left.isEmpty {
            let set = beats.smithSet(among: left)
            var winners = set
            if set.count > 1 {
                let names = set.options.map { ballots.options[$0] }
                // Below the seats the places are told without their rounds, which can be very many.
                let isForSeat = ranking.joined().count < settings.seats
                if isForSeat { transcript.add(Statement("smith-set", [.list("options", names)])) }
                var lines = isForSeat ? Transcript() : nil
                winners = try runoff.winners(among: set, writing: &lines)
                if let lines { transcript.add(lines) }
            }
            let group = winners.options
            transcript.add(
                Statement(
                    group.count == 1 ? "place-taken" : "place-shared",
                    [
                        .number("place", ranking.count + 1),
                        .list("options", group.map { ballots.options[$0] }),
                    ]))
            ranking.append(group)
            left.subtract(winners)
        }
        let seating = try Seating(ranking, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating.winners, tied: seating.tied, seats: settings.seats, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, ranking: seating.ranking, transcript: transcript)
    }
}
