import TingProceedings
import TingTally
import TingWorkflow

extension ReadingDesk {
    /// What it would take to make the roll equal to a register.
    ///
    /// - Throws: ``Refusal`` with every reason why it may not be done.
    func changes(_ lines: [Clerk.RollLine], removing: Bool, by actor: String?) throws -> Clerk.RollChanges {
        var reasons = try reasonsAgainst(actor: actor)
        var handles: Set<String> = []
        for line in lines {
            reasons += try self.reasons(against: line)
            if !handles.insert(line.handle).inserted {
                reasons.append(Reason(Statement("handle-twice", [.text("handle", line.handle)])))
            }
        }
        if let refusal = Refusal(reasons) { throw refusal }
        let changes = try difference(lines, removing: removing)
        if let refusal = Refusal(try seatsTaken(after: changes).map { Reason($0) }) { throw refusal }
        if actor != nil, try !keepsSteward(changes) {
            throw Refusal(Statement("last-steward", [.text("role", ReadingDesk.stewards)]))
        }
        return changes
    }

    /// The role that may change the roll.
    static let stewards = "steward"

    private func difference(_ lines: [Clerk.RollLine], removing: Bool) throws -> Clerk.RollChanges {
        var changes = Clerk.RollChanges()
        let roll = try roll()
        var known: [String: (person: Person, member: Member)] = [:]
        for person in try reading.persons() {
            guard let member = roll.member(person.member), member.isMember(at: moment.effective) else {
                continue
            }
            known[person.handle] = (person, member)
        }
        changes.membersBefore = known.count
        for line in lines {
            guard let (person, member) = known.removeValue(forKey: line.handle) else {
                changes.admitted.append(try completed(line))
                continue
            }
            let old = Clerk.RollLine(
                handle: person.handle, name: person.name, email: person.email,
                classes: member.classes(at: moment.effective), roles: member.roles(at: moment.effective),
                groups: member.groups(at: moment.effective))
            var new = line.filledIn(from: old)
            new.joined = nil
            new.kind = old.kind
            if old == new {
                changes.unchanged += 1
            } else {
                changes.changed.append(Clerk.RollChanges.Change(old: old, new: new))
            }
        }
        if removing { changes.left = known.values.map(\.person).sorted { $0.handle < $1.handle } }
        return changes
    }

    /// The line of somebody who joins, with what it keeps filled in when they come back.
    func completed(_ line: Clerk.RollLine) throws -> Clerk.RollLine {
        guard let person = try reading.person(handle: line.handle),
            let member = try roll().member(person.member)
        else { return line }
        let last = member.left.map { Instant(seconds: $0.seconds - 1) } ?? moment.effective
        return line.filledIn(
            from: Clerk.RollLine(
                handle: person.handle, name: person.name, email: person.email, classes: member.classes,
                roles: member.roles(at: last), groups: member.groups))
    }

    /// Whether somebody holds the stewards' role after the changes; also where nobody held it before.
    private func keepsSteward(_ changes: Clerk.RollChanges) throws -> Bool {
        let role = ReadingDesk.stewards
        var ids = Set(try roll().holders(of: role, at: moment.effective).map(\.id))
        if ids.isEmpty { return true }
        for change in changes.changed where !change.new.roles.contains(role) {
            if let person = try reading.person(handle: change.new.handle) { ids.remove(person.member) }
        }
        ids.subtract(changes.left.map(\.member))
        let come = changes.admitted + changes.changed.map(\.new)
        return !ids.isEmpty || come.contains { $0.roles.contains(role) }
    }

    /// Why this person may not change the roll; empty when they may.
    func reasonsAgainst(actor: String?) throws -> [Reason] {
        guard let actor else { return [] }
        let member = try member(actor)
        let role = ReadingDesk.stewards
        let now = moment.effective
        if member.isActive(at: now), member.holds(role, at: now) { return [] }
        return [Reason(Statement("only-stewards", [.text("role", role)]))]
    }

    /// Why this line cannot stand in the roll; empty when it can.
    func reasons(against line: Clerk.RollLine) throws -> [Reason] {
        let settings = clerk.settings
        let fact = Fact.text("handle", line.handle)
        var statements: [Statement] = []
        if !Person.isHandle(line.handle) { statements.append(Statement("handle-form", [fact])) }
        if let former = try reading.person(handle: line.handle), former.name != line.name,
            try roll().member(former.member)?.isMember(at: moment.effective) != true
        {
            statements.append(Statement("handle-of-another", [fact, .text("name", former.name)]))
        }
        if line.name.allSatisfy(\.isWhitespace) { statements.append(Statement("name-missing", [fact])) }
        for name in line.classes where !settings.classes.contains(name) {
            statements.append(
                Statement("class-unknown", [fact, .text("class", name), .list("classes", settings.classes)]))
        }
        for role in line.roles where !settings.roles.contains(role) {
            statements.append(
                Statement("role-unknown", [fact, .text("role", role), .list("roles", settings.roles)]))
        }
        for role in line.roles {
            for other in settings.offices[role]?.never ?? [] where line.roles.contains(other) {
                statements.append(
                    Statement("standing-roles-apart", [fact, .text("role", role), .text("other", other)]))
            }
        }
        if let joined = line.joined, let statement = try fault(of: joined, in: line) {
            statements.append(statement)
        }
        return statements.map { Reason($0) }
    }

    /// Nobody joins in the future, and who comes back comes back after having left.
    private func fault(of joined: Instant, in line: Clerk.RollLine) throws -> Statement? {
        let facts: [Fact] = [.text("handle", line.handle), .instant("joined", joined.seconds)]
        if joined > moment.effective { return Statement("joined-later", facts) }
        guard let person = try reading.person(handle: line.handle),
            let left = try roll().member(person.member)?.left, left <= moment.effective, joined < left
        else { return nil }
        return Statement("joined-before-leaving", facts + [.instant("left", left.seconds)])
    }
}
