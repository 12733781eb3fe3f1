/// Paying for options in the order of their sums, over every order of those that are tied.
struct GreedySpending {
    /// What happens when an option does not fit: one of ``GreedyBudget/variants``.
    let variant: String
    let money: Money
    let names: [String]
    let ties: TieBreaking

    /// The share of its cost that must be left for the option that a reserve helps.
    private static let shareForReserve = (upper: 80, lower: 100)

    /// Goes through groups of equal sums, the highest first.
    ///
    /// - Throws: ``TallyError`` `too-many-ties-to-follow`.
    func spend(
        on groups: [[Int]], _ ways: inout [Spending], writing transcript: inout Transcript
    ) throws(TallyError) {
        for group in groups {
            let total = money.cost(of: group)
            let isTieOpen = group.count > 1 && ways.contains { !$0.isOver && total > $0.left }
            let parts = isTieOpen ? ties.order(group, names: names, writing: &ways[0].lines) : [group]
            for part in parts { try pay(part, &ways, writing: &transcript) }
        }
    }

    /// Pays for options with equal sums, in every order where the order matters.
    private func pay(
        _ group: [Int], _ ways: inout [Spending], writing transcript: inout Transcript
    ) throws(TallyError) {
        let total = money.cost(of: group)
        var next: [Spending] = []
        for way in ways {
            var way = way
            if way.isOver {
                next.append(way)
            } else if total <= way.left || group.count == 1 {
                for option in group { step(option, &way) }
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
                try order(group, way, &next)
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
        _ group: [Int], _ start: Spending, _ ends: inout [Spending]
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
                if !end.isOver { for option in rest { step(option, &end) } }
                ends.append(end)
                continue
            }
            for option in open.reversed() {
                var next = way
                step(option, &next)
                waiting.append((next, rest.filter { $0 != option }))
            }
        }
    }

    /// Pays for one option, or says why not.
    private func step(_ option: Int, _ way: inout Spending) {
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
