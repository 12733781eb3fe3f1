import TingTally

/// Rules for budgets by their definitions, over every order of tied options: slow, and meant to be read.
struct PlainBudget {
    let plain: PlainScores
    let costs: [Int]
    let limit: Int

    /// What the greedy rule can pay for, one set for each way that ties can fall.
    func greedy(_ variant: String, least: Int) -> Set<Set<Int>> {
        var results: Set<Set<Int>> = []
        for order in orders(plain.order(plain.sum).map { $0.filter { plain.sum($0) >= max(1, least) } }) {
            var left = limit
            var funded: Set<Int> = []
            for option in order where variant != "stop" || costs[option] <= limit {
                if costs[option] <= left {
                    left -= costs[option]
                    funded.insert(option)
                } else if variant != "skip" {
                    if variant == "stop-with-reserve", left * 5 >= costs[option] * 4 { funded.insert(option) }
                    break
                }
            }
            results.insert(funded)
        }
        return results
    }

    /// Every order that keeps the groups in theirs.
    private func orders(_ groups: [[Int]]) -> [[Int]] {
        guard let first = groups.first else { return [[]] }
        let rest = orders(Array(groups.dropFirst()))
        return permutations(first).flatMap { head in rest.map { head + $0 } }
    }

    private func permutations(_ options: [Int]) -> [[Int]] {
        if options.isEmpty { return [[]] }
        return options.flatMap { first in
            permutations(options.filter { $0 != first }).map { [first] + $0 }
        }
    }
}

extension PlainBudget {
    /// A generated budget; costs are alike often enough that sums and costs tie.
    init(seed: Int, scores: ClosedRange<Int> = 0...1, most: Int? = nil, options: Int = 6) {
        var random = SeededNumbers(seed: UInt64(seed))
        let options = 1 + random.below(options)
        let most = most ?? [3, 10, 60][seed % 3]
        plain = PlainScores(options: options, ballots: 1 + random.below(9), scores: scores, &random)
        costs = (0..<options).map { _ in 1 + random.below(most) }
        limit = random.below(most * options)
    }

    var budget: Budget { Budget(limit: Fraction(limit), costs: costs.map { Fraction($0) }) }
}
