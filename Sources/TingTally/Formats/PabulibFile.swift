/// The three sections, once taken apart.
struct PabulibFile {
    let meta: PabulibMeta
    let projects: PabulibTable
    let votes: PabulibTable

    func ballotFile() throws(BallotFileError) -> BallotFile {
        let ids = try projectIds()
        try compare("num_projects", projects, "pabulib-projects-differ")
        try compare("num_votes", votes, "pabulib-votes-differ")
        var costs: [Fraction] = []
        for row in projects.rows { costs.append(try projects.amount("cost", in: row)) }
        let budget = Budget(
            limit: try meta.budget(), costs: costs,
            leastSum: try meta.amount("min_project_score_threshold")?.ceiling ?? 0)
        let reader = try PabulibVotes(votes, meta: meta, ids: ids)
        let box = try reader.ballots(names: names(ids), line: projects.line)
        let title = meta["description"].flatMap { $0.isEmpty ? nil : $0 }
        return BallotFile(
            title: title, tokens: ids, ballots: .scored(box), budget: budget,
            isKnownByTokens: true, variants: Pabulib.variants(ofRule: meta["rule"] ?? ""),
            rowLines: RowLines(votes.rows.map(\.line)))
    }

    /// The short names of the projects, each once.
    private func projectIds() throws(BallotFileError) -> [String] {
        var ids: [String] = []
        var seen: Set<String> = []
        for row in projects.rows {
            let id = try projects.field("project_id", in: row)
            guard !id.isEmpty else { throw BallotFileError(line: row.line, Statement("option-without-name")) }
            guard seen.insert(id).inserted else {
                throw BallotFileError(line: row.line, Statement("option-named-twice", [.text("option", id)]))
            }
            ids.append(id)
        }
        return ids
    }

    /// The full names; projects of one name are told apart by their short names.
    private func names(_ ids: [String]) -> [String] {
        let given = zip(ids, projects.rows).map { id, row in
            projects.optional("name", in: row).flatMap { $0.isEmpty ? nil : $0 } ?? id
        }
        var counts: [String: Int] = [:]
        for name in given + ids { counts[name, default: 0] += 1 }
        return zip(ids, given).map { id, name in
            name == id || counts[name] == 1 ? name : "\(name) (\(id))"
        }
    }

    /// Refuses a section with other rows than the file says.
    private func compare(_ key: String, _ table: PabulibTable, _ code: String) throws(BallotFileError) {
        guard let stated = try meta.amount(key), stated != Fraction(table.rows.count) else { return }
        throw BallotFileError(
            line: meta.line(of: key),
            Statement(code, [.fraction("stated", stated), .number("found", table.rows.count)]))
    }
}
