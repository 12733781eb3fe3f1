/// The greedy rule for budgets: options are paid for in the order of their sums while the money lasts.
///
/// The sum is that of all scores, so the number of approvals where ballots
/// approve. An option needs at least the budget's ``Budget/leastSum``, and
/// never less than 1.
///
/// - `skip`: what does not fit is passed over, and the next is tried (Pabulib's `greedy` and `greedy-threshold`).
/// - `stop`: the first that does not fit ends the count (Pabulib's `greedy-no-skip`); what costs more than the
///   whole budget could never fit, and is left out from the start.
/// - `stop-with-reserve`: as `stop`, but the option that does not fit is paid for after all when what is
///   left is at least 80 hundredths of its cost; the rest comes from a reserve outside the budget
///   (Pabulib's `greedy-custom` of Poznań).
///
/// Options with equal sums that cannot all be paid for are tied. What the ways
/// of breaking ties leave is followed in every order; the winners are then all
/// that is paid for in some order, and tied are those not paid for in every one.
/// Where there are too many orders, all that could still be paid for are tied.
///
/// - Source: Pabulib, pabulib.org/format, field `rule`, and the comments of the files.
public struct GreedyBudget: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "greedy-budget"
    /// What it uses.
    public static let settings: Set<Setting> = [.ties, .budget, .variant]
    /// What happens when an option does not fit.
    public static let variants = ["skip", "stop", "stop-with-reserve"]

    private let settings: CountingSettings
    private let variant: String

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
        variant = settings.variant ?? "skip"
    }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` `budget-needed`, `budget-of-other-options`, `cost-not-positive`,
    ///   `budget-below-zero`, `count-overflow`, `arithmetic-overflow`.
    /// - Complexity: O(rows × options) when no tie is left.
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        let money = try settings.money(for: Self.name, ballots)
        let names = ballots.options
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
                }
            ))
        transcript.add(Statement("greedy-\(variant)"))
        let tooDear = variant == "stop" ? names.indices.filter { money.costs[$0] > money.limit } : []
        let affordable = names.indices.filter { !tooDear.contains($0) }
        if !tooDear.isEmpty {
            transcript.add(Statement("budget-cost-too-high", [.list("options", tooDear.map { names[$0] })]))
        }
        let enough = affordable.filter { sums[$0] >= money.leastSum }
        let tooFew = affordable.filter { sums[$0] < money.leastSum }
        if !tooFew.isEmpty {
            transcript.add(
                Statement(
                    "budget-sum-too-low",
                    [.list("options", tooFew.map { names[$0] }), .number("least", money.leastSum)]))
        }
        var ways = [Spending(limit: money.limit)]
        let rule = GreedySpending(variant: variant, money: money, names: names, ties: settings.ties)
        let undecided = rule.spend(on: enough.places { sums[$0] }, &ways, writing: &transcript)
        return try ballots.tally(Self.name, ways, undecided: undecided, money, transcript)
    }
}
