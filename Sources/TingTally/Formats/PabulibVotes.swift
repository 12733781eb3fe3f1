/// Reads the votes of a Pabulib file.
struct PabulibVotes {
    /// The kinds of votes, by `vote_type`.
    private enum Kind: String, CaseIterable {
        case approval
        case chooseOne = "choose-1"
        case cumulative
        case scoring
        case ordinal
    }

    private let table: PabulibTable
    private let kind: Kind
    private let places: [String: Int]
    private let ids: [String]
    /// What a project has that a ballot leaves out; 0 unless the file says otherwise.
    private let defaultScore: Int
    /// The points of the first project on a ballot that ranks.
    private let firstPoints: Int

    /// - Throws: ``BallotFileError`` `pabulib-key-missing`, `pabulib-vote-type-unknown`,
    ///   `pabulib-scoring-unknown`, `pabulib-number-expected`.
    init(_ table: PabulibTable, meta: PabulibMeta, ids: [String]) throws(BallotFileError) {
        guard let name = meta["vote_type"] else {
            throw BallotFileError(
                line: meta.line(of: "vote_type"),
                Statement("pabulib-key-missing", [.text("key", "vote_type")]))
        }
        guard let kind = Kind(rawValue: name.lowercased()) else {
            throw BallotFileError(
                line: meta.line(of: "vote_type"),
                Statement(
                    "pabulib-vote-type-unknown",
                    [.text("found", name), .list("known", Kind.allCases.map(\.rawValue))]))
        }
        if kind == .ordinal, let function = meta["scoring_fn"],
            !["", "borda"].contains(function.lowercased())
        {
            throw BallotFileError(
                line: meta.line(of: "scoring_fn"),
                Statement("pabulib-scoring-unknown", [.text("found", function)]))
        }
        self.table = table
        self.kind = kind
        self.ids = ids
        places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
        let given = kind == .scoring ? meta["default_score"] ?? "" : ""
        defaultScore =
            given.isEmpty
            ? 0 : try Self.points(given, "default_score", line: meta.line(of: "default_score"))
        if kind == .ordinal {
            let longest =
                table.rows.map { row in Self.list(table.optional("vote", in: row) ?? "").count }.max() ?? 0
            let most = try meta.amount("max_length")?.floor ?? longest
            firstPoints = max(most, longest)
        } else {
            firstPoints = 1
        }
    }

    /// All ballots, in the order of the file.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    func ballots(names: [String], line: Int) throws(BallotFileError) -> ScoredBallots {
        var weights: [Fraction] = []
        var parts = 1
        if table.columns.contains("weight") {
            for row in table.rows {
                let weight = try table.amount("weight", in: row)
                guard weight > Fraction(0) else {
                    throw BallotFileError(line: row.line, Statement("pabulib-weight-not-positive"))
                }
                let common = greatestCommonDivisor(UInt128(parts), UInt128(weight.denominator))
                let (next, overflow) = parts.multipliedReportingOverflow(by: weight.denominator / Int(common))
                guard !overflow else {
                    throw BallotFileError(line: row.line, ArithmeticError.overflow.statement)
                }
                parts = next
                weights.append(weight)
            }
        }
        var box: ScoredBallots
        do { box = try ScoredBallots(options: names, unit: Fraction(1, parts)) } catch let error as TallyError
        {
            throw BallotFileError(line: line, error.statement)
        } catch { throw BallotFileError(line: line, ArithmeticError.overflow.statement) }
        box.reserveCapacity(table.rows.count)
        for (place, row) in table.rows.enumerated() {
            let scores = try scores(in: row)
            do {
                let weight = weights.isEmpty ? Fraction(1) : try weights[place] * Fraction(parts)
                try box.append(scores: scores, weight: weight.floor)
            } catch let error as TallyError {
                throw BallotFileError(line: row.line, error.statement)
            } catch { throw BallotFileError(line: row.line, ArithmeticError.overflow.statement) }
        }
        return box
    }

    /// What one ballot gives.
    private func scores(in row: PabulibTable.Row) throws(BallotFileError) -> [(option: Int, score: Int)] {
        let named = Self.list(try table.field("vote", in: row))
        var scores: [(option: Int, score: Int)] = []
        var seen: Set<Int> = []
        for id in named {
            guard let place = places[id] else {
                throw BallotFileError(line: row.line, .unknownOption(id, among: ids))
            }
            guard seen.insert(place).inserted else {
                throw BallotFileError(line: row.line, Statement("option-scored-twice", [.text("option", id)]))
            }
            scores.append((place, firstPoints))
        }
        switch kind {
        case .approval: break
        case .chooseOne:
            guard scores.count < 2 else {
                throw BallotFileError(line: row.line, Statement("one-choice-each"))
            }
        case .ordinal:
            for place in scores.indices { scores[place].score = firstPoints - place }
        case .cumulative, .scoring:
            let points = Self.list(try table.field("points", in: row))
            guard points.count == scores.count else {
                throw BallotFileError(
                    line: row.line,
                    Statement(
                        "pabulib-points-differ",
                        [.number("projects", scores.count), .number("points", points.count)]))
            }
            for (place, text) in points.enumerated() {
                scores[place].score = try Self.points(text, "points", line: row.line)
            }
            if defaultScore != 0 {
                scores += ids.indices.filter { !seen.contains($0) }.map { ($0, defaultScore) }
            }
        }
        return scores
    }

    /// The parts of a list; an empty field has none.
    private static func list(_ text: String) -> [String] {
        let bytes = Array(text.utf8)[...]
        if bytes.trimmed.isEmpty { return [] }
        return bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.trimmed.text)
    }

    /// Points as a whole number, with a sign where there is one.
    private static func points(_ text: String, _ key: String, line: Int) throws(BallotFileError) -> Int {
        let isNegative = text.hasPrefix("-")
        let amount = try PabulibTable.amount(isNegative ? String(text.dropFirst()) : text, key, line: line)
        guard amount.isWhole else {
            throw BallotFileError(
                line: line, Statement("pabulib-number-expected", [.text("key", key), .text("found", text)]))
        }
        return isNegative ? -amount.floor : amount.floor
    }
}
