public import TingTally

/// A table in comma-separated values, with the line each row begins on.
///
/// - Source: RFC 4180; besides it, a byte order mark, line ends of every
///   system, and semicolons instead of commas (as spreadsheets of half of
///   Europe write them) are accepted.
public struct CSV: Hashable, Sendable {
    /// A row and where it begins.
    public struct Row: Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// The cells.
        public let cells: [String]
    }

    /// What is wrong with a table, and on which line.
    public struct Mistake: Error, Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// What is wrong.
        public let statement: Statement

        /// Makes a mistake.
        public init(line: Int, _ code: String, _ facts: [Fact] = []) {
            self.line = line
            statement = Statement(code, [.number("line", line)] + facts)
        }
    }

    /// The longest line accepted, in bytes.
    public static let longestLine = 64 * 1_024

    /// The rows, the heading first; empty lines are left out.
    public let rows: [Row]

    /// Reads a table.
    ///
    /// - Throws: ``Mistake`` for bytes that are not UTF-8, control characters, a
    ///   quote that is not closed or stands inside an unquoted cell, a line over
    ///   64 KiB, or a row with another number of cells than the heading.
    /// - Complexity: O(n).
    public init(_ bytes: [UInt8]) throws(Mistake) {
        var scanner = CSVScanner(bytes: bytes)
        rows = try scanner.rows()
    }
}

private struct CSVScanner {
    let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var separator = UInt8(ascii: ",")

    init(bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let heading = self.bytes.prefix { $0 != 10 && $0 != 13 }
        if heading.contains(UInt8(ascii: ";")), !heading.contains(UInt8(ascii: ",")) {
            separator = UInt8(ascii: ";")
        }
    }

    mutating func rows() throws(CSV.Mistake) -> [CSV.Row] {
        var rows: [CSV.Row] = []
        while place < bytes.count {
            let first = line
            let start = place
            let cells = try row()
            if place - start > CSV.longestLine {
                throw CSV.Mistake(line: first, "csv-line-too-long", [.number("limit", CSV.longestLine)])
            }
            if cells.count == 1, cells[0].isEmpty { continue }
            if let heading = rows.first, heading.cells.count != cells.count {
                throw CSV.Mistake(
                    line: first, "csv-cells",
                    [.number("found", cells.count), .number("expected", heading.cells.count)])
            }
            rows.append(CSV.Row(line: first, cells: cells))
        }
        return rows
    }

    private mutating func row() throws(CSV.Mistake) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(try cell())
            guard place < bytes.count else { return cells }
            let byte = bytes[place]
            place += 1
            if byte == separator { continue }
            if byte == 13, place < bytes.count, bytes[place] == 10 { place += 1 }
            line += 1
            return cells
        }
    }

    /// Reads a cell; stops before the separator or the end of the line.
    private mutating func cell() throws(CSV.Mistake) -> String {
        var cell: [UInt8] = []
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            cell = try quoted()
            guard place == bytes.count || [separator, 10, 13].contains(bytes[place]) else {
                throw CSV.Mistake(line: line, "csv-after-quote")
            }
        } else {
            while place < bytes.count, ![separator, 10, 13].contains(bytes[place]) {
                guard bytes[place] != UInt8(ascii: "\"") else {
                    throw CSV.Mistake(line: line, "csv-quote-inside")
                }
                cell.append(bytes[place])
                place += 1
                if cell.count > CSV.longestLine {
                    throw CSV.Mistake(line: line, "csv-line-too-long", [.number("limit", CSV.longestLine)])
                }
            }
        }
        guard let text = String(validating: cell, as: UTF8.self) else {
            throw CSV.Mistake(line: line, "csv-not-utf8")
        }
        if let control = text.unicodeScalars.first(where: {
            $0.value < 32 && $0.value != 9 && $0.value != 10 || $0.value == 127
        }) {
            throw CSV.Mistake(
                line: line, "csv-control", [.text("code", "U+00" + String(control.value, radix: 16))])
        }
        return text
    }

    private mutating func quoted() throws(CSV.Mistake) -> [UInt8] {
        let first = line
        var cell: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") {
                guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return cell }
                place += 1
            }
            if byte == 10 { line += 1 }
            cell.append(byte)
            if cell.count > CSV.longestLine {
                throw CSV.Mistake(line: first, "csv-line-too-long", [.number("limit", CSV.longestLine)])
            }
        }
        throw CSV.Mistake(line: first, "csv-quote-open")
    }
}
