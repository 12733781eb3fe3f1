import TingProceedings
import TingTally
import TingWorkflow

/// One row of a register and what is wrong with it.
struct RegisterRow {
    let line: Int
    /// The cells by the heading of their column, without white space at their ends.
    let cells: [String: String]

    init(line: Int, cells: [String: String]) {
        self.line = line
        self.cells = cells
    }

    /// Everything that is wrong; empty when nothing is.
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
        if !email.isEmpty, !RegisterRow.isAddress(email) {
            mistakes.append(CSV.Mistake(line: line, "register-email", [.text("email", email)]))
        }
        let joined = cells["joined"] ?? ""
        if !joined.isEmpty, CivilDate(text: joined) == nil {
            mistakes.append(CSV.Mistake(line: line, "register-date", [.text("date", joined)]))
        }
        let kind = cells["kind"] ?? ""
        if !kind.isEmpty, Member.Kind(rawValue: kind) == nil {
            mistakes.append(
                CSV.Mistake(
                    line: line, "register-kind",
                    [.text("kind", kind), .list("kinds", Member.Kind.allCases.map(\.rawValue))]))
        }
        for heading in cells.keys.sorted() {
            // A cell that begins so is run as a formula by spreadsheets.
            guard let cell = cells[heading], let first = cell.first, "=+-@".contains(first) else { continue }
            mistakes.append(
                CSV.Mistake(
                    line: line, "register-formula", [.text("heading", heading), .text("cell", cell)]))
        }
        return mistakes
    }

    /// Classes and roles that the assembly does not have.
    func mistakes(in settings: AssemblySettings) -> [CSV.Mistake] {
        words("classes").filter { !settings.classes.contains($0) }.map {
            CSV.Mistake(
                line: line, "register-class", [.text("class", $0), .list("classes", settings.classes)])
        }
            + words("roles").filter { !settings.roles.contains($0) }.map {
                CSV.Mistake(line: line, "register-role", [.text("role", $0), .list("roles", settings.roles)])
            }
    }

    /// The line for the clerk; nonsense where there are mistakes.
    func rollLine(zone: Zone) -> Clerk.RollLine {
        let joined = CivilDate(text: cells["joined"] ?? "").map {
            zone.instant($0, TimeOfDay(secondsOfDay: 0))
        }
        return Clerk.RollLine(
            handle: cells["member"] ?? "", name: cells["name"] ?? "", email: cells["email"] ?? "",
            classes: words("classes"), roles: words("roles"), groups: groups, joined: joined,
            kind: Member.Kind(rawValue: cells["kind"] ?? "") ?? .person)
    }

    /// The groups, one for each kind that has a name in its cell.
    private var groups: [Group] {
        cells.compactMap { heading, cell in
            guard let kind = Register.groupKind(of: heading), !cell.isEmpty else { return nil }
            return Group(kind: kind, name: cell)
        }
    }

    private func words(_ heading: String) -> [String] {
        (cells[heading] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Whether a text looks like an address: something on both sides of one `@`, and no white space.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
    }
}
