/// One run of the Method of Equal Shares: everybody starts with the same, and projects are paid for one by one.
///
/// Amounts are kept twice. Fixed-point numbers with a bound on their error
/// decide nearly every comparison; where they leave one open, as in a tie, the
/// exact fractions of ``SharesLedger`` decide it. So the result is exact and the
/// work is that of whole numbers.
struct SharesRun {
    let electorate: SharesElectorate
    /// The cost of each project, times the number of voters.
    let costs: [UInt128]
    /// What a point of each project is worth to a voter.
    let worths: [Int]
    /// What everybody starts with, times the number of voters.
    let start: UInt128
    /// How many bits of the fixed-point numbers stand for parts of a whole.
    let bits: Int
    /// The projects paid for, in order.
    private(set) var funded: [Int] = []
    private(set) var ledger: SharesLedger
    /// What is in each purse in fixed-point numbers, none further off than ``error``.
    private var amounts: [Int128]
    private(set) var error: Int128 = 0
    /// The purse of each group of voters.
    private var holders: [Int32]
    /// The last offer of each project; a price never falls while purses do not fill.
    private var offers: [SharesOffer?]
    private var open: [Int]
    /// How many voters hold each purse, while they are counted; all 0 in between.
    private var counts: [Int] = []

    /// Prepares a run.
    ///
    /// - Throws: ``TallyError`` `arithmetic-overflow` when all money together does not fit 112 bits.
    init(
        _ electorate: SharesElectorate, costs: [UInt128], worths: [Int], start: UInt128, projects: [Int]
    ) throws(TallyError) {
        let (all, overflow) = max(start, 1).multipliedReportingOverflow(by: UInt128(max(1, electorate.total)))
        let most = max(all, costs.max() ?? 1)
        bits = min(44, most.leadingZeroBitCount - 8)
        guard !overflow, bits >= 8 else { throw TallyError(.overflow) }
        self.electorate = electorate
        self.costs = costs
        self.worths = worths
        self.start = start
        ledger = SharesLedger(start: start)
        amounts = [0, Int128(start) << Int128(bits)]
        holders = Array(repeating: 1, count: electorate.weights.count)
        offers = Array(repeating: nil, count: costs.count)
        open = projects
    }

    /// The projects with the lowest price for their worth, exactly; more than one are tied, and none is the end.
    mutating func cheapest() -> [SharesOffer] {
        var best: SharesOffer?
        var close: [SharesOffer] = []
        // Those that were cheap before come first, so that most others need not be looked at.
        open.sort { first, second in
            guard let other = offers[second] else { return false }
            return offers[first].map { $0.seemsBelow(other) } ?? true
        }
        for project in open {
            if let best, let last = offers[project], best.isCertainlyBelow(last) { continue }
            guard let offer = offer(for: project) else {
                open.removeAll { $0 == project }
                continue
            }
            offers[project] = offer
            if let known = best, known.isCertainlyBelow(offer) { continue }
            close.append(offer)
            if best.map(offer.isCertainlyBelow) ?? true { best = offer }
        }
        guard let best else { return [] }
        close.removeAll(where: best.isCertainlyBelow)
        return close.count > 1 ? exactlyCheapest(close) : close
    }

    /// Pays for a project.
    mutating func pay(_ offer: SharesOffer) {
        funded.append(offer.project)
        open.removeAll { $0 == offer.project }
        ledger.add(
            .init(
                cost: costs[offer.project], points: UInt128(offer.points),
                emptied: offer.emptied.map { ($0.purse, $0.voters) }))
        let most = offer.paying.map(\.score).max() ?? 1
        let (grown, overflow) = offer.error.multipliedReportingOverflow(by: Int128(most))
        // Both are at most that bound, or the sum is not taken.
        error = overflow || grown >= Self.mostError ? Self.mostError : min(Self.mostError, error + grown)
        let before = amounts.count
        for supporters in electorate.supporters[offer.project] {
            // Whoever does not pay the price gives all there is, and holds the empty purse from then on.
            var after = Array(repeating: Int32(0), count: before)
            for part in offer.paying where part.score == supporters.score {
                after[part.purse] = Int32(ledger.purse(after: part.purse, score: part.score))
                amounts.append(max(0, amounts[part.purse] - offer.price * Int128(part.score)))
            }
            for group in supporters.groups { holders[Int(group)] = after[Int(holders[Int(group)])] }
        }
    }

    /// The error beyond which bounds say nothing any more.
    private static let mostError = Int128(1) << 124

    /// The supporters of a project by what they have left; those with nothing left out.
    mutating func parts(of project: Int) -> [SharesOffer.Part] {
        var parts: [SharesOffer.Part] = []
        if counts.count < amounts.count {
            counts += Array(repeating: 0, count: amounts.count - counts.count)
        }
        var touched: [Int] = []
        for supporters in electorate.supporters[project] {
            for group in supporters.groups {
                let purse = Int(holders[Int(group)])
                if purse == 0 { continue }
                if counts[purse] == 0 { touched.append(purse) }
                counts[purse] += electorate.weights[Int(group)]
            }
            for purse in touched {
                parts.append(.init(purse: purse, score: supporters.score, voters: counts[purse]))
                counts[purse] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        return parts
    }

    /// What supporters have left together, in fixed-point numbers.
    func money(of parts: [SharesOffer.Part]) -> Int128 {
        parts.reduce(0) { $0 + amounts[$1.purse] * Int128($1.voters) }
    }

    /// How the supporters of a project could pay for it; nil when they cannot.
    mutating func offer(for project: Int) -> SharesOffer? {
        let parts = parts(of: project)
        let cost = Int128(costs[project]) << Int128(bits)
        let voters = parts.reduce(Int128(0)) { $0 + Int128($1.voters) }
        let money = money(of: parts)
        let (slack, overflow) = error.multipliedReportingOverflow(by: voters)
        if !overflow, money + min(slack, Self.mostError) < cost { return nil }
        let sorted = parts.map { (part: $0, each: amounts[$0.purse] / Int128($0.score)) }
            .sorted { $0.each < $1.each }
        var rest = cost
        var points = parts.reduce(Int128(0)) { $0 + Int128($1.voters) * Int128($1.score) }
        var emptied = 0
        while emptied < sorted.count, points > 0, rest / points > sorted[emptied].each {
            let part = sorted[emptied].part
            rest -= amounts[part.purse] * Int128(part.voters)
            points -= Int128(part.voters) * Int128(part.score)
            emptied += 1
        }
        var offer = SharesOffer(
            project: project, emptied: sorted[..<emptied].map(\.part), paying: sorted[emptied...].map(\.part),
            points: points, price: 0, error: 0, worth: worths[project])
        price(&offer)
        let margin = min(Self.mostError, offer.error + error + 2)
        let isSure =
            !overflow && money - cost > slack && offer.points > 0
            && (emptied == 0 || sorted[emptied - 1].each + margin < offer.price)
            && (emptied == sorted.count || sorted[emptied].each - margin > offer.price)
        return isSure ? offer : exactOffer(for: project, parts)
    }

    /// Works out the price of an offer from who pays what, in fixed-point numbers.
    private func price(_ offer: inout SharesOffer) {
        guard offer.points > 0 else { return }
        let held = offer.emptied.reduce(Int128(0)) { $0 + amounts[$1.purse] * Int128($1.voters) }
        let voters = offer.emptied.reduce(Int128(0)) { $0 + Int128($1.voters) }
        offer.price = max(0, (Int128(costs[offer.project]) << Int128(bits)) - held) / offer.points
        let (slack, overflow) = error.multipliedReportingOverflow(by: voters)
        offer.error = overflow ? Self.mostError : min(Self.mostError, slack / offer.points + 2)
    }

    /// The same by exact fractions.
    private mutating func exactOffer(for project: Int, _ parts: [SharesOffer.Part]) -> SharesOffer? {
        ledger.settle()
        var purses: [Int: Natural] = [:]
        for part in parts where purses[part.purse] == nil {
            purses[part.purse] = ledger.amount(in: part.purse)
        }
        func amount(_ part: SharesOffer.Part) -> Natural { purses[part.purse] ?? Natural(0) }
        func small(_ number: Int) -> Natural { Natural(UInt128(number)) }
        var rest = Natural(costs[project]).times(ledger.denominator)
        let money = parts.reduce(Natural(0)) { $0.plus(amount($1).times(small($1.voters))) }
        guard money >= rest, !parts.isEmpty else { return nil }
        let sorted = parts.sorted { amount($0).times(small($1.score)) < amount($1).times(small($0.score)) }
        var points = parts.reduce(Int128(0)) { $0 + Int128($1.voters) * Int128($1.score) }
        var emptied = 0
        for part in sorted {
            if rest.times(small(part.score)) <= amount(part).times(Natural(UInt128(points))) { break }
            rest = rest.minus(amount(part).times(small(part.voters)))
            points -= Int128(part.voters) * Int128(part.score)
            emptied += 1
        }
        var offer = SharesOffer(
            project: project, emptied: Array(sorted[..<emptied]), paying: Array(sorted[emptied...]),
            points: points, price: 0, error: 0, worth: worths[project])
        price(&offer)
        return offer
    }

    /// Those of the offers that are cheapest, by exact fractions.
    private mutating func exactlyCheapest(_ offers: [SharesOffer]) -> [SharesOffer] {
        ledger.settle()
        var best: (price: SharesPrice, worth: Int)?
        var cheapest: [SharesOffer] = []
        for offer in offers {
            let emptied = offer.emptied.map { (purse: $0.purse, voters: $0.voters) }
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

    /// Whether all money is accounted for, exactly: what was paid and what is left make what there was.
    mutating func isConserved() -> Bool {
        ledger.settle()
        var held: [Int: Int] = [:]
        for (group, purse) in holders.enumerated() {
            held[Int(purse), default: 0] += electorate.weights[group]
        }
        let spent = funded.reduce(Natural(0)) { $0.plus(Natural(costs[$1]).times(ledger.denominator)) }
        let left = ledger.total(of: held.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        let all = Natural(start).times(Natural(UInt128(electorate.total))).times(ledger.denominator)
        return spent.plus(left) == all
    }

    /// A price in the currency's parts for one voter, rounded to ten-thousandths of `parts`.
    func rounded(_ amount: Int128, parts: Int) -> Fraction? {
        let whole = Int128(electorate.total) * Int128(parts)
        let scale = whole << Int128(bits)
        let (units, rest) = amount.quotientAndRemainder(dividingBy: scale)
        let finer = (rest / max(1, scale / (1 << 20)) * 10_000 + (1 << 19)) >> 20
        guard let upper = Int(exactly: units * 10_000 + finer) else { return nil }
        return try? Fraction(upper, 10_000)
    }
}
