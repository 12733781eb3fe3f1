/// The Method of Equal Shares with its increases of the start, over every way that ties can fall.
struct SharesCount {
    let electorate: SharesElectorate
    let money: Money
    let worths: [Int]
    let names: [String]
    let ties: TieBreaking
    /// The projects that somebody supports and that have sum enough.
    let projects: [Int]
    /// Whether the start is increased by one of the currency again and again.
    let isIncreased: Bool
    /// The most increases that are tried; beyond them the count is refused, and asks for another completion.
    let mostIncreases: Int

    /// Where a count stands: how often the start was increased, and what the last run paid for.
    struct State {
        var increases = 0
        var funded: [Int] = []
        /// What the run before paid for, when it could be paid for; nil before the first run.
        var previous: [Int]?
        /// Whether all projects can be paid for together, so that there is nothing to choose.
        var isAll = false
        var choices: TieChoices
    }

    /// A run that came to its end, or to a tie.
    private enum End {
        case done([Int])
        case tie([Int])
    }

    /// Every way that the count can end, and with how many increases.
    ///
    /// - Throws: ``TallyError`` `too-many-ties-to-follow`, `arithmetic-overflow`.
    func ends() throws(TallyError) -> [State] {
        var ends: [State] = []
        var followed = 0
        var waiting = [State(choices: TieChoices(options: names.count))]
        while var state = waiting.popLast() {
            followed += 1
            guard followed <= Outcomes.most else { throw Outcomes.tooMany }
            if let tied = try advance(&state) {
                for option in tied.reversed() {
                    var next = state
                    next.choices.take(option, over: tied)
                    waiting.append(next)
                }
            } else if !ends.contains(where: {
                $0.increases == state.increases && Set($0.funded) == Set(state.funded)
            }) {
                ends.append(state)
            }
        }
        return ends
    }

    /// Goes on to the end, or to a tie that is left.
    private func advance(_ state: inout State) throws(TallyError) -> [Int]? {
        // When all can be paid for, increases end only when all are.
        if isIncreased, money.cost(of: projects) <= money.limit {
            state.funded = projects
            state.isAll = true
            return nil
        }
        while true {
            var lines: Transcript?
            switch try run(state, &lines) {
            case .tie(let tied): return tied
            case .done(let funded):
                let spent = money.cost(of: funded)
                if spent > money.limit, let previous = state.previous {
                    state.increases -= 1
                    state.funded = previous
                    return nil
                }
                state.funded = funded
                let isFull = projects.allSatisfy {
                    funded.contains($0) || money.costs[$0] > money.limit - spent
                }
                if !isIncreased || isFull { return nil }
                guard state.increases < mostIncreases else {
                    throw TallyError(
                        Statement("too-many-increases", [.number("most", mostIncreases)]))
                }
                state.previous = funded
                state.increases += 1
            }
        }
    }

    /// The run that a count ended with, line by line.
    ///
    /// - Throws: ``TallyError`` `budget-not-conserved`, which would be a fault of this program.
    func write(_ state: State, to transcript: inout Transcript) throws(TallyError) {
        guard !state.isAll else { return transcript.add(Statement("shares-all-fit")) }
        var lines: Transcript? = Transcript()
        _ = try run(state, &lines)
        if let lines { transcript.add(lines) }
    }

    /// Pays for one project after the other.
    private func run(_ state: State, _ lines: inout Transcript?) throws(TallyError) -> End {
        let voters = max(1, electorate.total)
        let (added, overflow) = state.increases.multipliedReportingOverflow(by: money.parts)
        guard !overflow, state.increases < Int.max else { throw TallyError(.overflow) }
        // Every amount is times the number of voters, so that the equal share is whole.
        let start = UInt128(money.limit) + UInt128(added) * UInt128(voters)
        var run = try SharesRun(
            electorate, costs: money.costs.map { UInt128($0) * UInt128(voters) }, worths: worths,
            start: start,
            projects: projects)
        lines?.addStart(run, state.increases, money)
        while true {
            if lines != nil { lines?.addOffers(&run, projects, names, money) }
            let cheapest = run.cheapest()
            guard var offer = cheapest.first else { break }
            if cheapest.count > 1 {
                let tied = cheapest.map(\.project).sorted()
                var order = Transcript()
                let left = ties.order(tied, names: names, writing: &order)[0]
                lines?.add(order)
                let taken = left.count == 1 ? left[0] : state.choices.first(of: left)
                guard let taken, let found = cheapest.first(where: { $0.project == taken }) else {
                    return .tie(state.choices.open(among: left))
                }
                if left.count > 1 {
                    lines?.add(Statement("shares-tie-taken", [.text("option", names[taken])]))
                }
                offer = found
            }
            lines?.addPayment(offer, run, names, money)
            run.pay(offer)
        }
        if lines != nil, !run.isConserved() {
            let spent = money.cost(of: run.funded)
            throw TallyError(
                Statement(
                    "budget-not-conserved",
                    [
                        money.fact("spent", spent), money.fact("left", money.limit - spent),
                        money.fact("limit", money.limit),
                    ]))
        }
        return .done(run.funded)
    }
}

extension Transcript {
    /// The line with what every voter starts with.
    fileprivate mutating func addStart(_ run: SharesRun, _ increases: Int, _ money: Money) {
        let share = run.rounded(Int128(run.start) << Int128(run.bits), parts: money.parts)
        add(
            Statement(
                increases == 0 ? "shares-start" : "shares-start-increased",
                [
                    .number("voters", run.electorate.total), .number("increases", increases),
                    money.fact("limit", money.limit),
                    Fact("share", share.map(FactValue.fraction) ?? .number(0)),
                ]))
    }

    /// What the supporters of every project left hold, and the price at which they can pay for it.
    fileprivate mutating func addOffers(
        _ run: inout SharesRun, _ projects: [Int], _ names: [String], _ money: Money
    ) {
        var rows: [Table.Row] = []
        for project in projects where !run.funded.contains(project) {
            let held = run.rounded(run.money(of: run.parts(of: project)), parts: money.parts)
            let price = run.offer(for: project).flatMap { run.rounded($0.price, parts: money.parts) }
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
    fileprivate mutating func addPayment(
        _ offer: SharesOffer, _ run: SharesRun, _ names: [String], _ money: Money
    ) {
        let price = run.rounded(offer.price, parts: money.parts)
        let emptied = run.rounded(run.money(of: offer.emptied), parts: money.parts)
        let count = { (parts: [SharesOffer.Part]) in parts.reduce(0) { $0 + $1.voters } }
        add(
            Statement(
                "shares-paid",
                [
                    .text("option", names[offer.project]), money.fact("cost", money.costs[offer.project]),
                    .number("full", count(offer.paying)), .number("emptied", count(offer.emptied)),
                ]),
            table: Table(
                headings: [.term("voters"), .term("price"), .term("sum")],
                rows: [
                    .init(
                        .term("full-price"),
                        [
                            .number(count(offer.paying)), price.map(FactValue.fraction),
                            run.rounded(
                                (Int128(run.costs[offer.project]) << Int128(run.bits))
                                    - run.money(of: offer.emptied), parts: money.parts
                            ).map(FactValue.fraction),
                        ]),
                    .init(
                        .term("all-that-is-left"),
                        [.number(count(offer.emptied)), nil, emptied.map(FactValue.fraction)]),
                ]))
    }
}
