/// Ballots as a spreadsheet writes them: a header, and a row for each ballot.
///
/// Two forms are in use, and the header tells which (see `CSVColumns` for the words):
///
/// - **Columns of options.** A cell holds the rank that the ballot gives the option: 1 for the
///   best, equal numbers for equals, empty or `No opinion` for an option that is left out. No rank
///   is above the number of options; a file with higher numbers holds scores, and is read as such
///   only when that is asked for (``BallotFile/Format/csvScores``).
/// - **Columns of ranks.** A cell holds the name of the option at that rank; several with `|`
///   between them are equal. An empty cell, `undervote` and `skipped` leave the rank empty.
///   `overvote` stands for several options that nobody can name: what becomes of it is a rule of
///   the vote, and by it the ballot ends there or the column is passed over. A name that the ballot
///   already has is passed over with its column. Cells at the end of a row may be missing.
///   The options are all names found, in the order of their letters.
///
/// The Scottish form, without a header, begins with the numbers of options and seats;
/// rows of a count and option numbers follow, then a row for each candidate, then the title.
///
/// - Source: RFC 4180; the published files of Elekto (Kubernetes), RCTab and mggg/scot-elex.
public enum CSVBallots {
    /// Reads a whole file of rankings, or refuses it.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(
        _ text: String, overvotes: BallotRules.Overvotes = .exhaust
    ) throws(BallotFileError) -> BallotFile {
        try read(BallotBytes(Array(text.utf8)), overvotes: overvotes)
    }

    /// Reads a whole file of scores, or refuses it: columns of options, whole numbers, empty where none is given.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    public static func readScores(_ text: String) throws(BallotFileError) -> BallotFile {
        try readScores(BallotBytes(Array(text.utf8)))
    }

    static func read(
        _ text: BallotBytes, overvotes: BallotRules.Overvotes
    ) throws(BallotFileError) -> BallotFile {
        if ScottishCSV.begins(text) { return try ScottishCSV.read(text) }
        let reader = try CSVReader(text)
        if reader.columns.ranks.isEmpty { return try reader.optionColumns() }
        var names = CSVNames(reader, overvotes: overvotes)
        return try names.file()
    }

    static func readScores(_ text: BallotBytes) throws(BallotFileError) -> BallotFile {
        try CSVReader(text).scores()
    }
}

/// A CSV file whose header was read.
struct CSVReader {
    let text: BallotBytes
    let columns: CSVColumns
    /// The line of the header.
    let headerLine: Int
    /// The walk, at the first row after the header.
    let records: CSVRecords
    /// The unit in which every weight is whole.
    let weights: BallotWeight

    init(_ text: BallotBytes) throws(BallotFileError) {
        self.text = text
        var records = CSVRecords(text)
        guard try records.next() else { throw BallotFileError(line: 1, Statement("ballot-file-empty")) }
        headerLine = records.line
        let columns = try CSVColumns(records.cells.map(records.string), line: records.line)
        self.columns = columns
        self.records = records
        var weights = BallotWeight()
        if let column = columns.weight {
            while try records.next() {
                guard column < records.cells.count else { throw Self.missing(records, columns) }
                try weights.note(text, records.cells[column].range, line: records.line)
            }
        }
        self.weights = weights
    }

    /// The weight of a row in units.
    func weight(of records: CSVRecords) throws(BallotFileError) -> Int {
        guard let column = columns.weight else { return 1 }
        guard column < records.cells.count else { throw Self.missing(records, columns) }
        return try weights.weight(text, records.cells[column].range, line: records.line)
    }

    /// Refuses a row that does not fit the header; cells that are empty may be too many.
    func check(_ records: CSVRecords, mayBeShort: Bool) throws(BallotFileError) {
        guard mayBeShort || records.cells.count >= columns.count else {
            throw Self.missing(records, columns)
        }
        guard records.cells.dropFirst(columns.count).allSatisfy(\.range.isEmpty) else {
            throw BallotFileError(
                line: records.line,
                Statement(
                    "csv-cells-too-many",
                    [.number("found", records.cells.count), .number("needed", columns.count)]))
        }
    }

    /// Columns of options with ranks in the cells.
    func optionColumns() throws(BallotFileError) -> BallotFile {
        let names = columns.options.map(\.name)
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: names, unit: weights.unit) } catch {
            throw BallotFileError(line: headerLine, error.statement)
        }
        var row = BallotRow(options: names.count)
        var rows = RowLines()
        var records = records
        while try records.next() {
            try check(records, mayBeShort: false)
            for (option, (column, name)) in columns.options.enumerated() {
                let cell = records.cells[column]
                if isUnranked(cell) { continue }
                guard let rank = BallotWeight.whole(text, cell.range) else {
                    throw BallotFileError(
                        line: records.line,
                        Statement(
                            "csv-rank-unreadable",
                            [.text("option", name), .text("found", records.string(of: cell))]))
                }
                guard rank <= names.count else {
                    throw BallotFileError(
                        line: records.line,
                        Statement(
                            "csv-rank-beyond-options",
                            [.number("rank", rank), .number("options", names.count)]))
                }
                _ = row.place(option, at: rank - 1)
            }
            try row.end(in: &ballots, weight: weight(of: records), line: records.line)
            rows.append(records.line)
        }
        return BallotFile(title: nil, tokens: names, ballots: .ranked(ballots), rowLines: rows)
    }

    /// Columns of options with scores in the cells.
    func scores() throws(BallotFileError) -> BallotFile {
        guard columns.ranks.isEmpty else {
            throw BallotFileError(line: headerLine, Statement("csv-scores-in-rank-columns"))
        }
        let names = columns.options.map(\.name)
        var ballots: ScoredBallots
        do { ballots = try ScoredBallots(options: names, unit: weights.unit) } catch {
            throw BallotFileError(line: headerLine, error.statement)
        }
        var rows = RowLines()
        var records = records
        var given: [(option: Int, score: Int)] = []
        while try records.next() {
            try check(records, mayBeShort: false)
            given.removeAll(keepingCapacity: true)
            for (option, (column, name)) in columns.options.enumerated() {
                let cell = records.cells[column]
                if isUnranked(cell) { continue }
                guard let score = Int(text.text(cell.range)), text[cell.range.lowerBound] != UInt8(ascii: "+")
                else {
                    throw BallotFileError(
                        line: records.line,
                        Statement(
                            "csv-score-unreadable",
                            [.text("option", name), .text("found", records.string(of: cell))]))
                }
                given.append((option, score))
            }
            do { try ballots.append(scores: given, weight: weight(of: records)) } catch let error
                as TallyError
            {
                throw BallotFileError(line: records.line, error.statement)
            } catch let error as BallotFileError {
                throw error
            } catch {
                throw BallotFileError(line: records.line, Statement("count-overflow"))
            }
            rows.append(records.line)
        }
        return BallotFile(title: nil, tokens: names, ballots: .scored(ballots), rowLines: rows)
    }

    /// Whether a cell leaves its option out.
    private func isUnranked(_ cell: CSVRecords.Cell) -> Bool {
        cell.range.isEmpty
            || cell.range.count == 10 && text.text(cell.range).lowercased() == "no opinion"
    }

    private static func missing(_ records: CSVRecords, _ columns: CSVColumns) -> BallotFileError {
        BallotFileError(
            line: records.line,
            Statement(
                "csv-cells-missing",
                [.number("found", records.cells.count), .number("needed", columns.count)]))
    }
}
