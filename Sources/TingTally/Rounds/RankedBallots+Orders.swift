extension RankedBallots {
    /// Among how many orders one ballot is shared at most.
    static let mostOrders = 120

    /// The same ballots without equal ranks: each is shared in equal parts among all orders of its equals.
    ///
    /// The parts are whole numbers of a smaller unit of weight.
    ///
    /// - Throws: ``TallyError`` `equal-ranks-too-many`, `count-overflow`.
    func inAllOrders() throws(TallyError) -> RankedBallots {
        var parts = 1
        for row in 0..<rowCount {
            let orders = try Self.orderCount(ranking(ofRow: row))
            parts = parts / Int(greatestCommonDivisor(UInt128(parts), UInt128(orders))) * orders
        }
        var shared: RankedBallots
        do { shared = try RankedBallots(options: options, unit: unit / Fraction(parts)) } catch let error
            as ArithmeticError
        {
            throw TallyError(error)
        } catch {
            throw TallyError(Statement("count-overflow"))
        }
        for row in 0..<rowCount {
            let orders = Self.orders(ranking(ofRow: row)[...])
            let (weight, overflow) = weight(ofRow: row).multipliedReportingOverflow(by: parts / orders.count)
            guard !overflow else { throw TallyError(Statement("count-overflow")) }
            for order in orders { try shared.append(ranking: order.map { [$0] }, weight: weight) }
        }
        return shared
    }

    /// How many strict orders a ranking stands for.
    private static func orderCount(_ ranking: [[Int]]) throws(TallyError) -> Int {
        var count = 1
        for group in ranking where group.count > 1 {
            for factor in 2...group.count {
                count *= factor
                guard count <= mostOrders else {
                    throw TallyError(
                        Statement(
                            "equal-ranks-too-many",
                            [.number("options", group.count), .number("most", mostOrders)]))
                }
            }
        }
        return count
    }

    /// All strict orders of a ranking.
    private static func orders(_ ranking: ArraySlice<[Int]>) -> [[Int]] {
        guard let group = ranking.first else { return [[]] }
        let rest = orders(ranking.dropFirst())
        return permutations(of: group).flatMap { first in rest.map { first + $0 } }
    }

    /// All orders of some options.
    private static func permutations(of options: [Int]) -> [[Int]] {
        guard options.count > 1 else { return [options] }
        return options.flatMap { first in
            permutations(of: options.filter { $0 != first }).map { [first] + $0 }
        }
    }
}
