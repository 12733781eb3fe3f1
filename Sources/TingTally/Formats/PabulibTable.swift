/// One section of a Pabulib file: named columns and rows of fields.
struct PabulibTable {
    /// The sections of a file.
    enum Section: String, CaseIterable {
        case meta = "META"
        case projects = "PROJECTS"
        case votes = "VOTES"
    }

    /// A row and the line on which it stands.
    struct Row {
        let line: Int
        let fields: [String]
    }

    let title: String
    /// The line of its title.
    let line: Int
    /// The names of the columns, in small letters.
    private(set) var columns: [String] = []
    private(set) var rows: [Row] = []

    init(title: String, line: Int) {
        self.title = title
        self.line = line
    }

    /// The section that a line begins; semicolons after the title are empty cells of a spreadsheet.
    static func title(of line: ArraySlice<UInt8>) -> String? {
        var rest = line.trimmed
        while rest.last == UInt8(ascii: ";") { rest.removeLast() }
        return Section(rawValue: rest.trimmed.text.uppercased())?.rawValue
    }

    /// Adds a line: the columns first, then a row.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-column-twice`, `pabulib-too-many-fields`.
    mutating func add(_ bytes: ArraySlice<UInt8>, line: Int) throws(BallotFileError) {
        var fields = Self.fields(of: bytes)
        if columns.isEmpty {
            columns = fields.map { $0.lowercased() }
            while columns.count > 1, columns.last == "" { columns.removeLast() }
            for (place, column) in columns.enumerated() where columns[..<place].contains(column) {
                throw BallotFileError(
                    line: line, Statement("pabulib-column-twice", [.text("column", column)]))
            }
            return
        }
        // A value of the first section may hold semicolons of its own, as comments do.
        if title == Section.meta.rawValue, fields.count > 2 {
            fields = [fields[0], fields[1...].joined(separator: ";")]
        }
        while fields.count > columns.count, fields.last == "" { fields.removeLast() }
        guard fields.count <= columns.count else {
            throw BallotFileError(
                line: line,
                Statement(
                    "pabulib-too-many-fields",
                    [.number("found", fields.count), .number("columns", columns.count)]))
        }
        rows.append(Row(line: line, fields: fields))
    }

    /// The field of a row in a column that every file has.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-column-missing`, `pabulib-field-missing`.
    func field(_ column: String, in row: Row) throws(BallotFileError) -> String {
        guard columns.contains(column) else {
            throw BallotFileError(
                line: line + 1,
                Statement("pabulib-column-missing", [.text("section", title), .text("column", column)]))
        }
        guard let field = optional(column, in: row) else {
            throw BallotFileError(
                line: row.line, Statement("pabulib-field-missing", [.text("column", column)]))
        }
        return field
    }

    /// The field of a row in a column that a file may have; nil when the column or the field is not there.
    func optional(_ column: String, in row: Row) -> String? {
        guard let place = columns.firstIndex(of: column), place < row.fields.count else { return nil }
        return row.fields[place]
    }

    /// An amount of money or votes, with a decimal point at most.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-number-expected`, and as ``field(_:in:)``.
    func amount(_ column: String, in row: Row) throws(BallotFileError) -> Fraction {
        try Self.amount(field(column, in: row), column, line: row.line)
    }

    /// Reads an amount.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-number-expected`.
    static func amount(_ text: String, _ key: String, line: Int) throws(BallotFileError) -> Fraction {
        guard !text.contains("/"), let amount = Fraction(text: text) else {
            throw BallotFileError(
                line: line,
                Statement("pabulib-number-expected", [.text("key", key), .text("found", text)]))
        }
        return amount
    }

    /// Takes a line apart at its semicolons.
    ///
    /// A field that begins and ends with a quotation mark may hold semicolons,
    /// and two quotation marks for one. Where the marks do not enclose the whole
    /// field they are part of a name.
    static func fields(of line: ArraySlice<UInt8>) -> [String] {
        var fields: [String] = []
        var rest = line
        while true {
            if let (text, after) = quoted(rest.trimmed) {
                fields.append(text)
                guard let after else { return fields }
                rest = after
                continue
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
                fields.append(rest.trimmed.text)
                return fields
            }
            fields.append(rest[..<end].trimmed.text)
            rest = rest[(end + 1)...]
        }
    }

    /// The text of a quoted field at the beginning, and what follows its semicolon; nil for the end of the line.
    private static func quoted(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>?)? {
        let mark = UInt8(ascii: "\"")
        guard line.first == mark else { return nil }
        var text: [UInt8] = []
        var place = line.startIndex + 1
        while place < line.endIndex {
            if line[place] != mark {
                text.append(line[place])
                place += 1
            } else if place + 1 < line.endIndex, line[place + 1] == mark {
                text.append(mark)
                place += 2
            } else {
                let rest = line[(place + 1)...].trimmed
                let inner = text[...].trimmed.text
                if rest.isEmpty { return (inner, nil) }
                return rest.first == UInt8(ascii: ";") ? (inner, rest.dropFirst()) : nil
            }
        }
        return nil
    }
}
