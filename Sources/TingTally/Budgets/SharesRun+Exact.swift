extension SharesRun {
    /// How the supporters of a project could pay for it, by exact fractions; nil when they cannot.
    mutating func exactOffer(for project: Int, _ parts: [SharesOffer.Part]) -> SharesOffer? {
        ledger.settle()
        var purses: [Int: Natural] = [:]
        for part in parts where purses[part.purse] == nil {
            purses[part.purse] = ledger.amount(in: part.purse)
        }
        func amount(_ part: SharesOffer.Part) -> Natural { purses[part.purse] ?? Natural(0) }
        func small(_ number: Int) -> Natural { Natural(UInt128(number)) }
        var rest = Natural(costs[project]).times(ledger.denominator)
        let money = parts.reduce(Natural(0)) { $0.plus(amount($1).times(small($1.weight))) }
        guard money >= rest, !parts.isEmpty else { return nil }
        let sorted = parts.sorted { amount($0).times(small($1.score)) < amount($1).times(small($0.score)) }
        var points = parts.reduce(Int128(0)) { $0 + Int128($1.weight) * Int128($1.score) }
        var emptied = 0
        for part in sorted {
            if rest.times(small(part.score)) <= amount(part).times(Natural(UInt128(points))) { break }
            rest = rest.minus(amount(part).times(small(part.weight)))
            points -= Int128(part.weight) * Int128(part.score)
            emptied += 1
        }
        var offer = SharesOffer(
            project: project, round: funded.count, emptied: Array(sorted[..<emptied]),
            paying: Array(sorted[emptied...]), points: points, worth: worths[project])
        price(&offer)
        return offer
    }

    /// Those of the offers that are cheapest, by exact fractions.
    mutating func exactlyCheapest(_ offers: [SharesOffer]) -> [SharesOffer] {
        ledger.settle()
        var best: (price: SharesPrice, worth: Int)?
        var cheapest: [SharesOffer] = []
        for offer in offers {
            let emptied = offer.emptied.map { (purse: $0.purse, weight: $0.weight) }
            let price = SharesPrice(
                upper: ledger.rest(of: costs[offer.project], less: emptied),
                lower: ledger.denominator.times(Natural(UInt128(offer.points))))
            if let known = best {
                if known.price.isBelow(price, worth: known.worth, otherWorth: offer.worth) { continue }
                if price.isBelow(known.price, worth: offer.worth, otherWorth: known.worth) { cheapest = [] }
            }
            best = (price, offer.worth)
            cheapest.append(offer)
        }
        return cheapest
    }

    /// Those of the tied that are paid for at this price whatever is paid for first among them.
    ///
    /// None of their supporters is asked for more than they have by all the tied together: so each gives to
    /// such a project what it would give now, in every order.
    ///
    /// - Complexity: O(supporters of the tied × tied), in numbers of any size.
    mutating func independent(of cheapest: [SharesOffer]) -> Set<Int> {
        ledger.settle()
        // Prices over one denominator: that of the ledger times the points of all the tied.
        let prices = cheapest.enumerated().map { place, offer in
            let others = cheapest.enumerated().filter { $0.offset != place }
            return others.reduce(
                ledger.rest(of: costs[offer.project], less: offer.emptied.map { ($0.purse, $0.weight) })
            ) { $0.times(Natural(UInt128($1.element.points))) }
        }
        let factor = cheapest.reduce(Natural(1)) { $0.times(Natural(UInt128($1.points))) }
        var demands: [Int32: [(place: Int, score: Int)]] = [:]
        for (place, offer) in cheapest.enumerated() {
            for supporters in ballots.supporters[offer.project] {
                for group in supporters.groups {
                    demands[group, default: []].append((place, supporters.score))
                }
            }
        }
        var independent = Set(cheapest.map(\.project))
        for (group, asked) in demands where asked.count > 1 {
            let purse = Int(holders[Int(group)])
            guard purse != 0 else { continue }
            let isEmptied = asked.contains { one in
                cheapest[one.place].emptied.contains { $0.purse == purse && $0.score == one.score }
            }
            let sum = asked.reduce(Natural(0)) {
                $0.plus(prices[$1.place].times(Natural(UInt128($1.score))))
            }
            if isEmptied || ledger.amount(in: purse).times(factor) < sum {
                for one in asked { independent.remove(cheapest[one.place].project) }
            }
        }
        return independent
    }

    /// Whether all money is accounted for, exactly: what was paid and what is left make what there was.
    mutating func isConserved() -> Bool {
        ledger.settle()
        var held: [Int: Int] = [:]
        for (group, purse) in holders.enumerated() {
            held[Int(purse), default: 0] += ballots.weights[group]
        }
        let spent = funded.reduce(Natural(0)) { $0.plus(Natural(costs[$1]).times(ledger.denominator)) }
        let left = ledger.total(of: held.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        let all = Natural(start).times(Natural(UInt128(ballots.total))).times(ledger.denominator)
        return spent.plus(left) == all
    }
}
