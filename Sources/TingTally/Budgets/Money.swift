/// A budget in whole numbers: every amount in the smallest part of the currency that occurs.
struct Money {
    /// What each option costs.
    let costs: [Int]
    /// How much there is to spend.
    let limit: Int
    /// How many of these parts make one of the currency.
    let parts: Int
    /// The lowest sum of votes or points that is enough.
    let leastSum: Int

    /// Brings a budget to whole numbers.
    ///
    /// - Throws: ``TallyError`` `budget-of-other-options`, `cost-not-positive`, `budget-below-zero`,
    ///   `arithmetic-overflow`.
    init(_ budget: Budget, options: [String], unit: Fraction) throws(TallyError) {
        guard budget.costs.count == options.count else {
            throw TallyError(
                Statement(
                    "budget-of-other-options",
                    [.number("costs", budget.costs.count), .number("options", options.count)]))
        }
        guard budget.limit >= Fraction(0) else {
            throw TallyError(Statement("budget-below-zero", [.fraction("limit", budget.limit)]))
        }
        for (option, cost) in zip(options, budget.costs) where cost <= Fraction(0) {
            throw TallyError(
                Statement("cost-not-positive", [.text("option", option), .fraction("cost", cost)]))
        }
        var parts = 1
        for amount in budget.costs + [budget.limit] {
            let common = greatestCommonDivisor(UInt128(parts), UInt128(amount.denominator))
            parts = try Self.product(parts, amount.denominator / Int(common))
        }
        self.parts = parts
        var costs: [Int] = []
        for cost in budget.costs { costs.append(try Self.whole(cost, parts)) }
        limit = try Self.whole(budget.limit, parts)
        // With this no sum of costs can overflow.
        var sum = 0
        for cost in costs {
            let (next, overflow) = sum.addingReportingOverflow(cost)
            guard !overflow else { throw TallyError(.overflow) }
            sum = next
        }
        self.costs = costs
        // The least sum is stated in votes, and sums may count parts of a vote.
        do { leastSum = max(1, try (Fraction(budget.leastSum) / unit).ceiling) } catch {
            throw TallyError(error)
        }
    }

    /// A budget in which every option costs 1: a committee of so many seats.
    init(seats: Int, options: Int) {
        costs = Array(repeating: 1, count: options)
        limit = seats
        parts = 1
        leastSum = 1
    }

    /// An amount as a fact, in the currency.
    func fact(_ name: String, _ amount: Int) -> Fact { Fact(name, value(amount)) }

    /// An amount in the currency.
    func value(_ amount: Int) -> FactValue {
        if let fraction = try? Fraction(amount, parts) { return .fraction(fraction) }
        return .number(amount)
    }

    /// What options cost together.
    func cost(of options: some Sequence<Int>) -> Int { options.reduce(0) { $0 + costs[$1] } }

    private static func whole(_ amount: Fraction, _ parts: Int) throws(TallyError) -> Int {
        try product(amount.numerator, parts / amount.denominator)
    }

    private static func product(_ first: Int, _ second: Int) throws(TallyError) -> Int {
        let (product, overflow) = first.multipliedReportingOverflow(by: second)
        guard !overflow else { throw TallyError(.overflow) }
        return product
    }
}

extension CountingSettings {
    /// The budget in whole numbers.
    ///
    /// - Throws: ``TallyError`` `budget-needed`, and as ``Money``.
    func money(for method: String, _ ballots: ScoredBallots) throws(TallyError) -> Money {
        guard let budget else {
            throw TallyError(Statement("budget-needed", [.term("method", method)]))
        }
        return try Money(budget, options: ballots.options, unit: ballots.unit)
    }
}
