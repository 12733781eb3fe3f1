extension PrefLib {
    /// The narrowest type of file that holds these ballots; it is the ending of the file's name too.
    ///
    /// - Complexity: O(rows × options).
    public static func order(of ballots: RankedBallots) -> Order {
        var isComplete = true
        for row in 0..<ballots.rowCount where isComplete {
            isComplete = ballots.options.indices.allSatisfy {
                ballots.rank(ofRow: row, option: $0) != RankedBallots.unranked
            }
        }
        if ballots.hasEqualRanks { return isComplete ? .toc : .toi }
        return isComplete ? .soc : .soi
    }

    /// Rankings as a file in today's form.
    ///
    /// Equal rankings are added up, and the lines stand in an order of their own
    /// (most ballots first, then by text). Dates are left empty. Ballots that rank
    /// nothing are a line with a count and no option, which the format does not
    /// foresee and this reader takes.
    ///
    /// - Parameter fileName: The name under which the file is kept.
    /// - Throws: ``TallyError`` `skipped-ranks-not-written`, `weights-not-written`.
    public static func text(
        of ballots: RankedBallots, title: String? = nil, fileName: String = ""
    ) throws(TallyError) -> String {
        try ballots.checkNoSkippedRanks()
        let groups = try GroupedBallots(ballots) { ranking in
            ranking.map { group in
                let numbers = group.map { String($0 + 1) }.joined(separator: ",")
                return group.count == 1 ? numbers : "{\(numbers)}"
            }.joined(separator: ",")
        }
        try groups.checkWhole()
        let head: [(key: String, value: String)] = [
            ("FILE NAME", fileName.written()), ("TITLE", (title ?? "").written()), ("DESCRIPTION", ""),
            ("DATA TYPE", order(of: ballots).rawValue), ("MODIFICATION TYPE", "original"),
            ("RELATES TO", ""), ("RELATED FILES", ""), ("PUBLICATION DATE", ""), ("MODIFICATION DATE", ""),
            ("NUMBER ALTERNATIVES", String(ballots.options.count)),
            ("NUMBER VOTERS", String(groups.total.numerator)),
            ("NUMBER UNIQUE ORDERS", String(groups.groups.count)),
        ]
        let names = ballots.options.enumerated().map { option, name in
            (key: "ALTERNATIVE NAME \(option + 1)", value: name.written())
        }
        var lines = (head + names).map { $0.value.isEmpty ? "# \($0.key):" : "# \($0.key): \($0.value)" }
        lines += groups.groups.map { "\($0.votes.numerator): \($0.ballot)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
