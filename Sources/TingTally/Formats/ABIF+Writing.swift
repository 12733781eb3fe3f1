extension ABIF {
    /// Ballots as a file with which anybody can count again.
    ///
    /// Equal rankings are added up, and the lines stand in an order of their own
    /// (most ballots first, then by text): nothing is left of the order in which
    /// ballots came in.
    ///
    /// - Parameter tokens: The short names, one an option; nil makes `C1`, `C2` and so on.
    /// - Throws: ``TallyError`` `tokens-do-not-fit` when there is not one token an option.
    public static func text(
        of ballots: RankedBallots, title: String? = nil, tokens: [String]? = nil, electorate: Int? = nil
    ) throws(TallyError) -> String {
        let tokens = tokens ?? ballots.options.indices.map { "C\($0 + 1)" }
        guard tokens.count == ballots.options.count, Set(tokens).count == tokens.count,
            tokens.allSatisfy(isToken)
        else { throw TallyError(Statement("tokens-do-not-fit")) }
        var groups: [String: Int] = [:]
        for row in 0..<ballots.rowCount {
            let weight = ballots.weight(ofRow: row)
            let places = ballots.ranking(ofRow: row).map { group in
                group.map { tokens[$0] }.joined(separator: "=")
            }
            groups[places.joined(separator: ">"), default: 0] += weight  // at most the checked total
        }
        var lines = head(title: title, type: "ranked", count: ballots.total, electorate: electorate)
        lines += zip(tokens, ballots.options).map { "=\($0):[\(plain($1))]" }
        lines += groups.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value):\($0.key)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The counts of a yes-or-no vote as a file with which anybody can count again.
    public static func text(of counts: ChoiceCount, title: String? = nil) -> String {
        var lines = head(
            title: title, type: "choose_one", count: counts.received, electorate: counts.eligible)
        lines += Choice.allCases.map { "=\($0.rawValue):[\($0.rawValue)]" }
        lines += Choice.allCases.filter { counts[$0] > 0 }.map { "\(counts[$0]):\($0.rawValue)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The metadata lines.
    private static func head(title: String?, type: String, count: Int, electorate: Int?) -> [String] {
        var lines = [#"{"version": "0.1"}"#]
        if let title {
            let quoted = plain(title).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            lines.append("{\"title\": \"\(quoted)\"}")
        }
        lines.append("{\"ballot_type\": \"\(type)\"}")
        lines.append("{\"ballotcount\": \(count)}")
        if let electorate { lines.append("{\"electorate\": \(electorate)}") }
        return lines
    }

    /// A name without what would end it early in a line: brackets round, control characters as spaces.
    private static func plain(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case "[": scalars.append("(")
            case "]": scalars.append(")")
            default: scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
            }
        }
        return String(scalars)
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
