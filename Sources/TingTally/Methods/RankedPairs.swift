/// Tideman's Ranked Pairs: defeats are held from the strongest down, each unless those held contradict it.
///
/// With winning votes, of two defeats with equally many votes the one with the
/// smaller opposition is stronger. Defeats of equal strength are never put in
/// order silently.
///
/// By a lot, when it is the first way to break ties: the defeat whose winner
/// stands higher in the lot comes first (among defeats of one winner the order
/// cannot matter). Pairs that are level come after all defeats, as defeats by
/// whichever of the two stands higher in the lot. That puts all options in order.
///
/// Without one, all orders of equal defeats are followed and level pairs say
/// nothing: the first place is shared by every option that some order puts
/// first, the next one by what some order puts first when these are gone, and
/// so on. Each order fills the seats by itself. Where there are more orders than
/// are followed, all who beat every option outside them are tied.
///
/// - Source: Tideman 1987, "Independence of clones as a criterion for voting rules" (margins; all orders
///   of equal pairs); Zavist and Tideman 1989, "Complete independence of clones in the ranked pairs rule" (an
///   order of the options for pairs of equal strength and for level ones), as Cretney retells it on the
///   election-methods list in January 2001; winning votes as in Eppley's description.
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
    /// - Throws: ``TallyError`` `lot-of-other-options`, `group-cap-of-other-options`.
    /// - Complexity: O(rows × options² + options³) without contradictions among equal defeats; those are
    ///   followed up to a bound.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        let strength = DefeatStrength(variant: settings.variant)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        transcript.add(strength.statement)
        var groups = matrix.defeats { first, second in
            strength == .winningVotes ? first.isWeaker(than: second) : strength.isWeaker(first, second)
        }
        var pairs = RankedPairsOrders(size: ballots.options.count)
        var ties = settings.ties
        var cut: Int?
        if case .lot(let lot)? = settings.ties.ways.first {
            let places = try places(in: lot, ballots.options.count)
            let level = matrix.levelPairs(by: places)
            groups = groups.map { group in group.sorted { places[$0.winner] < places[$1.winner] } }
            write(lot, groups, level, ballots.options, to: &transcript)
            for group in groups { pairs.take(inTurn: group) }
            write(groups[...], pairs.orders, ballots.options, to: &transcript)
            for pair in level where pairs.isOpen(pair) {
                pairs.take(inTurn: [pair])
                transcript.add(pair.statement("level-pair-by-lot", ballots.options))
            }
        } else {
            var taken = 0
            for group in groups {
                cut = pairs.take(together: group)
                guard cut == nil else { break }
                taken += 1
            }
            write(groups[..<taken], pairs.orders, ballots.options, to: &transcript)
        }
        var ranking = pairs.places
        if let cut {
            transcript.add(Statement("equal-pairs-too-many-ways", [.number("pairs", cut)]))
            ranking = Beats(in: matrix).layers(of: OptionSet256(ballots.options.indices))
            // The casting vote could choose somebody whom no order elects; a lot after it takes no part either.
            ties = TieBreaking()
        }
        transcript.add(places: ranking, ballots.options)
        if cut == nil, settings.seats > 1, pairs.orders.count > 1 {
            let seats = try possibleSeats(pairs, ballots.options, writing: &transcript)
            return tally(
                seats, Statement("equal-pairs-decide-seats"), of: ballots, ranking: ranking, settings,
                transcript)
        }
        let seating = try Seating(ranking, settings, ties, names: ballots.options, writing: &transcript)
        transcript.close(seating, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }

    /// Who can take the seats when each order gives them out by itself.
    ///
    /// Who stands first in some order need not have a seat in another.
    private func possibleSeats(
        _ pairs: RankedPairsOrders, _ names: [String], writing transcript: inout Transcript
    ) throws(TallyError) -> PossibleSeats {
        var seats = PossibleSeats()
        var told: Set<Statement> = []
        for order in pairs.orders {
            var lines = Transcript()
            seats.add(try Seating(pairs.places(of: order), settings, names: names, writing: &lines))
            // A tie that several orders meet is broken in the same way in each, and told once.
            for line in lines.statements where told.insert(line).inserted { transcript.add(line) }
        }
        return seats
    }

    /// The place of each option in the lot that puts pairs in order.
    private func places(in lot: Lot, _ size: Int) throws(TallyError) -> [Int] {
        guard lot.order.sorted() == Array(0..<size) else {
            throw TallyError(Statement("lot-of-other-options"))
        }
        var places = Array(repeating: 0, count: size)
        for (place, option) in lot.order.enumerated() { places[option] = place }
        return places
    }

    /// Says what the lot is for, where there is anything.
    private func write(
        _ lot: Lot, _ groups: [[Defeat]], _ level: [Defeat], _ names: [String],
        to transcript: inout Transcript
    ) {
        guard !level.isEmpty || groups.contains(where: { $0.count > 1 }) else { return }
        transcript.add(
            Statement(
                "equal-pairs-by-lot",
                [.text("seed", lot.seed), .list("order", lot.order.map { names[$0] })]))
    }

    /// Writes down what became of every defeat.
    private func write(
        _ groups: ArraySlice<[Defeat]>, _ orders: [HeldOrder], _ names: [String],
        to transcript: inout Transcript
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
