/// The Pabulib format of participatory budgets: sections META, PROJECTS and VOTES of fields divided by `;`.
///
/// The ballots come out as scores. By `vote_type`: `approval` and `choose-1`
/// give 1 to each project named; `cumulative` and `scoring` give the points of
/// the column `points`, and `default_score` to what a ballot leaves out;
/// `ordinal` gives Borda points, as Pabulib does unless told otherwise:
/// `max_length` to the first project, one less to each after it, where without
/// `max_length` the longest ballot of the file is taken.
///
/// An empty vote is a ballot without scores. A column `weight` says how much a
/// ballot counts. `min_project_score_threshold` becomes ``Budget/leastSum``.
/// The column `selected` is not read. The limits on a single ballot (lengths,
/// sums of points, costs) are not read either: what stands in the file was
/// accepted by those who held the vote. Numbers of projects and votes are
/// compared with what was found, so that no file is taken for whole when part
/// of it is missing.
///
/// - Source: pabulib.org/format.
public enum Pabulib {
    /// Whether a first line begins a file of this format.
    static func begins(_ line: ArraySlice<UInt8>) -> Bool { PabulibTable.title(of: line) == "META" }

    /// Reads a whole file, or refuses it.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        try read(BallotBytes(Array(text.utf8)))
    }

    /// Reads bytes that were looked at.
    static func read(_ text: BallotBytes) throws(BallotFileError) -> BallotFile {
        var tables: [String: PabulibTable] = [:]
        var current: PabulibTable?
        try text.forEachLine { (line, range) throws(BallotFileError) in
            let bytes = text.bytes[range]
            if bytes.isEmpty || current == nil && bytes.first == UInt8(ascii: "#") { return }
            if let title = PabulibTable.title(of: bytes) {
                if let current { tables[current.title] = current }
                guard tables[title] == nil else {
                    throw BallotFileError(
                        line: line, Statement("pabulib-section-twice", [.text("section", title)]))
                }
                current = PabulibTable(title: title, line: line)
            } else if current == nil {
                throw BallotFileError(line: line, Statement("pabulib-section-expected"))
            } else {
                try current?.add(bytes, line: line)
            }
        }
        if let current { tables[current.title] = current }
        let file = PabulibFile(
            meta: try PabulibMeta(table(.meta, in: tables)), projects: try table(.projects, in: tables),
            votes: try table(.votes, in: tables))
        return try file.ballotFile()
    }

    private static func table(
        _ section: PabulibTable.Section, in tables: [String: PabulibTable]
    ) throws(BallotFileError) -> PabulibTable {
        if let table = tables[section.rawValue] { return table }
        throw BallotFileError(
            line: tables.values.map(\.line).max() ?? 1,
            Statement("pabulib-section-missing", [.text("section", section.rawValue)]))
    }
}

/// The three sections, once taken apart.
private struct PabulibFile {
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
