extension BLT {
    /// Rankings as a file with which anybody can count again.
    ///
    /// Equal rankings are added up, and the lines stand in an order of their own
    /// (most ballots first, then by text). Weights that are not whole are written
    /// as decimals where they end, else as fractions.
    ///
    /// - Throws: ``TallyError`` when a sum of weights is too large to be written exactly.
    public static func text(
        of ballots: RankedBallots, seats: Int, title: String? = nil
    ) throws(TallyError) -> String {
        let groups = try GroupedBallots(ballots) { ranking in
            ranking.map { group in
                group.isEmpty ? "-" : group.map { String($0 + 1) }.joined(separator: "=")
            }.map { $0 + " " }.joined() + "0"
        }
        var lines = ["\(ballots.options.count) \(seats)"]
        lines += groups.groups.map { "\($0.votes.exact) \($0.ballot)" }
        lines.append("0")
        lines += ballots.options.map { "\"\($0.written(["\"": "'"]))\"" }
        if let title { lines.append("\"\(title.written(["\"": "'"]))\"") }
        return lines.joined(separator: "\n") + "\n"
    }
}
