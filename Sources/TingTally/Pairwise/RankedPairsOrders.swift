/// Every order to which Ranked Pairs can lead, whichever of several equal pairs is taken first.
///
/// Pairs of equal strength that do not contradict one another give one order.
/// Where they do, each way of taking them is followed, and ways that come to
/// the same order are followed once. To tell whether an option can win is hard
/// in general (Brill and Fischer 2012), so there is a bound on the work.
struct RankedPairsOrders {
    /// How much may be looked at: pairs and options, summed over all ways.
    static let mostWork = 1_000_000

    /// The orders, each once.
    private(set) var orders: [HeldOrder]
    private let size: Int
    private var work = 0

    /// No pair taken yet, among so many options.
    init(size: Int) {
        self.size = size
        orders = [HeldOrder(size: size)]
    }

    /// Takes pairs one after the other, each unless what it says is contradicted already.
    mutating func take(inTurn defeats: [Defeat]) {
        for place in orders.indices {
            for defeat in defeats where !orders[place].settles(defeat) {
                orders[place].hold(defeat.winner, over: defeat.loser)
            }
        }
    }

    /// Whether some order leaves it open which of two options stands above the other.
    func isOpen(_ pair: Defeat) -> Bool { orders.contains { !$0.settles(pair) } }

    /// Takes pairs of equal strength in every order.
    ///
    /// - Returns: Nil when all went well; else how many pairs contradict one another in more ways than are
    ///   followed, and nothing was taken.
    mutating func take(together defeats: [Defeat]) -> Int? {
        if defeats.count == 1, orders.count == 1 {
            take(inTurn: defeats)
            return nil
        }
        var found: [HeldOrder] = []
        var ends: Set<HeldOrder> = []
        // What is still open follows from the order reached, so a way that comes to one seen before ends.
        var seen = Set(orders)
        var waiting = orders
        while let order = waiting.popLast() {
            let (base, contested) = order.holding(uncontested: defeats.filter { !order.settles($0) })
            if contested.isEmpty {
                if ends.insert(base).inserted { found.append(base) }
                continue
            }
            work += contested.count * (defeats.count + size)
            guard work <= Self.mostWork else { return contested.count }
            for defeat in contested {
                var next = base
                next.hold(defeat.winner, over: defeat.loser)
                if seen.insert(next).inserted { waiting.append(next) }
            }
        }
        orders = found
        return nil
    }

    /// The places: first all that one of the orders puts first, then the same of those that are left.
    var places: [[Int]] { places(of: orders) }

    /// The places of one of the orders by itself.
    func places(of order: HeldOrder) -> [[Int]] { places(of: [order]) }

    private func places(of orders: [HeldOrder]) -> [[Int]] {
        var left = OptionSet256(0..<size)
        var places: [[Int]] = []
        while !left.isEmpty {
            let top = left.options.filter { option in
                orders.contains { $0.isTop(option, among: left) }
            }
            // An order has no cycles, so something is always on top; were it not so, stop here.
            guard !top.isEmpty else { return places + [left.options] }
            places.append(top)
            left.subtract(OptionSet256(top))
        }
        return places
    }
}

extension HeldOrder {
    /// Whether the order already says of a pair what the defeat says, or the opposite.
    fileprivate func settles(_ defeat: Defeat) -> Bool {
        isAbove(defeat.winner, defeat.loser) || isAbove(defeat.loser, defeat.winner)
    }

    /// Holds those of some pairs that no cycle of them and of this order goes through; the others are contested.
    fileprivate func holding(uncontested defeats: [Defeat]) -> (HeldOrder, contested: [Defeat]) {
        var all = self
        for defeat in defeats where !all.isAbove(defeat.winner, defeat.loser) {
            all.hold(defeat.winner, over: defeat.loser)
        }
        var base = self
        var contested: [Defeat] = []
        for defeat in defeats {
            if all.isAbove(defeat.loser, defeat.winner) {
                contested.append(defeat)
            } else if !base.isAbove(defeat.winner, defeat.loser) {
                base.hold(defeat.winner, over: defeat.loser)
            }
        }
        return (base, contested)
    }
}
