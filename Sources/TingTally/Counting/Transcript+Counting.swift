extension Transcript {
    /// The first lines of every count: what is counted, and in which units.
    mutating func open(_ method: String, _ ballots: Ballots) {
        let options = Fact.number("options", ballots.options.count)
        guard ballots.unit != Fraction(1) else {
            let form = ballots.form == .ranking ? "ranked" : "scored"
            add(
                Statement(
                    "\(form)-ballots-counted",
                    [.term("method", method), .number("ballots", ballots.total), options]))
            return
        }
        add(
            Statement(
                "weighted-ballots-counted",
                [
                    .term("method", method), .number("units", ballots.total),
                    .fraction("unit", ballots.unit), options,
                ]))
    }

    /// The opening lines of every count over pairs.
    mutating func open(
        _ method: String, _ ballots: RankedBallots, _ matrix: PairwiseMatrix, _ unranked: Unranked
    ) {
        open(method, .ranked(ballots))
        add(Statement("unranked-\(unranked.rawValue)"))
        add(Statement("pairwise-matrix"), table: Table(of: ballots.options, matrix.rows))
        if let winner = matrix.condorcetWinner, ballots.options.count > 1 {
            add(Statement("beats-every-other", [.text("option", ballots.options[winner])]))
        }
    }

    /// A line for every place in an order of all options.
    mutating func add(places ranking: [[Int]], _ options: [String]) {
        for (place, group) in ranking.enumerated() {
            add(
                Statement(
                    group.count == 1 ? "place-taken" : "place-shared",
                    [.number("place", place + 1), .list("options", group.map { options[$0] })]))
        }
    }

    /// The last lines of a count that gives seats to options in their order.
    mutating func close(_ seating: Seating, _ options: [String]) {
        close(
            seating.winners, tied: seating.tied, seats: seating.seats, emptySeats: seating.emptySeats, options
        )
    }

    /// The last lines of every count: one winner, several, or a tie for the seats that are left; and the
    /// seats that stay empty.
    ///
    /// - Parameter emptySeats: Seats that nobody takes or is tied for; left out, those beyond the winners.
    mutating func close(
        _ winners: [Int], tied: [Int], seats: Int, emptySeats: Int? = nil, _ options: [String]
    ) {
        let emptySeats = emptySeats ?? max(0, seats - winners.count)
        let names = Fact.list("options", winners.map { options[$0] })
        if !tied.isEmpty {
            let left = seats - emptySeats - (winners.count - tied.count)
            add(
                Statement(
                    winners.count == tied.count ? "winners-tied" : "last-seats-tied",
                    [
                        .list("options", tied.map { options[$0] }), .number("seats", left),
                        .list("elected", winners.filter { !tied.contains($0) }.map { options[$0] }),
                    ]))
        } else if let winner = winners.first, winners.count == 1 {
            add(Statement("winner", [.text("option", options[winner])]))
        } else {
            add(Statement(winners.isEmpty ? "nobody-wins" : "winners", [names]))
        }
        guard emptySeats > 0, !winners.isEmpty else { return }
        add(
            Statement(
                winners.count == options.count && seats > options.count && emptySeats == seats - options.count
                    ? "seats-beyond-options" : "seats-stay-empty",
                [
                    .number("empty", emptySeats), .number("seats", seats),
                    .number("options", options.count),
                ]))
    }
}
