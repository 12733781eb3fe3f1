extension Transcript {
    /// The opening lines of every count over pairs.
    mutating func open(
        _ method: String, _ ballots: RankedBallots, _ matrix: PairwiseMatrix, _ unranked: Unranked
    ) {
        add(
            Statement(
                "ranked-ballots-counted",
                [
                    .term("method", method), .number("ballots", ballots.total),
                    .number("options", ballots.options.count),
                ]))
        add(Statement("unranked-\(unranked.rawValue)"))
        add(Statement("pairwise-matrix"), table: Table(headings: ballots.options, rows: matrix.rows))
        if let winner = matrix.condorcetWinner, ballots.options.count > 1 {
            add(Statement("beats-every-other", [.text("option", ballots.options[winner])]))
        }
    }

    /// The last line of every count.
    mutating func close(_ winners: [Int], _ options: [String]) {
        if let winner = winners.first, winners.count == 1 {
            add(Statement("winner", [.text("option", options[winner])]))
        } else {
            add(Statement("winners-tied", [.list("options", winners.map { options[$0] })]))
        }
    }
}
