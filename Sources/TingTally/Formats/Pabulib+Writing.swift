extension Pabulib {
    /// Scores, costs and a budget as a file with which anybody can count again.
    ///
    /// Ballots of one weight are a row each, in an order of their own (most of a
    /// kind first, then by text); where votes have parts, equal ones are added up
    /// in a column `weight`. Ballots that only approve become `approval`, all
    /// others `scoring`, where a project that a ballot leaves out has 0 points.
    ///
    /// - Parameters:
    ///   - tokens: The short names of the projects, one each.
    ///   - budget: What they cost and how much there is to spend.
    /// - Throws: ``TallyError`` `tokens-do-not-fit`, `score-below-lowest`, `budget-of-other-options`,
    ///   `weight-not-decimal` for thirds of votes.
    public static func text(
        of ballots: ScoredBallots, tokens: [String], budget: Budget, title: String? = nil
    ) throws(TallyError) -> String {
        guard tokens.count == ballots.options.count, Set(tokens).count == tokens.count,
            tokens.allSatisfy({ !$0.isEmpty && !$0.contains { ";,\"".contains($0) || $0.isNewline } })
        else { throw TallyError(Statement("tokens-do-not-fit")) }
        guard budget.costs.count == tokens.count else {
            throw TallyError(
                Statement(
                    "budget-of-other-options",
                    [.number("costs", budget.costs.count), .number("options", tokens.count)]))
        }
        try ballots.check(lowest: 0, highest: nil)
        let isApproval = (0..<ballots.rowCount).allSatisfy { row in
            ballots.options.indices.allSatisfy { (ballots.score(ofRow: row, option: $0) ?? 1) == 1 }
        }
        let groups = try GroupedBallots(ballots) { scores in
            let given = scores.indices.filter { scores[$0] != nil }
            let vote = given.map { tokens[$0] }.joined(separator: ",")
            guard !isApproval else { return vote }
            return vote + ";" + given.map { String(scores[$0] ?? 0) }.joined(separator: ",")
        }
        let isWeighted = !groups.groups.allSatisfy(\.votes.isWhole)
        if let other = groups.groups.map(\.votes).first(where: { $0.decimal == nil }) {
            throw TallyError(Statement("weight-not-decimal", [.fraction("weight", other)]))
        }
        let rows =
            isWeighted
            ? groups.groups.map { "\($0.ballot);\($0.votes.exact)" }
            : groups.groups.flatMap { Array(repeating: $0.ballot, count: $0.votes.numerator) }
        var lines = ["META", "key;value"]
        if let title { lines.append("description;" + title.written()) }
        lines += [
            "num_projects;\(tokens.count)", "num_votes;\(rows.count)", "budget;\(budget.limit.exact)",
            "vote_type;\(isApproval ? "approval" : "scoring")",
        ]
        if !isApproval { lines.append("default_score;0") }
        if budget.leastSum > 0 { lines.append("min_project_score_threshold;\(budget.leastSum)") }
        lines += ["PROJECTS", "project_id;cost;name"]
        for (place, token) in tokens.enumerated() {
            let name = ballots.options[place].written().replacing("\"", with: "\"\"")
            lines.append("\(token);\(budget.costs[place].exact);\"\(name)\"")
        }
        let columns = ["voter_id", "vote"] + (isApproval ? [] : ["points"]) + (isWeighted ? ["weight"] : [])
        lines += ["VOTES", columns.joined(separator: ";")]
        lines += rows.enumerated().map { "\($0 + 1);\($1)" }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Fraction {
    /// The number as files of ballots write it: a decimal where it ends and all its digits are read back,
    /// else a fraction.
    var exact: String {
        decimal.flatMap { $0.utf8.count <= Fraction.mostDigits ? $0 : nil } ?? description
    }
}
