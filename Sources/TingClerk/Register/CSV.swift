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

    /// The longest row accepted, in bytes.
    public static let longestLine = 64 * 1_024

    /// The rows, the heading first; empty lines, and rows of empty cells alone, are left out.
    public let rows: [Row]

    /// Reads a table.
    ///
    /// - Throws: ``Mistake`` for bytes that are not UTF-8, control characters, a
    ///   quote that is not closed or stands inside an unquoted cell, a row over
    ///   64 KiB, or a row with another number of cells than the heading.
    /// - Complexity: O(n) time; besides the rows, no more memory than a row of 64 KiB.
    public init(_ bytes: [UInt8]) throws(Mistake) {
        var scanner = CSVScanner(bytes: bytes)
        rows = try scanner.rows()
    }
}
