import TingProceedings
import TingTally
import TingWorkflow

extension Desk {
    /// Writes the changes of an import: first who joins, then who changes, then who leaves.
    func take(_ changes: Clerk.RollChanges, by actor: String?) throws {
        for line in changes.admitted { _ = try admit(line, by: actor) }
        let roll = try roll()
        for change in changes.changed { try self.change(change, in: roll, by: actor) }
        for person in changes.left { try remove(person, in: roll, by: actor) }
        forgetRoll()
    }

    /// Writes that somebody joined; who was a member before keeps the id, and what the line keeps.
    func admit(_ line: Clerk.RollLine, by actor: String?) throws -> Person {
        let line = try completed(line)
        let former = try transaction.person(handle: line.handle)
        let id = try former?.member ?? newID()
        let member = Member(
            id: id, classes: line.classes, roles: line.roles, joined: line.joined ?? moment.effective)
        try record(
            .memberAdmitted(id: id, classes: member.classes, roles: member.roles, joined: member.joined),
            by: actor)
        let person = Person(member: id, handle: line.handle, name: line.name, email: line.email)
        try transaction.keep(member)
        try transaction.keep(person)
        forgetRoll()
        return person
    }

    private func change(_ change: Clerk.RollChanges.Change, in roll: Roll, by actor: String?) throws {
        guard var person = try transaction.person(handle: change.new.handle),
            var member = roll.member(person.member)
        else { throw MinutesError.damaged(at: change.new.handle) }
        if change.old.classes != change.new.classes || change.old.roles != change.new.roles {
            member.classes = change.new.classes
            member.roles = change.new.roles
            try record(
                .memberChanged(id: member.id, classes: member.classes, roles: member.roles), by: actor)
            try transaction.keep(member)
        }
        person.name = change.new.name
        person.email = change.new.email
        try transaction.keep(person)
    }

    private func remove(_ person: Person, in roll: Roll, by actor: String?) throws {
        guard var member = roll.member(person.member) else { throw MinutesError.damaged(at: person.handle) }
        member.left = moment.effective
        try record(.memberLeft(id: member.id), by: actor)
        try transaction.keep(member)
    }

    /// A random id that nobody has or had; among a million members one try in a million meets one that is taken.
    private func newID() throws -> String {
        let place = try transaction.length()
        if idsTaken == nil { idsTaken = Set(try roll().members.map(\.id)) }
        for attempt in 0..<100 {
            let use = attempt == 0 ? "member" : "member-\(attempt)"
            let random = clerk.chance.bytes(5, for: use, at: place)
            let id = "m" + random.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            if idsTaken?.insert(id).inserted ?? false { return id }
        }
        throw Fault("no-chance")
    }

    private func record(_ fact: AssemblyEvent.Happened, by actor: String?) throws {
        let event = AssemblyEvent(at: moment.effective, by: actor, fact)
        try append([event.json], to: .assembly, after: try transaction.version(of: .assembly))
    }
}
