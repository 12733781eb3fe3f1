import TingTally
public import TingWorkflow

/// A register of members as a spreadsheet holds it.
///
/// Columns, in any order, by their heading: `member` (the handle, required),
/// `name` (required), `email`, `classes`, `roles` (several separated by spaces), `joined`
/// (a date, 2026-03-02).
public struct Register: Hashable, Sendable {
    /// The headings there are.
    public static let headings = ["member", "name", "email", "classes", "roles", "joined"]

    /// The lines, in the order of the file.
    public let lines: [Clerk.RollLine]

    /// Every mistake of a register; never empty.
    public struct Mistakes: Error, Hashable, Sendable {
        /// In the order of the file.
        public let mistakes: [CSV.Mistake]
    }

    /// Reads a register.
    ///
    /// - Throws: ``Mistakes``, with everything that is wrong in it.
    public init(_ bytes: [UInt8], zone: Zone) throws(Mistakes) {
        let table: CSV
        do { table = try CSV(bytes) } catch { throw Mistakes(mistakes: [error]) }
        guard let heading = table.rows.first else {
            throw Mistakes(mistakes: [CSV.Mistake(line: 1, "register-empty")])
        }
        let columns = heading.cells.map { $0.trimmed.lowercased() }
        var mistakes = Register.mistakes(inHeading: columns)
        guard mistakes.isEmpty else { throw Mistakes(mistakes: mistakes) }
        var lines: [Clerk.RollLine] = []
        var seen: [String: Int] = [:]
        for row in table.rows.dropFirst() {
            var cells: [String: String] = [:]
            for (column, cell) in zip(columns, row.cells) { cells[column] = cell.trimmed }
            let reader = RegisterRow(line: row.line, cells: cells)
            mistakes += reader.mistakes
            let handle = cells["member"] ?? ""
            if let first = seen[handle], !handle.isEmpty {
                mistakes.append(
                    CSV.Mistake(
                        line: row.line, "register-twice", [.text("handle", handle), .number("first", first)]))
            }
            seen[handle] = row.line
            lines.append(reader.rollLine(zone: zone))
        }
        guard mistakes.isEmpty else { throw Mistakes(mistakes: mistakes) }
        self.lines = lines
    }

    private static func mistakes(inHeading columns: [String]) -> [CSV.Mistake] {
        var mistakes: [CSV.Mistake] = []
        for (place, column) in columns.enumerated() {
            if !headings.contains(column) {
                mistakes.append(
                    CSV.Mistake(
                        line: 1, "register-heading", [.text("heading", column), .list("headings", headings)]))
            } else if columns[..<place].contains(column) {
                mistakes.append(CSV.Mistake(line: 1, "register-heading-twice", [.text("heading", column)]))
            }
        }
        for needed in ["member", "name"] where !columns.contains(needed) {
            mistakes.append(CSV.Mistake(line: 1, "register-heading-missing", [.text("heading", needed)]))
        }
        return mistakes
    }
}

/// One row of a register and what is wrong with it.
private struct RegisterRow {
    let line: Int
    let cells: [String: String]

    var mistakes: [CSV.Mistake] {
        var mistakes: [CSV.Mistake] = []
        let handle = cells["member"] ?? ""
        if !Person.isHandle(handle) {
            mistakes.append(CSV.Mistake(line: line, "register-handle", [.text("handle", handle)]))
        }
        if (cells["name"] ?? "").isEmpty {
            mistakes.append(CSV.Mistake(line: line, "register-name", [.text("handle", handle)]))
        }
        let email = cells["email"] ?? ""
        if !email.isEmpty, email.split(separator: "@", omittingEmptySubsequences: false).count != 2 {
            mistakes.append(CSV.Mistake(line: line, "register-email", [.text("email", email)]))
        }
        let joined = cells["joined"] ?? ""
        if !joined.isEmpty, CivilDate(text: joined) == nil {
            mistakes.append(CSV.Mistake(line: line, "register-date", [.text("date", joined)]))
        }
        for (heading, cell) in cells.sorted(by: { $0.key < $1.key }) {
            // A cell that begins so is run as a formula by spreadsheets.
            if let first = cell.first, "=+@".contains(first) || (first == "-" && heading != "joined") {
                mistakes.append(
                    CSV.Mistake(
                        line: line, "register-formula", [.text("heading", heading), .text("cell", cell)]))
            }
        }
        return mistakes
    }

    func rollLine(zone: Zone) -> Clerk.RollLine {
        let joined = CivilDate(text: cells["joined"] ?? "").map {
            zone.instant($0, TimeOfDay(secondsOfDay: 0))
        }
        return Clerk.RollLine(
            handle: cells["member"] ?? "", name: cells["name"] ?? "", email: cells["email"] ?? "",
            classes: words("classes"), roles: words("roles"), joined: joined)
    }

    private func words(_ heading: String) -> [String] {
        (cells[heading] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
