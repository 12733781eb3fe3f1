extension ABIF {
    /// Rankings as a file with which anybody can count again.
    ///
    /// Equal rankings are added up, and the lines stand in an order of their own
    /// (most ballots first, then by text): nothing is left of the order in which
    /// ballots came in.
    ///
    /// - Parameter tokens: The short names, one an option; nil makes `C1`, `C2` and so on.
    /// - Throws: ``TallyError`` `tokens-do-not-fit` when there is not one token an option,
    ///   `skipped-ranks-not-written`, `weights-not-written`.
    public static func text(
        of ballots: RankedBallots, title: String? = nil, tokens: [String]? = nil, electorate: Int? = nil
    ) throws(TallyError) -> String {
        let tokens = try fitting(tokens, ballots.options)
        try ballots.checkNoSkippedRanks()
        let groups = try GroupedBallots(ballots) { ranking in
            ranking.map { group in group.map { tokens[$0] }.joined(separator: "=") }.joined(separator: ">")
        }
        return try text(
            groups, type: "ranked", title: title, tokens: tokens, names: ballots.options,
            electorate: electorate)
    }

    /// Scores as a file with which anybody can count again; as for rankings.
    ///
    /// - Parameter tokens: The short names, one an option; nil makes `C1`, `C2` and so on.
    /// - Throws: ``TallyError`` `tokens-do-not-fit`, `weights-not-written`.
    public static func text(
        of ballots: ScoredBallots, title: String? = nil, tokens: [String]? = nil, electorate: Int? = nil
    ) throws(TallyError) -> String {
        let tokens = try fitting(tokens, ballots.options)
        let groups = try GroupedBallots(ballots) { scores in
            zip(tokens, scores).compactMap { token, score in score.map { "\(token)/\($0)" } }
                .joined(separator: ",")
        }
        return try text(
            groups, type: "rated", title: title, tokens: tokens, names: ballots.options,
            electorate: electorate)
    }

    /// The counts of a yes-or-no vote as a file with which anybody can count again.
    public static func text(of counts: ChoiceCount, title: String? = nil) -> String {
        var lines = head(
            title: title, type: "choose_one", count: counts.received, electorate: counts.eligible)
        lines += Choice.allCases.map { "=\($0.rawValue):[\($0.rawValue)]" }
        lines += Choice.allCases.filter { counts[$0] > 0 }.map { "\(counts[$0]):\($0.rawValue)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(
        _ groups: GroupedBallots, type: String, title: String?, tokens: [String], names: [String],
        electorate: Int?
    ) throws(TallyError) -> String {
        try groups.checkWhole()
        var lines = head(title: title, type: type, count: groups.total.numerator, electorate: electorate)
        lines += zip(tokens, names).map { "=\($0):[\($1.written(brackets))]" }
        lines += groups.groups.map { "\($0.votes.numerator):\($0.ballot)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands for the brackets that would end a name early.
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["[": "(", "]": ")"]

    /// The tokens given or made up.
    private static func fitting(_ tokens: [String]?, _ options: [String]) throws(TallyError) -> [String] {
        let tokens = tokens ?? options.indices.map { "C\($0 + 1)" }
        guard tokens.count == options.count, Set(tokens).count == tokens.count, tokens.allSatisfy(isToken)
        else { throw TallyError(Statement("tokens-do-not-fit")) }
        return tokens
    }

    /// The metadata lines.
    private static func head(title: String?, type: String, count: Int, electorate: Int?) -> [String] {
        var lines = [#"{"version": "0.1"}"#]
        if let title {
            let quoted = title.written(brackets).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            lines.append("{\"title\": \"\(quoted)\"}")
        }
        lines.append("{\"ballot_type\": \"\(type)\"}")
        lines.append("{\"ballotcount\": \(count)}")
        if let electorate { lines.append("{\"electorate\": \(electorate)}") }
        return lines
    }

    /// Whether a short name can stand without brackets.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                $0.isDigit || $0 == UInt8(ascii: "_")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
            }
    }
}
