/// Reads a CSV file with columns of ranks and names in the cells.
struct CSVNames {
    /// What a part of a cell stands for.
    private enum Meaning {
        case option(Int)
        case skipped
        case overvote
    }

    private let reader: CSVReader
    private let overvotes: BallotRules.Overvotes
    /// The names as they were met; sorted before ballots are read.
    private var names: [String] = []
    private var byName: [String: Int] = [:]
    private var table = OptionTable()

    private static let skipped: Set<String> = ["", "undervote", "skipped"]
    private static let overvote = "overvote"

    init(_ reader: CSVReader, overvotes: BallotRules.Overvotes) {
        self.reader = reader
        self.overvotes = overvotes
    }

    /// Reads the rows: first for the names, then for the ballots.
    mutating func file() throws(BallotFileError) -> BallotFile {
        try collectNames()
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: names, unit: reader.weights.unit) } catch {
            throw BallotFileError(line: reader.headerLine, error.statement)
        }
        var row = BallotRow(options: names.count)
        var rows = RowLines()
        var records = reader.records
        while try records.next() {
            try reader.check(records, mayBeShort: true)
            try read(records, into: &row)
            try row.end(in: &ballots, weight: reader.weight(of: records), line: records.line)
            rows.append(records.line)
        }
        return BallotFile(title: nil, tokens: names, ballots: .ranked(ballots), rowLines: rows)
    }

    /// Finds the names, and puts them in the order of their letters: the order of ballots must not show.
    private mutating func collectNames() throws(BallotFileError) {
        var records = reader.records
        var isNumbersOnly = true
        while try records.next() {
            for column in reader.columns.ranks where column < records.cells.count {
                let cell = records.cells[column]
                if !cell.isEscaped, table.option(records.text.bytes, cell.range) != nil { continue }
                for name in Self.parts(records, cell) {
                    let text = String(decoding: name, as: UTF8.self)
                    if byName[text] != nil || Self.skipped.contains(text.lowercased()) { continue }
                    if text.lowercased() == Self.overvote { continue }
                    guard names.count < RankedBallots.mostOptions else {
                        throw BallotFileError(
                            line: records.line,
                            Statement("too-many-options", [.number("most", RankedBallots.mostOptions)]))
                    }
                    isNumbersOnly = isNumbersOnly && name.allSatisfy(\.isDigit)
                    table.add(text, option: names.count)
                    byName[text] = names.count
                    names.append(text)
                }
            }
        }
        guard !names.isEmpty else {
            throw BallotFileError(line: reader.headerLine, Statement("csv-no-options"))
        }
        guard !isNumbersOnly else {
            throw BallotFileError(line: reader.headerLine, Statement("csv-ranks-or-names"))
        }
        names.sort { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        table = OptionTable()
        for (option, name) in names.enumerated() {
            byName[name] = option
            table.add(name, option: option)
        }
    }

    private func read(_ records: CSVRecords, into row: inout BallotRow) throws(BallotFileError) {
        var rank = 0
        for column in reader.columns.ranks where column < records.cells.count {
            let cell = records.cells[column]
            // An empty rank stays empty; a column that is passed over leaves none.
            var isRank = cell.range.isEmpty
            if !cell.isEscaped, let option = table.option(records.text.bytes, cell.range) {
                isRank = row.place(option, at: rank)
            } else {
                for part in Self.parts(records, cell) {
                    switch meaning(part) {
                    case .option(let option):
                        let isNew = row.place(option, at: rank)
                        isRank = isRank || isNew
                    case .skipped: isRank = true
                    case .overvote:
                        switch overvotes {
                        case .exhaust: return
                        case .skip: break
                        case .exhaustIfMultipleContinuing:
                            throw BallotFileError(line: records.line, Statement("csv-overvote-without-names"))
                        }
                    }
                }
            }
            if isRank { rank += 1 }
        }
    }

    private func meaning(_ part: ArraySlice<UInt8>) -> Meaning {
        let name = String(decoding: part, as: UTF8.self)
        if let option = byName[name] { return .option(option) }
        return name.lowercased() == Self.overvote ? .overvote : .skipped
    }

    /// The names in a cell: one, or several with `|` between them.
    private static func parts(_ records: CSVRecords, _ cell: CSVRecords.Cell) -> [ArraySlice<UInt8>] {
        records.bytes(of: cell).split(separator: UInt8(ascii: "|")).map { part in
            var part = part
            while part.first == .space { part.removeFirst() }
            while part.last == .space { part.removeLast() }
            return part
        }
    }
}
