public import TingTally

/// The quorum of all ballots over options, which is asked before they are counted.
extension RuleDefinition {
    /// The quorum of all ballots for one vote; nil when none is asked.
    ///
    /// - Throws: ``FormulaError`` when a formula has no exact value.
    public func ballotQuorum(
        touching subjects: [String], members: Int, in workflow: Workflow
    ) throws -> Quorum? {
        guard let demand = counted?.quorum?.value(touching: subjects) else { return nil }
        let quorum = try quorum(demand, members: members, in: workflow)
        // Ballots over options are not told apart: each is counted as an abstention.
        return Quorum(need: quorum.need, counting: [.abstain], neverFewerThan: quorum.neverFewerThan)
    }

    /// Whether as many ballots were cast as the rule asks; true when it asks for none.
    ///
    /// - Parameters:
    ///   - cast: What the ballots weigh together, in votes.
    ///   - transcript: Where the numbers and the comparison are written.
    /// - Throws: ``TallyError`` `more-ballots-than-eligible`, `arithmetic-overflow`; ``FormulaError``
    ///   when a formula has no exact value.
    public func hasBallotQuorum(
        of cast: Fraction, touching subjects: [String], members: Int, in workflow: Workflow,
        writing transcript: inout Transcript
    ) throws -> Bool {
        guard let quorum = try ballotQuorum(touching: subjects, members: members, in: workflow) else {
            return true
        }
        let progress = try quorum.progress(
            of: ChoiceCount(
                weighted: [WeightedChoice(.abstain, weight: cast)], eligible: Fraction(members)))
        for statement in progress.transcript.statements {
            // These sentences name no sort of ballots, since there is only one.
            let code = "ballot-" + statement.code
            transcript.add(Statement(code, statement.facts.filter { $0.name != "counting" }))
        }
        return progress.isMet
    }
}
