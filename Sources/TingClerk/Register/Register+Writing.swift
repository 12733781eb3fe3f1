public import TingProceedings
import TingTally
public import TingWorkflow

extension Register {
    /// The register of those who are members at a moment, as a spreadsheet reads it and
    /// ``init(_:zone:settings:)`` takes it back; by handle.
    ///
    /// A cell that a spreadsheet would run as a formula has a tab before it; a register refuses such a cell.
    public static func text(
        of roll: [(person: Person, member: Member)], at instant: Instant, zone: Zone
    ) -> String {
        let members = roll.filter { $0.member.isMember(at: instant) }
        let kinds = Set(members.flatMap { $0.member.groups(at: instant).map(\.kind) }).sorted()
        var rows = [headings + kinds.map { "group:" + $0 }]
        for (person, member) in members.sorted(by: { $0.person.handle < $1.person.handle }) {
            let groups = member.groups(at: instant)
            let joined = member.membership(at: instant)?.from ?? member.joined
            rows.append(
                [
                    person.handle, person.name, person.email,
                    member.classes(at: instant).joined(separator: " "),
                    member.roles(at: instant).joined(separator: " "),
                    zone.local(joined).date.description, member.kind.rawValue,
                ] + kinds.map { kind in groups.first { $0.kind == kind }?.name ?? "" })
        }
        return rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
    }

    /// A cell, in quotation marks where it needs them.
    private static func cell(_ text: String) -> String {
        let safe = text.first.map { "=+-@".contains($0) } ?? false ? "\t" + text : text
        guard safe.contains(where: { ",;\"\t\n\r".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
