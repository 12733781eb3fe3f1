extension Transcript {
    /// The lines about unusual ballots, as far as there are any.
    mutating func add(_ rules: BallotRules, of ballots: RankedBallots, invalid: Int) {
        if ballots.hasEqualRanks {
            add(Statement("equal-ranks-\((rules.overvotes ?? .exhaust).rawValue)"))
        }
        if let most = rules.mostSkippedRanks {
            add(Statement("skipped-ranks-limit", [.number("most", most)]))
        }
        if let most = rules.mostRanks { add(Statement("ranks-counted", [.number("most", most)])) }
        if rules.mustRankAll { add(Statement("ballots-not-complete", [.number("count", invalid)])) }
    }
}
