extension RankedBallots {
    /// The same ballots in units of which a whole number makes one vote: of units of 3/2, in halves.
    ///
    /// - Returns: The ballots, and how many of these units make one of the old.
    /// - Throws: ``TallyError`` `count-overflow`.
    /// - Complexity: O(1) where that is so already, as with all ballots that are read from a file; else
    ///   O(rows × options).
    func inPartsOfOneVote() throws(TallyError) -> (ballots: RankedBallots, parts: Int) {
        let parts = unit.numerator
        guard parts != 1 else { return (self, 1) }
        let smaller: Fraction
        do { smaller = try Fraction(1, unit.denominator) } catch { throw TallyError(error) }
        var ballots = try RankedBallots(options: options, unit: smaller)
        for row in 0..<rowCount {
            let (weight, overflow) = weight(ofRow: row).multipliedReportingOverflow(by: parts)
            guard !overflow else { throw TallyError(Statement("count-overflow")) }
            try ballots.append(ranking: ranking(ofRow: row), weight: weight)
        }
        return (ballots, parts)
    }
}
