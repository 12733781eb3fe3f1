import TingProceedings
import TingTally
import TingWorkflow

extension ReadingDesk {
    /// Asks for the number of those who leave, where they are more than a tenth of the members: a register
    /// cut off in the middle must not empty the roll.
    func check(_ stated: Int?, of changes: Clerk.RollChanges) throws {
        let leaving = changes.left.count
        let facts: [Fact] = [.number("leaving", leaving), .number("members", changes.membersBefore)]
        if let stated, stated != leaving {
            throw Refusal(Statement("import-removals-differ", facts + [.number("stated", stated)]))
        }
        guard stated == nil, leaving * 10 > changes.membersBefore else { return }
        throw Refusal(Statement("import-removes-many", facts))
    }

    /// The roles that more would hold than there are seats.
    func seatsTaken(after changes: Clerk.RollChanges) throws -> [Statement] {
        let offices = clerk.settings.offices.filter { $0.value.seats != nil }
        guard !offices.isEmpty else { return [] }
        var holders: [String: Set<String>] = [:]
        for role in offices.keys {
            holders[role] = Set(try roll().holders(of: role, at: moment.effective).map(\.id))
        }
        for line in changes.admitted {
            for role in line.roles { holders[role]?.insert("new " + line.handle) }
        }
        for change in changes.changed {
            guard let person = try reading.person(handle: change.new.handle) else { continue }
            for role in offices.keys {
                if change.new.roles.contains(role) {
                    holders[role]?.insert(person.member)
                } else {
                    holders[role]?.remove(person.member)
                }
            }
        }
        for person in changes.left { for role in offices.keys { holders[role]?.remove(person.member) } }
        return offices.keys.sorted().compactMap { role in
            guard let seats = offices[role]?.seats, let taken = holders[role]?.count, taken > seats else {
                return nil
            }
            return Statement(
                "import-seats-taken",
                [.text("role", role), .number("seats", seats), .number("taken", taken)])
        }
    }
}
