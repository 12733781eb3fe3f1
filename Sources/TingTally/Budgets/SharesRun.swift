/// One run of the Method of Equal Shares: everybody starts with the same, and projects are paid for one by one.
///
/// Amounts are kept twice. Fixed-point numbers with a bound on their error
/// decide nearly every comparison; where they leave one open, as in a tie, the
/// exact fractions of ``SharesLedger`` decide it. So the result is exact and the
/// work is that of whole numbers.
struct SharesRun {
    let ballots: SharesBallots
    /// The cost of each project, times ``scale``.
    let costs: [UInt128]
    /// What a point of each project is worth.
    let worths: [Int]
    /// What a unit of weight starts with, times ``scale``.
    let start: UInt128
    /// What every amount is times, so that the equal part of a unit is whole.
    let scale: UInt128
    /// How many bits of the fixed-point numbers stand for parts of a whole.
    let bits: Int
    /// The projects paid for, in order.
    private(set) var funded: [Int] = []
    var ledger: SharesLedger
    /// What is in each purse in fixed-point numbers, none further off than ``error``.
    private var amounts: [Int128]
    private(set) var error: Int128 = 0
    /// The purse of each group of equal ballots.
    private(set) var holders: [Int32]
    /// The last offer of each project; a price never falls while purses do not fill.
    private var offers: [SharesOffer?]
    private var open: [Int]
    /// What decided the rounds so far.
    private(set) var course: SharesCourse
    /// How much the holders of each purse weigh, while they are counted; all 0 in between.
    private var counts: [Int] = []

    /// Prepares a run whose start was increased so many times by one of the currency for each vote.
    ///
    /// - Throws: ``TallyError`` `arithmetic-overflow` when all money together does not fit 112 bits.
    init(
        _ ballots: SharesBallots, _ money: Money, worths: [Int], projects: [Int], increases: Int
    ) throws(TallyError) {
        let units = UInt128(max(1, ballots.total))
        let unit = (upper: UInt128(ballots.unit.numerator), lower: UInt128(ballots.unit.denominator))
        scale = units * unit.lower
        // One of the currency for a vote is as much of it for a unit as a unit is of a vote.
        let (added, isTooMuch) = (UInt128(money.parts) * UInt128(increases))
            .multipliedReportingOverflow(by: unit.upper)
        let (increase, isTooWide) = added.multipliedReportingOverflow(by: units)
        let (start, isTooFar) = (UInt128(money.limit) * unit.lower).addingReportingOverflow(increase)
        let (all, overflow) = max(start, 1).multipliedReportingOverflow(by: units)
        guard !isTooMuch, !isTooWide, !isTooFar, !overflow else { throw TallyError(.overflow) }
        var costs: [UInt128] = []
        for cost in money.costs {
            let (product, overflow) = scale.multipliedReportingOverflow(by: UInt128(cost))
            guard !overflow else { throw TallyError(.overflow) }
            costs.append(product)
        }
        let most = max(all, costs.max() ?? 1)
        bits = min(44, most.leadingZeroBitCount - 8)
        guard bits >= 8 else { throw TallyError(.overflow) }
        self.ballots = ballots
        self.costs = costs
        self.worths = worths
        self.start = start
        ledger = SharesLedger(start: start)
        amounts = [0, Int128(start) << Int128(bits)]
        holders = Array(repeating: 1, count: ballots.weights.count)
        offers = Array(repeating: nil, count: costs.count)
        open = projects
        course = SharesCourse(bits: bits)
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
            offers[project] = offer(for: project)
            guard let offer = offers[project] else { continue }
            if let known = best, known.isCertainlyBelow(offer) { continue }
            close.append(offer)
            if best.map(offer.isCertainlyBelow) ?? true { best = offer }
        }
        // What cannot be paid for now never can be, while purses do not fill.
        open.removeAll { offers[$0] == nil }
        guard let best else { return [] }
        close.removeAll(where: best.isCertainlyBelow)
        return close.count > 1 ? exactlyCheapest(close) : close
    }

    /// Pays for one of the cheapest projects.
    mutating func pay(_ offer: SharesOffer, of cheapest: [SharesOffer]) {
        course.add(.init(paid: offer, cheapest: cheapest, offers: offers))
        offers[offer.project] = nil
        funded.append(offer.project)
        open.removeAll { $0 == offer.project }
        ledger.add(
            .init(
                cost: costs[offer.project], points: UInt128(offer.points),
                emptied: offer.emptied.map { ($0.purse, $0.weight) }))
        let most = offer.paying.map(\.score).max() ?? 1
        let (grown, overflow) = offer.error.multipliedReportingOverflow(by: Int128(most))
        // Both are at most that bound, or the sum is not taken.
        error = overflow || grown >= Self.mostError ? Self.mostError : min(Self.mostError, error + grown)
        let before = amounts.count
        // Purses are numbered alike in all runs that go the same way, whatever is in them.
        let paying = offer.paying.sorted { $0.purse < $1.purse }
        for supporters in ballots.supporters[offer.project] {
            // Whoever does not pay the price gives all there is, and holds the empty purse from then on.
            var after = Array(repeating: Int32(0), count: before)
            for part in paying where part.score == supporters.score {
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
        for supporters in ballots.supporters[project] {
            for group in supporters.groups {
                let purse = Int(holders[Int(group)])
                if purse == 0 { continue }
                if counts[purse] == 0 { touched.append(purse) }
                counts[purse] += ballots.weights[Int(group)]
            }
            for purse in touched {
                parts.append(.init(purse: purse, score: supporters.score, weight: counts[purse]))
                counts[purse] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        return parts
    }

    /// What supporters have left together, in fixed-point numbers.
    func money(of parts: [SharesOffer.Part]) -> Int128 {
        parts.reduce(0) { $0 + amounts[$1.purse] * Int128($1.weight) }
    }

    /// How the supporters of a project could pay for it; nil when they cannot.
    mutating func offer(for project: Int) -> SharesOffer? {
        let parts = parts(of: project)
        let cost = Int128(costs[project]) << Int128(bits)
        let weight = parts.reduce(Int128(0)) { $0 + Int128($1.weight) }
        let money = money(of: parts)
        let (slack, overflow) = error.multipliedReportingOverflow(by: weight)
        if !overflow, money + min(slack, Self.mostError) < cost { return nil }
        var rest = cost
        var points = parts.reduce(Int128(0)) { $0 + Int128($1.weight) * Int128($1.score) }
        var (emptied, paying): ([SharesOffer.Part], [SharesOffer.Part]) = ([], parts)
        // The most that one of the emptied has for a point, and the least that one of the others has.
        var (most, least) = (Int128(-1), Int128.max)
        // Whoever has less than the price gives all there is, which makes the price higher for the others.
        while points > 0 {
            let price = rest / points
            let before = emptied.count
            least = .max
            paying.removeAll { part in
                // Wide divisions are slow, and most ballots approve.
                let held = amounts[part.purse]
                let each = part.score == 1 ? held : held / Int128(part.score)
                guard price > each else {
                    least = min(least, each)
                    return false
                }
                most = max(most, each)
                rest -= amounts[part.purse] * Int128(part.weight)
                points -= Int128(part.weight) * Int128(part.score)
                emptied.append(part)
                return true
            }
            if emptied.count == before { break }
        }
        var offer = SharesOffer(
            project: project, round: funded.count, emptied: emptied, paying: paying, points: points,
            worth: worths[project])
        price(&offer)
        let margin = min(Self.mostError, offer.error + error + 2)
        let isSure =
            !overflow && money - cost > slack && offer.points > 0
            && (emptied.isEmpty || most + margin < offer.price)
            && (paying.isEmpty || least - margin > offer.price)
        return isSure ? offer : exactOffer(for: project, parts)
    }

    /// Works out the price of an offer from who pays what, in fixed-point numbers.
    func price(_ offer: inout SharesOffer) {
        guard offer.points > 0 else { return }
        let held = offer.emptied.reduce(Int128(0)) { $0 + amounts[$1.purse] * Int128($1.weight) }
        let weight = offer.emptied.reduce(Int128(0)) { $0 + Int128($1.weight) }
        offer.price = max(0, (Int128(costs[offer.project]) << Int128(bits)) - held) / offer.points
        let (slack, overflow) = error.multipliedReportingOverflow(by: weight)
        offer.error = overflow ? Self.mostError : min(Self.mostError, slack / offer.points + 2)
    }
}
