import TingTally
public import TingWorkflow

/// A register of members as a spreadsheet holds it.
///
/// Columns, in any order, by their heading: `member` (the handle, required),
/// `name` (required), `email`, `classes`, `roles` (several separated by spaces), `joined`
/// (a date, 2026-03-02), `kind` (`person` or `organisation`), and `group:KIND` for each kind of group,
/// such as `group:employer`.
public struct Register: Hashable, Sendable {
    /// The headings there are.
    public static let headings = ["member", "name", "email", "classes", "roles", "joined", "kind"]

    /// The lines, in the order of the file.
    public let lines: [Clerk.RollLine]

    /// Every mistake of a register; never empty.
    public struct Mistakes: Error, Hashable, Sendable {
        /// In the order of the file.
        public let mistakes: [CSV.Mistake]
    }

    /// Reads a register.
    ///
    /// A column that is missing says nothing: members keep what they have of it.
    ///
    /// - Parameter settings: The assembly, whose classes and roles there are; nil when any will do.
    /// - Throws: ``Mistakes``, with everything that is wrong in it.
    public init(_ bytes: [UInt8], zone: Zone, settings: AssemblySettings? = nil) throws(Mistakes) {
        let table: CSV
        do { table = try CSV(bytes) } catch { throw Mistakes(mistakes: [error]) }
        guard let heading = table.rows.first else {
            throw Mistakes(mistakes: [CSV.Mistake(line: 1, "register-empty")])
        }
        let columns = heading.cells.map { $0.trimmed.lowercased() }
        var mistakes = Register.mistakes(in: columns, line: heading.line)
        guard mistakes.isEmpty else { throw Mistakes(mistakes: mistakes) }
        var lines: [Clerk.RollLine] = []
        var seen: [String: Int] = [:]
        for row in table.rows.dropFirst() {
            let cells = Dictionary(
                uniqueKeysWithValues: zip(columns, row.cells.map { PlainText.kept($0).trimmed }))
            let reader = RegisterRow(line: row.line, cells: cells)
            mistakes += reader.mistakes + (settings.map(reader.mistakes) ?? [])
            let handle = cells["member"] ?? ""
            if let first = seen[handle], !handle.isEmpty {
                mistakes.append(
                    CSV.Mistake(
                        line: row.line, "register-twice", [.text("handle", handle), .number("first", first)]))
            } else {
                seen[handle] = row.line
            }
            var rollLine = reader.rollLine(zone: zone)
            rollLine.keeps = Register.kept(by: columns)
            lines.append(rollLine)
        }
        guard mistakes.isEmpty else { throw Mistakes(mistakes: mistakes) }
        self.lines = lines
    }

    /// What members keep of whom a register with these columns says nothing.
    private static func kept(by columns: [String]) -> Set<Clerk.RollLine.Column> {
        Set(
            Clerk.RollLine.Column.allCases.filter { column in
                switch column {
                case .groups: !columns.contains { groupKind(of: $0) != nil }
                case .email, .classes, .roles: !columns.contains(column.rawValue)
                }
            })
    }

    /// The kind of group that a column is for; nil for any other column.
    static func groupKind(of column: String) -> String? {
        guard column.hasPrefix("group:") else { return nil }
        let kind = String(column.dropFirst("group:".count)).trimmed
        return kind.isEmpty ? nil : kind
    }

    private static func mistakes(in columns: [String], line: Int) -> [CSV.Mistake] {
        var mistakes: [CSV.Mistake] = []
        for (place, column) in columns.enumerated() {
            let facts: [Fact] = [.text("heading", column)]
            if column.isEmpty {
                mistakes.append(
                    CSV.Mistake(line: line, "register-heading-empty", [.number("column", place + 1)]))
            } else if !headings.contains(column), groupKind(of: column) == nil {
                mistakes.append(
                    CSV.Mistake(line: line, "register-heading", facts + [.list("headings", headings)]))
            } else if columns[..<place].contains(column) {
                mistakes.append(CSV.Mistake(line: line, "register-heading-twice", facts))
            }
        }
        for needed in ["member", "name"] where !columns.contains(needed) {
            mistakes.append(CSV.Mistake(line: line, "register-heading-missing", [.text("heading", needed)]))
        }
        return mistakes
    }
}
