extension CSVBallots {
    /// Rankings as a spreadsheet reads them: a column `count`, and a column of ranks for each option.
    ///
    /// Equal rankings are added up, and the rows stand in an order of their own
    /// (most ballots first, then by text).
    ///
    /// - Throws: ``TallyError`` `csv-name-of-column`, `csv-name-like-formula`, `csv-name-not-written`,
    ///   `csv-ranks-not-written` for ranks beyond the number of options.
    public static func text(of ballots: RankedBallots) throws(TallyError) -> String {
        let count = ballots.options.count
        var isBeyond = false
        let groups = try GroupedBallots(ballots) { ranking in
            isBeyond = isBeyond || ranking.count > count
            var cells = Array(repeating: "", count: count)
            for (rank, group) in ranking.enumerated() {
                for option in group { cells[option] = String(rank + 1) }
            }
            return cells.joined(separator: ",")
        }
        guard !isBeyond else {
            throw TallyError(Statement("csv-ranks-not-written", [.number("options", count)]))
        }
        return try text(groups, ballots.options)
    }

    /// Scores as a spreadsheet reads them: a column `count`, and a column of scores for each option.
    ///
    /// - Throws: ``TallyError`` as for rankings.
    public static func text(of ballots: ScoredBallots) throws(TallyError) -> String {
        let groups = try GroupedBallots(ballots) { scores in
            scores.map { $0.map(String.init) ?? "" }.joined(separator: ",")
        }
        return try text(groups, ballots.options)
    }

    private static func text(_ groups: GroupedBallots, _ options: [String]) throws(TallyError) -> String {
        var header = ["count"]
        for option in options { header.append(try heading(option)) }
        let rows = groups.groups.map { "\($0.votes.exact),\($0.ballot)" }
        return ([header.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    /// The heading of an option's column, in quotation marks where it needs them.
    private static func heading(_ option: String) throws(TallyError) -> String {
        let fact = [Fact.text("option", option)]
        let name = option.written()
        guard name == option, !name.contains(where: \.isNewline) else {
            throw TallyError(Statement("csv-name-not-written", fact))
        }
        guard !CSVColumns.isTaken(name) else { throw TallyError(Statement("csv-name-of-column", fact)) }
        // A spreadsheet runs a cell that begins so.
        guard let first = name.first, !"=+-@".contains(first) else {
            throw TallyError(Statement("csv-name-like-formula", fact))
        }
        let isPlain = !name.contains { ",;\t\"".contains($0) } && name.first != " " && name.last != " "
        return isPlain ? name : "\"\(name.replacing("\"", with: "\"\""))\""
    }
}
