public import TingProceedings
import TingTally
public import TingWorkflow

extension Clerk {
    /// A member as a steward writes it: by handle and name, not by id.
    public struct RollLine: Hashable, Sendable {
        /// The short name used on the command line.
        public var handle: String
        /// The name for people.
        public var name: String
        /// Where notices go; empty when unknown.
        public var email: String
        /// The classes.
        public var classes: [String]
        /// The roles.
        public var roles: [String]
        /// Since when a member; nil for from now on.
        public var joined: Instant?

        /// Makes a line.
        public init(
            handle: String, name: String, email: String = "", classes: [String] = [], roles: [String] = [],
            joined: Instant? = nil
        ) {
            self.handle = handle
            self.name = name
            self.email = email
            self.classes = classes.sorted()
            self.roles = roles.sorted()
            self.joined = joined
        }
    }

    /// What an import would change, and changes when it is not a dry run.
    public struct RollChanges: Hashable, Sendable {
        /// Members who join.
        public var admitted: [RollLine] = []
        /// Members whose line changes: the old and the new.
        public var changed: [Change] = []
        /// Members who are not in the new register any more, and leave.
        public var left: [Person] = []
        /// How many stay as they are.
        public var unchanged = 0

        /// A changed line.
        public struct Change: Hashable, Sendable {
            /// As it was.
            public let old: RollLine
            /// As it will be.
            public let new: RollLine
        }

        /// Whether nothing changes.
        public var isEmpty: Bool { admitted.isEmpty && changed.isEmpty && left.isEmpty }
    }

    /// Admits one member.
    ///
    /// - Parameter actor: the steward's member id; nil for the keeper of the folder.
    /// - Throws: ``Refusal`` with every reason, ``MinutesError``.
    public func admit(_ line: RollLine, by actor: String?, at moment: Moment) throws -> Person {
        try write(moment) { desk in
            var reasons = try desk.reasonsAgainst(actor: actor)
            reasons += desk.reasons(against: line)
            if try desk.transaction.person(handle: line.handle) != nil {
                reasons.append(Reason(Statement("handle-taken", [.text("handle", line.handle)])))
            }
            if let refusal = Refusal(reasons) { throw refusal }
            return try desk.admit(line, by: actor)
        }
    }

    /// Compares the roll with a register, and takes over the register unless it is a dry run.
    ///
    /// - Parameters:
    ///   - lines: the whole register; handles are unique.
    ///   - removing: whether members missing in the register leave.
    /// - Throws: ``Refusal`` with every reason; nothing was changed then.
    public func importRoll(
        _ lines: [RollLine], removing: Bool, dryRun: Bool, by actor: String?, at moment: Moment
    ) throws -> RollChanges {
        if dryRun {
            return try ask(moment) { try $0.changes(lines, removing: removing, at: moment.effective) }
        }
        return try write(moment) { desk in
            var reasons = try desk.reasonsAgainst(actor: actor)
            for line in lines { reasons += desk.reasons(against: line) }
            if let refusal = Refusal(reasons) { throw refusal }
            let changes = try desk.changes(lines, removing: removing, at: moment.effective)
            for line in changes.admitted { _ = try desk.admit(line, by: actor) }
            for change in changes.changed { try desk.change(change, by: actor) }
            for person in changes.left { try desk.remove(person, by: actor) }
            return changes
        }
    }

    /// The roll with what is known of each person, by handle.
    public func roll(at moment: Moment) throws -> [(person: Person, member: Member)] {
        try ask(moment) { desk in
            let roll = try desk.roll()
            return try desk.reading.persons().compactMap { person in
                roll.member(person.member).map { (person: person, member: $0) }
            }
        }
    }
}

extension ReadingDesk {
    /// What it would take to make the roll equal to a register.
    func changes(_ lines: [Clerk.RollLine], removing: Bool, at instant: Instant) throws -> Clerk.RollChanges {
        var changes = Clerk.RollChanges()
        let roll = try roll()
        var known: [String: Person] = [:]
        for person in try reading.persons() { known[person.handle] = person }
        for line in lines {
            guard let person = known.removeValue(forKey: line.handle),
                let member = roll.member(person.member),
                member.isMember(at: instant)
            else {
                changes.admitted.append(line)
                continue
            }
            let old = Clerk.RollLine(
                handle: person.handle, name: person.name, email: person.email, classes: member.classes,
                roles: member.roles)
            var new = line
            new.joined = nil
            if old == new {
                changes.unchanged += 1
            } else {
                changes.changed.append(Clerk.RollChanges.Change(old: old, new: new))
            }
        }
        if removing {
            changes.left = known.values
                .filter { roll.member($0.member)?.isMember(at: instant) ?? false }
                .sorted { $0.handle < $1.handle }
        }
        return changes
    }
}

extension Desk {
    /// Why this person may not change the roll; empty when they may.
    func reasonsAgainst(actor: String?) throws -> [Reason] {
        guard let actor else { return [] }
        let member = try member(actor)
        guard !member.isMember(at: moment.effective) || !member.roles.contains("steward") else { return [] }
        return [Reason(Statement("only-stewards", [.text("role", "steward")]))]
    }

    /// Why this line cannot stand in the roll; empty when it can.
    func reasons(against line: Clerk.RollLine) -> [Reason] {
        var reasons: [Reason] = []
        let fact = Fact.text("handle", line.handle)
        if !Person.isHandle(line.handle) { reasons.append(Reason(Statement("handle-form", [fact]))) }
        for name in line.classes where !clerk.settings.classes.contains(name) {
            reasons.append(
                Reason(
                    Statement(
                        "class-unknown",
                        [fact, .text("class", name), .list("classes", clerk.settings.classes)])))
        }
        for role in line.roles where !clerk.settings.roles.contains(role) {
            reasons.append(
                Reason(
                    Statement(
                        "role-unknown", [fact, .text("role", role), .list("roles", clerk.settings.roles)])))
        }
        if let joined = line.joined, joined > moment.effective {
            reasons.append(Reason(Statement("joined-later", [fact, .instant("joined", joined.seconds)])))
        }
        return reasons
    }

    func admit(_ line: Clerk.RollLine, by actor: String?) throws -> Person {
        let length = try transaction.length()
        let random = clerk.chance.bytes(5, for: "member", at: length)
        let former = try transaction.person(handle: line.handle)
        let id =
            former?.member ?? "m"
            + random.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let member = Member(
            id: id, classes: line.classes, roles: line.roles, joined: line.joined ?? moment.effective)
        try record(
            .memberAdmitted(id: id, classes: member.classes, roles: member.roles, joined: member.joined),
            by: actor)
        let person = Person(member: id, handle: line.handle, name: line.name, email: line.email)
        try transaction.keep(person)
        try transaction.keep(member)
        return person
    }

    func change(_ change: Clerk.RollChanges.Change, by actor: String?) throws {
        guard var person = try transaction.person(handle: change.new.handle),
            var member = try roll().member(person.member)
        else { return }
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

    func remove(_ person: Person, by actor: String?) throws {
        guard var member = try roll().member(person.member) else { return }
        member.left = moment.effective
        try record(.memberLeft(id: member.id), by: actor)
        try transaction.keep(member)
    }

    private func record(_ fact: AssemblyEvent.Happened, by actor: String?) throws {
        let event = AssemblyEvent(at: moment.effective, by: actor, fact)
        try transaction.append(
            [event.json], to: .assembly, after: try transaction.version(of: .assembly),
            recorded: moment.recorded)
        forgetRoll()
    }
}

extension Person {
    /// Whether a text can be a handle: 1 to 40 lower-case letters, digits, `-`, `_`, `.`, beginning with a letter.
    public static func isHandle(_ text: String) -> Bool {
        guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 40 else {
            return false
        }
        return text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
        }
    }
}
