/// The greedy rule for budgets: options are paid for in the order of their sums while the money lasts.
///
/// The sum is that of all scores, so the number of approvals where ballots
/// approve. An option needs at least the budget's ``Budget/leastSum``, and
/// never less than 1.
///
/// - `skip`: what does not fit is passed over, and the next is tried (Pabulib's `greedy` and `greedy-threshold`).
/// - `stop`: the first that does not fit ends the count (Pabulib's `greedy-no-skip`).
/// - `stop-with-reserve`: as `stop`, but the option that does not fit is paid for after all when what is
///   left is at least 80 hundredths of its cost; the rest comes from a reserve outside the budget
///   (Pabulib's `greedy-custom` of Poznań).
///
/// Options with equal sums that cannot all be paid for are tied. What the ways
/// of breaking ties leave is followed in every order; the winners are then all
/// that is paid for in some order, and tied are those not paid for in every one.
///
/// - Source: Pabulib, pabulib.org/format, field `rule`, and the comments of the files.
public struct GreedyBudget: ScoredMethod {
    /// The name on the command line and in workflow files.
    public static let name = "greedy-budget"
    /// What it uses.
    public static let settings: Set<Setting> = [.ties, .budget, .variant]
    /// What happens when an option does not fit.
    public static let variants = ["skip", "stop", "stop-with-reserve"]

    /// The share of its cost that must be left for the option that a reserve helps.
    private static let shareForReserve = (upper: 80, lower: 100)

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
    ///   `budget-below-zero`, `count-overflow`, `arithmetic-overflow`, `too-many-ties-to-follow`.
    /// - Complexity: O(rows × options) when no tie is left.
    public func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally {
        let money = try settings.money(for: Self.name, options: ballots.options)
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
        let enough = names.indices.filter { sums[$0] >= money.leastSum }
        let tooFew = names.indices.filter { sums[$0] < money.leastSum }
        if !tooFew.isEmpty {
            transcript.add(
                Statement(
                    "budget-sum-too-low",
                    [.list("options", tooFew.map { names[$0] }), .number("least", money.leastSum)]))
        }
        var ways = [Spending(limit: money.limit)]
        for group in groups(enough, by: { sums[$0] }) {
            let total = money.cost(of: group)
            let isTieOpen = group.count > 1 && ways.contains { !$0.isOver && total > $0.left }
            let parts =
                isTieOpen ? settings.ties.order(group, names: names, writing: &ways[0].lines) : [group]
            for part in parts { try pay(part, &ways, money, names, writing: &transcript) }
        }
        return try ballots.tally(Self.name, ways, money, transcript)
    }

    /// Pays for options with equal sums, in every order where the order matters.
    private func pay(
        _ group: [Int], _ ways: inout [Spending], _ money: Money, _ names: [String],
        writing transcript: inout Transcript
    ) throws(TallyError) {
        let total = money.cost(of: group)
        var next: [Spending] = []
        for way in ways {
            var way = way
            if way.isOver {
                next.append(way)
            } else if total <= way.left || group.count == 1 {
                for option in group { step(option, &way, money, names) }
                next.append(way)
            } else {
                if ways.count == 1 {
                    transcript.add(way.lines)
                    transcript.add(
                        Statement(
                            "budget-tie",
                            [
                                .list("options", group.map { names[$0] }), money.fact("total", total),
                                money.fact("left", way.left),
                            ]))
                    way.lines = Transcript()
                }
                try order(group, way, &next, money, names)
            }
            guard next.count <= Outcomes.most else { throw Outcomes.tooMany }
        }
        ways = []
        for way in next where !ways.contains(where: way.isSame) { ways.append(way) }
        if ways.count == 1 {
            transcript.add(ways[0].lines)
            ways[0].lines = Transcript()
        }
    }

    /// Follows every order of tied options, and keeps each different end once.
    private func order(
        _ group: [Int], _ start: Spending, _ ends: inout [Spending], _ money: Money, _ names: [String]
    ) throws(TallyError) {
        var seen: Set<[Int]> = []
        var waiting = [(way: start, rest: group)]
        while let (way, rest) = waiting.popLast() {
            // Two orders in which the same options were paid for and the same are left are one.
            guard seen.insert(way.funded.sorted() + [-1] + rest + [way.isOver ? 1 : 0]).inserted else {
                continue
            }
            guard seen.count <= Outcomes.most else { throw Outcomes.tooMany }
            let open = rest.filter { variant != "skip" || money.costs[$0] <= way.left }
            guard !open.isEmpty, !way.isOver else {
                var end = way
                if !end.isOver { for option in rest { step(option, &end, money, names) } }
                ends.append(end)
                continue
            }
            for option in open.reversed() {
                var next = way
                step(option, &next, money, names)
                waiting.append((next, rest.filter { $0 != option }))
            }
        }
    }

    /// Pays for one option, or says why not.
    private func step(_ option: Int, _ way: inout Spending, _ money: Money, _ names: [String]) {
        guard !way.isOver else { return }
        let cost = money.costs[option]
        let facts = [
            Fact.text("option", names[option]), money.fact("cost", cost), money.fact("left", way.left),
        ]
        if cost <= way.left {
            way.pay(option, cost)
            way.lines.add(
                Statement("budget-paid", [facts[0], facts[1], money.fact("left", way.left)]))
            return
        }
        guard variant != "skip" else { return way.lines.add(Statement("budget-skipped", facts)) }
        let (upper, lower) = Self.shareForReserve
        let needed = Int128(cost) * Int128(upper)
        if variant == "stop-with-reserve", Int128(way.left) * Int128(lower) >= needed {
            way.payWithReserve(option, cost)
            way.lines.add(
                Statement("budget-paid-with-reserve", facts + [money.fact("reserve", way.fromReserve)]))
        } else {
            way.lines.add(Statement("budget-stopped", facts))
        }
        way.isOver = true
    }
}
