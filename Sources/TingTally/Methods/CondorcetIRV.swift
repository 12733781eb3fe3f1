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
    /// With several seats, each way in which ties for elimination can fall fills the seats by itself. Where
    /// these are more ways than are followed, all who beat every option outside them are tied for the seats
    /// that are open.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Throws: ``TallyError`` `arithmetic-overflow`, `group-cap-of-other-options`.
    /// - Complexity: O(rows × options² + options³), and O(rows × k²) for each circle of k options.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        try settings.groupCap?.check(options: ballots.options.count)
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        let beats = Beats(in: matrix)
        var runoff = CycleRunoff(
            ballots, beats, ties: settings.ties, narrows: settings.variant != "smith-irv")
        var ties = settings.ties
        var (ranking, cut) = try places(beats, &runoff, ballots.options, writing: &transcript)
        let shared = ranking.firstIndex { $0.count > 1 } ?? ranking.count
        let needsWays = settings.seats > 1 || cut == shared
        if needsWays, shared < ranking.count, try isOpen(ranking.prefix(shared), ballots.options) {
            runoff.follow()
            let seats =
                settings.seats > 1 ? try possibleSeats(beats, &runoff, ballots.options) : nil
            if let seats {
                return tally(
                    seats, Statement("elimination-ties-decide-seats"), of: ballots, ranking: ranking,
                    settings, transcript)
            }
            transcript.add(
                Statement("elimination-ties-too-many-ways", [.number("most", CycleRunoff.mostFollowed)]))
            // What is sure without following them: the places before, and who beats all others.
            let sure = ranking.prefix(shared)
            ranking = sure + beats.layers(of: OptionSet256(ranking.dropFirst(shared).joined()))
            ties = TieBreaking()
        }
        let seating = try Seating(ranking, settings, ties, names: ballots.options, writing: &transcript)
        transcript.close(seating, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }

    /// Whether seats are left when these places have theirs.
    private func isOpen(_ places: ArraySlice<[Int]>, _ names: [String]) throws(TallyError) -> Bool {
        var silent = Transcript()
        return try Seating(Array(places), settings, names: names, writing: &silent).emptySeats > 0
    }

    /// The places one after the other, each of all that can win when those before are gone, and the first
    /// of them whose ties fall in more ways than are followed; nil when all were followed.
    private func places(
        _ beats: Beats, _ runoff: inout CycleRunoff, _ names: [String], writing transcript: inout Transcript
    ) throws(TallyError) -> ([[Int]], cut: Int?) {
        var left = OptionSet256(names.indices)
        var ranking: [[Int]] = []
        var cut: Int?
        while !left.isEmpty {
            let set = beats.smithSet(among: left)
            var winners = set
            if set.count > 1 {
                // Below the seats the places are told without their rounds, which can be very many.
                let isForSeat = try isOpen(ranking[...], names)
                if isForSeat {
                    transcript.add(Statement("smith-set", [.list("options", set.options.map { names[$0] })]))
                }
                var lines = isForSeat ? Transcript() : nil
                runoff.follow()
                let found = try runoff.winners(among: set, writing: &lines)
                if let lines { transcript.add(lines) }
                if found == nil {
                    cut = cut ?? ranking.count
                    transcript.add(
                        Statement(
                            "place-not-followed",
                            [
                                .list("options", set.options.map { names[$0] }),
                                .number("most", CycleRunoff.mostFollowed),
                            ]))
                }
                winners = found ?? set
            }
            let group = winners.options
            transcript.add(
                Statement(
                    group.count == 1 ? "place-taken" : "place-shared",
                    [.number("place", ranking.count + 1), .list("options", group.map { names[$0] })]))
            ranking.append(group)
            left.subtract(winners)
        }
        return (ranking, cut)
    }

    /// Who can take the seats when each tie for elimination falls one way; nil when there are too many ways.
    private func possibleSeats(
        _ beats: Beats, _ runoff: inout CycleRunoff, _ names: [String]
    ) throws(TallyError) -> PossibleSeats? {
        var seats = PossibleSeats()
        let first = SeatsTaken(left: OptionSet256(names.indices), elected: OptionSet256())
        var (waiting, seen) = ([first], Set([first]))
        while let taken = waiting.popLast() {
            guard taken.elected.count < settings.seats, !taken.left.isEmpty else {
                seats.add(taken.elected)
                continue
            }
            var silent: Transcript?
            let set = beats.smithSet(among: taken.left)
            guard let winners = try runoff.winners(among: set, writing: &silent) else { return nil }
            for winner in winners.options {
                var next = taken
                next.left[winner] = false
                next.elected[winner] = settings.groupCap?.admits(winner, beside: taken.elected) ?? true
                if seen.insert(next).inserted { waiting.append(next) }
            }
            guard seen.count <= CycleRunoff.mostFollowed else { return nil }
        }
        return seats
    }
}

/// Who stands for the seats left and who has one, on one way through the ties.
private struct SeatsTaken: Hashable {
    var left: OptionSet256
    var elected: OptionSet256
}
