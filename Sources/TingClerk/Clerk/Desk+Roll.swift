import TingProceedings
import TingTally
import TingWorkflow

extension Desk {
    /// Writes the changes of an import: first who joins, then who changes, then who leaves.
    func take(_ changes: Clerk.RollChanges, by actor: String?) throws {
        for line in changes.admitted { _ = try admit(line, by: actor) }
        for change in changes.changed { try self.change(change, by: actor) }
        for person in changes.left { try enter(.memberLeft(id: person.member), by: actor) }
    }

    /// Writes that somebody joined; who was a member before keeps the id, and what the line keeps.
    func admit(_ line: Clerk.RollLine, by actor: String?) throws -> Person {
        let line = try completed(line)
        let former = try transaction.person(handle: line.handle)
        let id = try former?.member ?? newID()
        let person = Person(member: id, handle: line.handle, name: line.name, email: line.email)
        try enter(
            .memberAdmitted(
                id: id,
                AssemblyEvent.Admission(
                    line.standing, joined: line.joined ?? moment.effective, kind: line.kind)),
            by: actor)
        try transaction.keep(person)
        return person
    }

    /// Writes what happened to a member, and keeps what the roll says of them since.
    func enter(_ fact: AssemblyEvent.Happened, by actor: String?) throws {
        let event = AssemblyEvent(at: moment.effective, by: actor, fact)
        let former = try event.member.flatMap { try roll().member($0) }
        guard let member = Member.applying(event, to: former) else {
            throw MinutesError.damaged(at: event.member ?? event.type)
        }
        try append([event.json], to: .assembly, after: try transaction.version(of: .assembly))
        try transaction.keep(member)
        enter(member)
    }

    private func change(_ change: Clerk.RollChanges.Change, by actor: String?) throws {
        guard var person = try transaction.person(handle: change.new.handle) else {
            throw MinutesError.damaged(at: change.new.handle)
        }
        if change.old.standing != change.new.standing {
            try enter(.memberChanged(id: person.member, change.new.standing), by: actor)
        }
        person.name = change.new.name
        person.email = change.new.email
        try transaction.keep(person)
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
}
