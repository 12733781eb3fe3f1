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
/// The column `selected` is not read: it holds the result, in which some towns mark with 2
/// what they paid for from a reserve, as ``GreedyBudget`` `stop-with-reserve` does. The limits on a single ballot (lengths,
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
