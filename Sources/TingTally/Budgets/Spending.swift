/// One way in which a budget can be spent, with the lines that say how.
struct Spending {
    /// What is paid for, in the order in which it was decided.
    private(set) var funded: [Int] = []
    /// What is left.
    private(set) var left: Int
    /// What came from a reserve outside the budget, and for what.
    private(set) var fromReserve = 0
    private(set) var helped: Int?
    /// Whether nothing more is paid for.
    var isOver = false
    /// The lines since the ways parted.
    var lines = Transcript()

    /// Nothing is spent yet.
    init(limit: Int) { left = limit }

    /// Pays for an option from the budget.
    mutating func pay(_ option: Int, _ cost: Int) {
        funded.append(option)
        left -= cost
    }

    /// Pays for an option with all that is left, and takes the rest from a reserve.
    mutating func payWithReserve(_ option: Int, _ cost: Int) {
        funded.append(option)
        fromReserve += cost - left
        helped = option
        left = 0
    }

    /// Whether another way comes to the same, whatever is still to come.
    func isSame(as other: Spending) -> Bool {
        left == other.left && isOver == other.isOver && fromReserve == other.fromReserve
            && Set(funded) == Set(other.funded)
    }

    /// Writes down the last line, and makes sure that every part of the budget is accounted for.
    ///
    /// - Throws: ``TallyError`` `budget-not-conserved`, which would be a fault of this program.
    mutating func close(_ money: Money, _ names: [String]) throws(TallyError) {
        let spent = money.cost(of: funded)
        guard left >= 0, spent - fromReserve + left == money.limit else {
            throw TallyError(
                Statement(
                    "budget-not-conserved",
                    [money.fact("spent", spent), money.fact("left", left), money.fact("limit", money.limit)]))
        }
        var facts = [
            money.fact("spent", spent - fromReserve), money.fact("left", left),
            money.fact("limit", money.limit), money.fact("reserve", fromReserve),
        ]
        if let helped { facts.append(.text("option", names[helped])) }
        lines.add(Statement(helped == nil ? "budget-spent" : "budget-spent-with-reserve", facts))
    }
}

extension ScoredBallots {
    /// How many ways of breaking ties a transcript shows in full.
    private static let mostWaysShown = 20

    /// The tally of a budget that can be spent in these ways.
    ///
    /// The winners are all that is paid for in some way; tied are those of them
    /// that are not in every way. Where there are more ways than are followed,
    /// the ways are those up to there, and what is undecided is tied too.
    ///
    /// - Parameter seats: How many could win, where that is set; else as many as are paid for.
    /// - Throws: ``TallyError`` `budget-not-conserved`.
    func tally(
        _ method: String, _ ways: [Spending], undecided: [Int], _ money: Money, _ lines: Transcript,
        seats: Int? = nil
    ) throws(TallyError) -> Tally {
        var transcript = lines
        var outcomes = Outcomes()
        for (place, way) in ways.enumerated() {
            var way = way
            let lines = way.lines
            try way.close(money, options)
            outcomes.add(way.funded)
            if !undecided.isEmpty {
                if ways.count == 1 { transcript.add(lines) }
            } else if ways.count == 1 {
                transcript.add(way.lines)
            } else if place < Self.mostWaysShown {
                transcript.add(
                    Statement(
                        "budget-way",
                        [.number("way", place + 1), .list("options", way.funded.map { options[$0] })]))
                transcript.add(way.lines, indentedBy: 1)
            }
        }
        if !undecided.isEmpty {
            transcript.add(
                Statement(
                    "budget-too-many-ways",
                    [.list("options", undecided.map { options[$0] }), .number("most", Outcomes.most)]))
        } else if ways.count > Self.mostWaysShown {
            transcript.add(Statement("budget-more-ways", [.number("ways", ways.count)]))
        }
        let tied = Set(outcomes.tied).union(undecided).sorted()
        let winners = outcomes.certain + tied
        let certain = Fact.list("options", outcomes.certain.map { options[$0] })
        if winners.isEmpty {
            transcript.add(Statement("nothing-funded"))
        } else if tied.isEmpty {
            transcript.add(Statement("funded", [certain]))
        } else {
            let code = outcomes.certain.isEmpty ? "funded-tied" : "funded-some-tied"
            transcript.add(Statement(code, [certain, .list("tied", tied.map { options[$0] })]))
        }
        let number = seats ?? max(1, outcomes.seats)
        return Tally(
            method: method, ballots: total, options: options, seats: number, winners: winners, tied: tied,
            emptySeats: tied.isEmpty ? nil : max(0, number - outcomes.seats),
            ranking: outcomes.places + (tied.isEmpty ? [] : [tied]), transcript: transcript)
    }
}
