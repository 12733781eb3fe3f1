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
    /// - Returns: The options left undecided that some way could still pay for; empty unless there are more
    ///   ways than are followed.
    func spend(
        on groups: [[Int]], _ ways: inout [Spending], writing transcript: inout Transcript
    ) -> [Int] {
        for (place, group) in groups.enumerated() {
            let total = money.cost(of: group)
            let isTieOpen = group.count > 1 && ways.contains { !$0.isOver && total > $0.left }
            let parts = isTieOpen ? ties.order(group, names: names, writing: &ways[0].lines) : [group]
            for (number, part) in parts.enumerated() where !pay(part, &ways, writing: &transcript) {
                let rest = Array(parts[number...].joined()) + groups[(place + 1)...].joined()
                return rest.filter { option in ways.contains { !$0.isOver && canPay(option, $0) } }
            }
        }
        return []
    }

    /// Pays for options with equal sums, in every order where the order matters; false, and nothing is paid for,
    /// when there are too many orders.
    private func pay(
        _ group: [Int], _ ways: inout [Spending], writing transcript: inout Transcript
    ) -> Bool {
        let total = money.cost(of: group)
        if ways.count == 1, group.count > 1, !ways[0].isOver, total > ways[0].left {
            transcript.add(ways[0].lines)
            ways[0].lines = Transcript()
            transcript.add(
                Statement(
                    "budget-tie",
                    [
                        .list("options", group.map { names[$0] }), money.fact("total", total),
                        money.fact("left", ways[0].left),
                    ]))
        }
        var next: [Spending] = []
        for way in ways {
            var way = way
            if way.isOver {
                next.append(way)
            } else if total <= way.left || group.count == 1 {
                for option in group { step(option, &way) }
                next.append(way)
            } else {
                guard let ends = orders(of: group, way) else { return false }
                next += ends
            }
            guard next.count <= Outcomes.most else { return false }
        }
        ways = []
        for way in next where !ways.contains(where: way.isSame) { ways.append(way) }
        if ways.count == 1 {
            transcript.add(ways[0].lines)
            ways[0].lines = Transcript()
        }
        return true
    }

    /// Follows every order of tied options, and keeps each different end once; nil when there are too many.
    private func orders(of group: [Int], _ start: Spending) -> [Spending]? {
        var ends: [Spending] = []
        var seen: Set<[Int]> = []
        var waiting = [(way: start, rest: group)]
        while let (way, rest) = waiting.popLast() {
            // Two orders in which the same options were paid for and the same are left are one.
            guard seen.insert(way.funded.sorted() + [-1] + rest + [way.isOver ? 1 : 0]).inserted else {
                continue
            }
            guard seen.count <= Outcomes.most else { return nil }
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
        return ends
    }

    /// Whether what is left is enough for an option, with a reserve where there is one.
    private func canPay(_ option: Int, _ way: Spending) -> Bool {
        money.costs[option] <= way.left || hasReserve(for: option, way)
    }

    /// Whether what is left is so large a part of an option's cost that a reserve helps.
    private func hasReserve(for option: Int, _ way: Spending) -> Bool {
        let (upper, lower) = Self.shareForReserve
        return variant == "stop-with-reserve"
            && Int128(way.left) * Int128(lower) >= Int128(money.costs[option]) * Int128(upper)
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
        if hasReserve(for: option, way) {
            way.payWithReserve(option, cost)
            way.lines.add(
                Statement("budget-paid-with-reserve", facts + [money.fact("reserve", way.fromReserve)]))
        } else {
            way.lines.add(Statement("budget-stopped", facts))
        }
        way.isOver = true
    }
}
