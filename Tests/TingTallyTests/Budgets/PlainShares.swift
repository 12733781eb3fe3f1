import TingTally

/// What is paid for in the end, and after how many increases.
struct PlainSharesEnd: Hashable {
    let funded: Set<Int>
    let increases: Int
}

extension PlainBudget {
    /// What the Method of Equal Shares can pay for, one set for each order in which the tied may be taken.
    func equalShares(isByCost: Bool, isIncreased: Bool) throws -> Set<Set<Int>> {
        var results: Set<Set<Int>> = []
        for order in Self.permutations(Array(costs.indices)) {
            results.insert(try end(isByCost, isIncreased, order).funded)
        }
        return results
    }

    /// Where increases one by one end, for each order in which the tied may be taken.
    func equalSharesStepping(isByCost: Bool) throws -> Set<PlainSharesEnd> {
        Set(try Self.permutations(Array(costs.indices)).map { try end(isByCost, true, $0) })
    }

    static func permutations(_ options: [Int]) -> [[Int]] {
        if options.isEmpty { return [[]] }
        return options.flatMap { first in
            permutations(options.filter { $0 != first }).map { [first] + $0 }
        }
    }

    private func end(_ isByCost: Bool, _ isIncreased: Bool, _ order: [Int]) throws -> PlainSharesEnd {
        let supported = costs.indices.filter { plain.sum($0) > 0 }
        var start = try Fraction(limit, plain.ballots.count)
        var last = PlainSharesEnd(funded: try run(start, isByCost, order), increases: 0)
        while isIncreased {
            let left = limit - last.funded.reduce(0) { $0 + costs[$1] }
            if supported.allSatisfy({ last.funded.contains($0) || costs[$0] > left }) { break }
            start = try start + Fraction(1)
            let next = try run(start, isByCost, order)
            if next.reduce(0, { $0 + costs[$1] }) > limit { break }
            last = PlainSharesEnd(funded: next, increases: last.increases + 1)
        }
        return last
    }

    /// One run, by the definition: the lowest rate at which all who support a project pay for it together.
    private func run(_ start: Fraction, _ isByCost: Bool, _ order: [Int]) throws -> Set<Int> {
        var purses = plain.ballots.map { _ in start }
        var funded: Set<Int> = []
        while true {
            var best: (project: Int, rate: Fraction, price: Fraction)?
            for project in order where !funded.contains(project) {
                guard let price = try price(of: project, purses) else { continue }
                let rate = isByCost ? try price / Fraction(costs[project]) : price
                if best.map({ rate < $0.rate }) ?? true { best = (project, rate, price) }
            }
            guard let best else { return funded }
            funded.insert(best.project)
            for (voter, ballot) in plain.ballots.enumerated() {
                let share = try best.price * Fraction(ballot[best.project] ?? 0)
                purses[voter] = try purses[voter] - min(purses[voter], share)
            }
        }
    }

    /// The price of a point at which the payments make the cost; nil when the purses hold too little.
    private func price(of project: Int, _ purses: [Fraction]) throws -> Fraction? {
        let supporters = plain.ballots.indices.filter { (plain.ballots[$0][project] ?? 0) > 0 }
        func score(_ voter: Int) -> Fraction { Fraction(plain.ballots[voter][project] ?? 0) }
        func paid(_ price: Fraction) throws -> Fraction {
            try supporters.reduce(Fraction(0)) { try $0 + min(purses[$1], price * score($1)) }
        }
        let cost = Fraction(costs[project])
        // Payments grow in straight lines between the prices at which somebody's purse is empty.
        var lower = Fraction(0)
        for upper in try supporters.map({ try purses[$0] / score($0) }).sorted() {
            let (below, above) = (try paid(lower), try paid(upper))
            if above >= cost, above > below {
                return try lower + (cost - below) * (upper - lower) / (above - below)
            }
            lower = upper
        }
        return nil
    }
}
