extension BallotFile {
    /// The counts of a file whose options are yes, no, abstain, blank and invalid.
    ///
    /// The options may be any of these, in any case, by token or by name; each
    /// ballot chooses exactly one.
    ///
    /// - Parameter eligible: How many could have voted; nil takes what the file says.
    /// - Throws: ``BallotFileError`` `not-a-choice`, `one-choice-each`, `electorate-not-stated`,
    ///   `more-ballots-than-eligible`.
    public func yesNoBallots(eligible: Int? = nil) throws(BallotFileError) -> YesNoBallots {
        var choices: [Choice] = []
        for (token, name) in zip(tokens, ballots.options) {
            guard
                let choice = Choice(rawValue: token.lowercased())
                    ?? Choice(rawValue: name.lowercased())
            else {
                throw BallotFileError(line: 1, Statement("not-a-choice", [.text("option", name)]))
            }
            choices.append(choice)
        }
        // Nobody is taken for the whole electorate: a quorum of those who voted would always be met.
        guard let eligible = eligible ?? electorate else {
            throw BallotFileError(line: 1, Statement("electorate-not-stated"))
        }
        var row = 0
        do {
            let ballots = try ballots.ranked()
            // Counted in the parts that weights come in: of weights in units of 3/2, in halves.
            let (size, parts) = (ballots.unit.numerator, ballots.unit.denominator)
            var counts = try ChoiceCount(
                eligible: product(eligible, parts), unit: Fraction(1, parts))
            while row < ballots.rowCount {
                let line = rowLines[row]
                let weight = try product(ballots.weight(ofRow: row), size)
                let chosen = ballots.ranking(ofRow: row).joined()
                guard let option = chosen.first, chosen.count == 1 else {
                    throw BallotFileError(line: line, Statement("one-choice-each"))
                }
                try counts.add(weight, to: choices[option])
                row += 1
            }
            return YesNoBallots(whole: counts)
        } catch let error as BallotFileError {
            throw error
        } catch let error as TallyError {
            throw BallotFileError(line: row < rowLines.count ? rowLines[row] : 1, error.statement)
        } catch {
            throw BallotFileError(line: 1, Statement("count-overflow"))
        }
    }
}

/// A product, or the error that it is too large.
private func product(_ left: Int, _ right: Int) throws(TallyError) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw TallyError(Statement("count-overflow")) }
    return product
}
