/// The Method of Equal Shares with its increases of the start, over every way that ties can fall.
struct SharesCount {
    let ballots: SharesBallots
    let money: Money
    let worths: [Int]
    let names: [String]
    let ties: TieBreaking
    /// The projects that some ballot supports and that have sum enough.
    let projects: [Int]
    /// Whether the start is increased by one of the currency for each vote again and again.
    let isIncreased: Bool
    /// The most runs that are made; beyond them the count is refused, and asks for another completion.
    let mostRuns: Int
    /// How many runs were made.
    private(set) var runs = 0

    init(
        _ ballots: SharesBallots, _ money: Money, worths: [Int], names: [String], ties: TieBreaking,
        projects: [Int], isIncreased: Bool, mostRuns: Int
    ) {
        self.ballots = ballots
        self.money = money
        self.worths = worths
        self.names = names
        self.ties = ties
        self.projects = projects
        self.isIncreased = isIncreased
        self.mostRuns = mostRuns
    }

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
        case done(SharesRun)
        case tie([Int])
    }

    /// Every way that the count can end, and with how many increases; nil when there are too many to follow.
    ///
    /// - Throws: ``TallyError`` `too-many-runs`, `arithmetic-overflow`.
    mutating func ends() throws(TallyError) -> [State]? {
        var ends: [State] = []
        var followed = 0
        var waiting = [State(choices: TieChoices(options: names.count))]
        while var state = waiting.popLast() {
            followed += 1
            guard followed <= Outcomes.most else { return nil }
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
    private mutating func advance(_ state: inout State) throws(TallyError) -> [Int]? {
        // When all can be paid for, increases end only when all are.
        if isIncreased, money.cost(of: projects) <= money.limit {
            state.funded = projects
            state.isAll = true
            return nil
        }
        var end = try run(state)
        while true {
            guard case .done(let run) = end else {
                if case .tie(let tied) = end { return tied }
                return nil
            }
            let spent = money.cost(of: run.funded)
            if spent > money.limit, let previous = state.previous {
                state.increases -= 1
                state.funded = previous
                return nil
            }
            state.funded = run.funded
            let isFull = projects.allSatisfy {
                run.funded.contains($0) || money.costs[$0] > money.limit - spent
            }
            if !isIncreased || isFull { return nil }
            state.previous = run.funded
            end = try increase(&state, after: run)
        }
    }

    /// Goes on to the first increase that is not certain to leave everything as it is, and runs it.
    ///
    /// Looks ahead in steps twice as long each time while nothing changes, then
    /// closes in on the first increase at which something may. Nothing that can
    /// be paid for stays unpaid for ever, so there is one.
    private mutating func increase(_ state: inout State, after run: SharesRun) throws(TallyError) -> End {
        var same = state.increases
        var step = 1
        var other: (increases: Int, end: End?)?
        while other.map({ $0.increases - same > 1 }) ?? true {
            state.increases = other.map { same + ($0.increases - same) / 2 } ?? same + step
            let end = try look(at: state)
            if case .done(let later)? = end, run.course.isCertainlySame(upTo: later.course) {
                same = state.increases
                step = min(step * 2, Int.max - same)
            } else {
                other = (state.increases, end)
            }
        }
        state.increases = same + 1
        if let end = other?.end { return end }
        return try self.run(state)
    }

    /// A run ahead of where the count stands; nil where that is too far for exact numbers.
    private mutating func look(at state: State) throws(TallyError) -> End? {
        do {
            return try run(state)
        } catch  where error == TallyError(.overflow) {
            return nil
        } catch {
            throw error
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

    /// A run that is not written down, one of those that are counted.
    private mutating func run(_ state: State) throws(TallyError) -> End {
        guard runs < mostRuns else {
            throw TallyError(Statement("too-many-runs", [.number("most", mostRuns)]))
        }
        runs += 1
        var lines: Transcript?
        return try run(state, &lines)
    }

    /// Pays for one project after the other.
    private func run(_ state: State, _ lines: inout Transcript?) throws(TallyError) -> End {
        var run = try SharesRun(
            ballots, money, worths: worths, projects: projects, increases: state.increases)
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
                let taken =
                    left.count == 1
                    ? left[0] : state.choices.first(of: left) ?? harmless(left, cheapest, &run)
                guard let taken, let found = cheapest.first(where: { $0.project == taken }) else {
                    return .tie(state.choices.open(among: left))
                }
                if left.count > 1 {
                    lines?.add(Statement("shares-tie-taken", [.text("option", names[taken])]))
                }
                offer = found
            }
            lines?.addPayment(offer, run, names, money)
            run.pay(offer, of: cheapest)
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
        return .done(run)
    }

    /// One of the tied that is paid for whatever comes first, so that there is nothing to follow; nil when there
    /// is none.
    private func harmless(_ tied: [Int], _ cheapest: [SharesOffer], _ run: inout SharesRun) -> Int? {
        let independent = run.independent(of: cheapest.filter { tied.contains($0.project) })
        return tied.first(where: independent.contains)
    }
}
