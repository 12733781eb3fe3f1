extension BallotFile {
    /// The ballots as a file of another format: whoever reads it counts the same.
    ///
    /// - Parameter seats: How many are to be elected, where the format says it; left out, what this file says.
    /// - Throws: ``TallyError`` for ballots that the format cannot hold: `format-for-rankings` and
    ///   `format-for-scores` for the other form, `budget-needed` for Pabulib without costs, and what each
    ///   format refuses.
    public func text(as format: Format, seats: Int? = nil) throws(TallyError) -> String {
        switch (format, ballots) {
        case (.abif, .ranked(let ballots)):
            return try ABIF.text(of: ballots, title: title, electorate: electorate)
        case (.abif, .scored(let ballots)):
            return try ABIF.text(of: ballots, title: title, electorate: electorate)
        case (.blt, .ranked(let ballots)):
            return try BLT.text(of: ballots, seats: seats ?? self.seats ?? 1, title: title)
        case (.prefLib, .ranked(let ballots)): return try PrefLib.text(of: ballots, title: title)
        case (.csv, .ranked(let ballots)): return try CSVBallots.text(of: ballots)
        case (.csvScores, .scored(let ballots)): return try CSVBallots.text(of: ballots)
        case (.pabulib, .scored(let ballots)):
            guard let budget else {
                throw TallyError(Statement("budget-needed", [.term("method", format.rawValue)]))
            }
            return try Pabulib.text(of: ballots, tokens: tokens, budget: budget, title: title)
        case (_, .ranked):
            throw TallyError(Statement("format-for-scores", [.text("format", format.rawValue)]))
        case (_, .scored):
            throw TallyError(Statement("format-for-rankings", [.text("format", format.rawValue)]))
        }
    }
}
