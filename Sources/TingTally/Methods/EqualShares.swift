/// The Method of Equal Shares: everybody has the same part of the budget and pays only for what they support.
///
/// In every round each project is looked at that its supporters can still pay
/// for: they share its cost equally, and who has less than that gives all there
/// is. Where ballots give points, they share it by points. The project with the
/// lowest price for what it is worth comes next: in the usual
/// variants it is worth its cost (times the points), which is what the towns do
/// whose results Pabulib holds; in those named `cardinality-` it is worth 1
/// (times the points), whatever it costs. Without a budget every option costs
/// 1, the budget are the seats, and both are the same.
///
/// What is left when nobody can pay for anything more is used as the variant says:
///
/// - `none`: not at all.
/// - `add1`: each vote is given one of the currency more and the count is repeated, again and again, until
///   the result spends all that any project left could use, or more than there is; then the last result
///   that could be paid for stands (Pabulib's `equalshares/add1`).
/// - `greedy`: as ``GreedyBudget`` `skip` does, among the projects left.
/// - `add1-greedy`: `add1`, then `greedy`.
///
/// Every amount is exact, and so is every comparison; the transcript shows prices rounded to four decimals.
/// Projects with the same price are tied. What the ways of breaking ties leave is followed in every order;
/// the winners are then all that is paid for in some order, and tied are those not in every one.
///
/// - Source: Peters, Pierczyński and Skowron 2021, "Proportional Participatory Budgeting with Additive
///   Utilities"; equalshares.net, "Completion".
public struct EqualShares: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "equal-shares"
    /// What it uses.
    public static let settings: Set<Setting> = [.seats, .ties, .budget, .variant]
    /// How what is left is used, and what a project is worth.
    public static let variants = ["", "cardinality-"].flatMap { worth in
        ["add1", "none", "greedy", "add1-greedy"].map { worth + $0 }
    }

    /// The most times that `add1` shares out the money.
    var mostRuns = 100_000

    private let settings: CountingSettings
    private let isByCost: Bool
    private let completion: String

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `seats-or-budget`.
    public init(_ settings: CountingSettings) throws(TallyError) {
        guard settings.budget == nil || settings.seats == 1 else {
            throw TallyError(Statement("seats-or-budget"))
        }
        let variant = settings.variant ?? Self.variants[0]
        isByCost = !variant.hasPrefix("cardinality-")
        completion = isByCost ? variant : String(variant.dropFirst("cardinality-".count))
        self.settings = settings
    }

    /// Counts the ballots. A ballot without scores has its part of the budget too.
    ///
    /// - Throws: ``TallyError`` `score-below-lowest`, `budget-of-other-options`, `cost-not-positive`,
    ///   `budget-below-zero`, `count-overflow`, `arithmetic-overflow`, `too-many-runs`.
    /// - Complexity: O(rows × options), and for each run O(rounds × scores of the projects looked at); a run
    ///   for every increase of the start that could change anything, and a few to find the next of them.
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        try ballots.check(lowest: 0, highest: nil)
        let names = ballots.options
        let seats = settings.budget == nil ? settings.seats : nil
        let money =
            settings.budget == nil
            ? Money(seats: settings.seats, options: names.count)
            : try settings.money(for: Self.name, ballots)
        let sums = try ScoreSums(ballots).sums
        var transcript = Transcript()
        transcript.open(Self.name, .scored(ballots))
        transcript.add(
            Statement(
                "budget-sums", [money.fact("limit", money.limit), .number("least", money.leastSum)]),
            table: .init(
                headings: [.term("sum"), .term("cost")],
                rows: names.indices.map {
                    .init(.text(names[$0]), [.number(sums[$0]), money.value(money.costs[$0])])
                }))
        transcript.add(Statement(isByCost ? "shares-by-cost" : "shares-by-points"))
        transcript.add(Statement("shares-\(completion)"))
        var count = SharesCount(
            SharesBallots(ballots), money,
            worths: isByCost ? money.costs : Array(repeating: 1, count: names.count), names: names,
            ties: settings.ties, projects: names.indices.filter { sums[$0] >= money.leastSum },
            isIncreased: completion.hasPrefix("add1"), mostRuns: mostRuns)
        guard let ends = try count.ends() else {
            let undecided = count.projects.filter { money.costs[$0] <= money.limit }
            return try ballots.tally(
                Self.name, [Spending(limit: money.limit)], undecided: undecided, money, transcript,
                seats: seats)
        }
        var ways: [Spending] = []
        var undecided: Set<Int> = []
        for end in ends {
            var way = Spending(limit: money.limit)
            for project in end.funded { way.pay(project, money.costs[project]) }
            try count.write(end, to: &way.lines)
            guard completion.hasSuffix("greedy") else {
                ways.append(way)
                continue
            }
            way.lines.add(Statement("shares-rest", [money.fact("left", way.left)]))
            var completed = [way]
            var lines = Transcript()
            let rest = count.projects.filter { !end.funded.contains($0) }
            let rule = GreedySpending(variant: "skip", money: money, names: names, ties: settings.ties)
            undecided.formUnion(rule.spend(on: rest.places { sums[$0] }, &completed, writing: &lines))
            for place in completed.indices {
                let own = completed[place].lines
                completed[place].lines = lines
                completed[place].lines.add(own)
            }
            ways += completed
        }
        return try ballots.tally(
            Self.name, ways, undecided: undecided.sorted(), money, transcript, seats: seats)
    }
}
