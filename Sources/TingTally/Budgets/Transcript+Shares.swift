extension Transcript {
    /// The line with what every vote starts with.
    mutating func addStart(_ run: SharesRun, _ increases: Int, _ money: Money) {
        let share = run.eachVote(Int128(run.start) << Int128(run.bits), parts: money.parts)
        add(
            Statement(
                increases == 0 ? "shares-start" : "shares-start-increased",
                [
                    Fact("votes", run.votes(run.ballots.total)), .number("increases", increases),
                    money.fact("limit", money.limit),
                    Fact("share", share.map(FactValue.fraction) ?? .number(0)),
                ]))
    }

    /// What the supporters of every project left hold, and the price at which they can pay for it.
    mutating func addOffers(_ run: inout SharesRun, _ projects: [Int], _ names: [String], _ money: Money) {
        var rows: [Table.Row] = []
        for project in projects where !run.funded.contains(project) {
            let held = run.together(run.money(of: run.parts(of: project)), parts: money.parts)
            let price = run.offer(for: project).flatMap { run.eachVote($0.price, parts: money.parts) }
            rows.append(
                .init(
                    .text(names[project]),
                    [
                        held.map(FactValue.fraction), money.value(money.costs[project]),
                        price.map(FactValue.fraction),
                    ]))
        }
        guard !rows.isEmpty else { return }
        add(
            Statement("shares-offers", [.number("round", run.funded.count + 1)]),
            table: Table(headings: [.term("supporters-money"), .term("cost"), .term("price")], rows: rows))
    }

    /// Who pays what for a project.
    mutating func addPayment(_ offer: SharesOffer, _ run: SharesRun, _ names: [String], _ money: Money) {
        let price = run.eachVote(offer.price, parts: money.parts)
        let held = run.money(of: offer.emptied)
        let emptied = run.together(held, parts: money.parts)
        let full = run.together(
            (Int128(run.costs[offer.project]) << Int128(run.bits)) - held, parts: money.parts)
        let votes = { (parts: [SharesOffer.Part]) in run.votes(parts.reduce(0) { $0 + $1.weight }) }
        add(
            Statement(
                "shares-paid",
                [
                    .text("option", names[offer.project]), money.fact("cost", money.costs[offer.project]),
                    Fact("full", votes(offer.paying)), Fact("emptied", votes(offer.emptied)),
                ]),
            table: Table(
                headings: [.term("votes"), .term("price"), .term("sum")],
                rows: [
                    .init(
                        .term("full-price"),
                        [votes(offer.paying), price.map(FactValue.fraction), full.map(FactValue.fraction)]),
                    .init(
                        .term("all-that-is-left"),
                        [votes(offer.emptied), nil, emptied.map(FactValue.fraction)]),
                ]))
    }
}

extension SharesRun {
    /// A weight in votes.
    fileprivate func votes(_ weight: Int) -> FactValue {
        guard ballots.unit != Fraction(1), let votes = try? Fraction(weight) * ballots.unit else {
            return .number(weight)
        }
        return .fraction(votes)
    }

    /// An amount in the currency, which is so many `parts`, rounded to ten-thousandths.
    fileprivate func together(_ amount: Int128, parts: Int) -> Fraction? {
        rounded(amount, scale, parts)
    }

    /// What a unit has or pays, for a whole vote, as ``together(_:parts:)``.
    fileprivate func eachVote(_ amount: Int128, parts: Int) -> Fraction? {
        let lower = UInt128(ballots.unit.denominator)
        let (scale, overflow) = (scale / lower).multipliedReportingOverflow(
            by: UInt128(ballots.unit.numerator))
        return overflow ? nil : rounded(amount, scale, parts)
    }

    private func rounded(_ amount: Int128, _ scale: UInt128, _ parts: Int) -> Fraction? {
        let (whole, overflow) = scale.multipliedReportingOverflow(by: UInt128(parts))
        let (one, isTooWide) = whole.multipliedReportingOverflow(by: UInt128(1) << UInt128(bits))
        guard !overflow, !isTooWide, let one = Int128(exactly: one) else { return nil }
        let (units, rest) = amount.quotientAndRemainder(dividingBy: one)
        let finer = (rest / max(1, one / (1 << 20)) * 10_000 + (1 << 19)) >> 20
        guard let upper = Int(exactly: units * 10_000 + finer) else { return nil }
        return try? Fraction(upper, 10_000)
    }
}
