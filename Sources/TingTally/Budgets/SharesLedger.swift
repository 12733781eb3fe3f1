/// What ballots have left, exactly: every purse as the start less the prices that were paid from it.
///
/// A price is a fraction whose denominator is a product over all rounds, far
/// beyond 64 bits, so numbers of any size are used, and only where fixed-point
/// bounds leave a comparison open. All amounts are whole multiples of 1 / ``denominator``.
struct SharesLedger {
    /// Ballots that have paid for the same things in the same measure have equal purses.
    struct Purse {
        /// The purse before its last payment; nil at the start.
        let before: Int?
        /// The round of the last payment.
        let round: Int
        /// How many times the price of one point was paid.
        let score: Int
    }

    /// A payment by one project's supporters.
    struct Round {
        let cost: UInt128
        /// Points of those who pay the full price.
        let points: UInt128
        /// Purses that are emptied, with the weight of those that hold each.
        let emptied: [(purse: Int, weight: Int)]
    }

    /// What a unit of weight starts with.
    let start: UInt128
    /// Number 0 is the empty purse, number 1 the full one.
    private(set) var purses = [
        Purse(before: nil, round: -1, score: 0), Purse(before: nil, round: -1, score: 0),
    ]
    private(set) var rounds: [Round] = []
    /// The common denominator of the prices worked out so far.
    private(set) var denominator = Natural(1)
    /// The price of one point in each round worked out so far.
    private var prices: [Natural] = []

    init(start: UInt128) { self.start = start }

    /// Adds a round.
    mutating func add(_ round: Round) { rounds.append(round) }

    /// Adds the purse that is left of another after the last round.
    mutating func purse(after before: Int, score: Int) -> Int {
        purses.append(Purse(before: before, round: rounds.count - 1, score: score))
        return purses.count - 1
    }

    /// Works out the prices of all rounds.
    mutating func settle() {
        while prices.count < rounds.count {
            let round = rounds[prices.count]
            let price = rest(of: round.cost, less: round.emptied)
            let points = Natural(round.points)
            prices = prices.map { $0.times(points) }
            denominator = denominator.times(points)
            prices.append(price)
        }
    }

    /// What is in a purse; ``settle()`` comes first.
    func amount(in purse: Int) -> Natural {
        guard purse != 0 else { return Natural(0) }
        var paid = Natural(0)
        var place = purse
        while let before = purses[place].before {
            paid = paid.plus(prices[purses[place].round].times(Natural(UInt128(purses[place].score))))
            place = before
        }
        return Natural(start).times(denominator).minus(paid)
    }

    /// A cost less what some purses hold together; ``settle()`` comes first.
    func rest(of cost: UInt128, less held: [(purse: Int, weight: Int)]) -> Natural {
        Natural(cost).times(denominator).minus(total(of: held))
    }

    /// What some purses hold together; ``settle()`` comes first.
    ///
    /// How often each price was paid is added up first, so that wide numbers are
    /// multiplied once a round and not once a purse.
    func total(of held: [(purse: Int, weight: Int)]) -> Natural {
        var times = Array(repeating: UInt128(0), count: prices.count)
        var weight = UInt128(0)
        for (purse, count) in held where purse != 0 {
            weight += UInt128(count)
            var place = purse
            while let before = purses[place].before {
                times[purses[place].round] += UInt128(count) * UInt128(purses[place].score)
                place = before
            }
        }
        let paid = zip(prices, times).reduce(Natural(0)) { sum, round in
            round.1 == 0 ? sum : sum.plus(round.0.times(Natural(round.1)))
        }
        return Natural(start).times(Natural(weight)).times(denominator).minus(paid)
    }
}
