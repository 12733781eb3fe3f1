/// Tideman's Ranked Pairs: defeats are held from the strongest down, each unless those held contradict it.
///
/// With winning votes, of two defeats with equally many votes the one with the
/// smaller opposition is stronger. Defeats of equal strength are never put in
/// order silently. By a lot, when it is the first way to break ties: the
/// defeat whose winner stands higher in the lot comes first (among defeats of
/// one winner the order cannot matter). Without one, all orders are followed:
/// the first place is shared by every option that some order elects, the next
/// one by what some order elects when these are gone, and so on.
///
/// - Source: Tideman 1987, "Independence of clones as a criterion for voting rules" (margins; all orders
///   of equal pairs); Zavist and Tideman 1989 (a lot); winning votes as in Eppley's description.
public struct RankedPairs: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "ranked-pairs"

    /// What it uses.
    public static let settings: Set<Setting> = [.unranked, .seats, .ties, .groupCap, .variant]

    /// How the strength of a defeat is measured.
    public static let variants = [DefeatStrength.winningVotes, .margins].map(\.rawValue)

    private let settings: CountingSettings

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Throws: ``TallyError`` `too-many-equal-pairs` when equal defeats can be taken in more ways than can
    ///   be followed (a lot helps); `lot-of-other-options`.
    /// - Complexity: O(rows × options² + options³) without contradictions among equal defeats; those are
    ///   followed up to a bound.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        let strength = DefeatStrength(variant: settings.variant)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        transcript.add(strength.statement)
        let groups = matrix.defeats { first, second in
            strength == .winningVotes ? first.isWeaker(than: second) : strength.isWeaker(first, second)
        }
        let places = try lotPlaces(ballots.options.count)
        var pairs = RankedPairsOrders(size: ballots.options.count)
        if case .lot(let lot)? = settings.ties.ways.first, groups.contains(where: { $0.count > 1 }) {
            transcript.add(
                Statement(
                    "equal-pairs-by-lot",
                    [.text("seed", lot.seed), .list("order", lot.order.map { ballots.options[$0] })]))
        }
        var ordered: [[Defeat]] = []
        for group in groups {
            if let places {
                let inTurn = group.sorted {
                    (places[$0.winner], places[$0.loser]) < (places[$1.winner], places[$1.loser])
                }
                pairs.take(inTurn: inTurn)
                ordered.append(inTurn)
            } else {
                try pairs.take(together: group)
                ordered.append(group)
            }
        }
        write(ordered, pairs.orders, ballots.options, to: &transcript)
        let ranking = pairs.places
        transcript.add(places: ranking, ballots.options)
        if settings.seats > 1, pairs.orders.count > 1 {
            let (sure, open) = try seatsInEveryOrder(pairs, ballots.options)
            if !open.isEmpty {
                transcript.add(
                    Statement(
                        "equal-pairs-decide-seats", [.list("options", open.map { ballots.options[$0] })]))
                transcript.close(sure + open, tied: open, seats: settings.seats, ballots.options)
                return Tally(
                    method: Self.name, ballots: ballots.total, options: ballots.options,
                    seats: settings.seats, winners: sure + open, tied: open, ranking: ranking,
                    transcript: transcript)
            }
        }
        let seating = try Seating(ranking, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating.winners, tied: seating.tied, seats: settings.seats, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, ranking: seating.ranking, transcript: transcript)
    }

    /// Who takes a seat in every order, and who in some of them only.
    ///
    /// Each order gives out its seats by itself: who stands first in some order need not have a seat in another.
    private func seatsInEveryOrder(
        _ pairs: RankedPairsOrders, _ names: [String]
    ) throws(TallyError) -> (sure: [Int], open: [Int]) {
        var sure = Set(names.indices)
        var possible: Set<Int> = []
        for order in pairs.orders {
            var lines = Transcript()
            let seating = try Seating(pairs.places(of: order), settings, names: names, writing: &lines)
            sure.formIntersection(Set(seating.winners).subtracting(seating.tied))
            possible.formUnion(seating.winners)
        }
        return (sure.sorted(), possible.subtracting(sure).sorted())
    }

    /// The place of each option in the lot that puts equal pairs in order; nil when there is no such lot.
    private func lotPlaces(_ size: Int) throws(TallyError) -> [Int]? {
        guard case .lot(let lot)? = settings.ties.ways.first else { return nil }
        guard lot.order.sorted() == Array(0..<size) else {
            throw TallyError(Statement("lot-of-other-options"))
        }
        var places = Array(repeating: 0, count: size)
        for (place, option) in lot.order.enumerated() { places[option] = place }
        return places
    }

    /// Writes down what became of every defeat.
    private func write(
        _ groups: [[Defeat]], _ orders: [HeldOrder], _ names: [String], to transcript: inout Transcript
    ) {
        if orders.count > 1 {
            transcript.add(Statement("equal-pairs-in-every-order", [.number("count", orders.count)]))
        }
        for defeat in groups.joined() {
            let held = orders.count { $0.isAbove(defeat.winner, defeat.loser) }
            let code =
                if held == orders.count {
                    "pair-held"
                } else if held == 0 {
                    "pair-contradicted"
                } else {
                    "pair-held-in-some"
                }
            let line = defeat.statement(code, names)
            let counts = [Fact.number("held", held), .number("count", orders.count)]
            transcript.add(code == "pair-held-in-some" ? Statement(code, line.facts + counts) : line)
        }
    }
}
