/// The CSV of the Scottish council elections: BLT with commas, and candidates with their parties.
///
/// ```
/// 3,1,
/// 212,2,1,
/// 7,3,
/// "Candidate 1","Ada Lovelace","Independent (Ind)",
/// "Candidate 2","Bo","Green (Gr)",
/// "Candidate 3","Cy","Labour (Lab)",
/// "DUNOON WARD",
/// ```
///
/// - Source: mggg/scot-elex.
enum ScottishCSV {
    /// Whether a file begins with two whole numbers and nothing else.
    static func begins(_ text: BallotBytes) -> Bool {
        var records = CSVRecords(text)
        guard (try? records.next()) == true else { return false }
        return records.cells.count >= 2 && records.cells[2...].allSatisfy(\.range.isEmpty)
            && records.cells[..<2].allSatisfy { BallotWeight.whole(text, $0.range) != nil }
    }

    /// Reads bytes that were looked at.
    static func read(_ text: BallotBytes) throws(BallotFileError) -> BallotFile {
        var records = CSVRecords(text)
        let (count, seats) = try header(&records)
        let first = records
        // The names stand after the ballots: these are walked over once to get there, and again to be added.
        var hasMore = try records.next()
        while hasMore, isBallot(records) { hasMore = try records.next() }
        let names = try names(&records, count, hasMore: hasMore)
        let title = try title(&records)
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: names) } catch {
            throw BallotFileError(line: records.line, error.statement)
        }
        var row = BallotRow(options: count)
        var rows = RowLines()
        records = first
        while try records.next(), isBallot(records) {
            let weight = try BallotWeight.wholeOrError(text, records.cells[0].range, line: records.line)
            var rank = 0
            for cell in records.cells.dropFirst() where !cell.range.isEmpty {
                guard let option = BallotWeight.whole(text, cell.range), option <= count else {
                    throw BallotFileError(
                        line: records.line,
                        Statement(
                            "blt-option-unknown",
                            [.text("found", records.string(of: cell)), .number("options", count)]))
                }
                guard row.place(option - 1, at: rank) else {
                    throw BallotFileError(
                        line: records.line,
                        Statement("option-ranked-twice", [.text("option", names[option - 1])]))
                }
                rank += 1
            }
            try row.end(in: &ballots, weight: weight, line: records.line)
            rows.append(records.line)
        }
        return BallotFile(
            title: title, tokens: names.indices.map { String($0 + 1) }, ballots: .ranked(ballots),
            seats: seats, rowLines: rows)
    }

    /// A row of a ballot begins with a digit or a sign; names stand in words.
    private static func isBallot(_ records: CSVRecords) -> Bool {
        let first = records.cells[0].range
        return first.isEmpty || records.text[first.lowerBound].isDigit
            || records.text[first.lowerBound] == UInt8(ascii: "-")
    }

    private static func header(_ records: inout CSVRecords) throws(BallotFileError) -> (Int, Int) {
        guard try records.next(), records.cells.count >= 2,
            let count = BallotWeight.whole(records.text, records.cells[0].range),
            let seats = BallotWeight.whole(records.text, records.cells[1].range)
        else { throw BallotFileError(line: 1, Statement("blt-header-expected")) }
        guard count <= RankedBallots.mostOptions else {
            throw BallotFileError(
                line: records.line,
                Statement("too-many-options", [.number("most", RankedBallots.mostOptions)]))
        }
        return (count, seats)
    }

    /// The candidates, whose rows are numbered.
    private static func names(
        _ records: inout CSVRecords, _ count: Int, hasMore: Bool
    ) throws(BallotFileError) -> [String] {
        var names: [String] = []
        var hasMore = hasMore
        while names.count < count {
            guard hasMore, records.cells.count >= 2,
                records.string(of: records.cells[0]) == "Candidate \(names.count + 1)"
            else {
                throw BallotFileError(
                    line: records.line,
                    Statement("csv-candidate-expected", [.number("number", names.count + 1)]))
            }
            // Names are typed by hand there: two spaces between them are one.
            let name = records.string(of: records.cells[1]).split(separator: " ").joined(separator: " ")
            guard !name.isEmpty else {
                throw BallotFileError(line: records.line, Statement("option-without-name"))
            }
            guard !names.contains(name) else {
                throw BallotFileError(
                    line: records.line, Statement("option-named-twice", [.text("option", name)]))
            }
            names.append(name)
            if names.count < count { hasMore = try records.next() }
        }
        return names
    }

    /// The title, which may be missing; nothing may follow it.
    ///
    /// Wards with a comma in their name stand there between doubled quotation marks, which are no CSV; the
    /// line is taken as it is, without marks and commas at its ends.
    private static func title(_ records: inout CSVRecords) throws(BallotFileError) -> String? {
        guard let line = records.nextLineAsText() else { return nil }
        // Another ballot or candidate is no title.
        let isRow = !line.contains(" ") && line.first?.isNumber == true || line.hasPrefix("\"Candidate ")
        guard !isRow, try !records.next() else {
            throw BallotFileError(line: records.line, Statement("blt-text-after-end"))
        }
        let ends: Set<Character> = ["\"", ",", " "]
        let title = String(line.drop(while: ends.contains).reversed().drop(while: ends.contains).reversed())
        return title.isEmpty ? nil : title
    }
}
