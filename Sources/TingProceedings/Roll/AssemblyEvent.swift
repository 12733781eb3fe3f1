public import TingWorkflow

/// Something that happened to the assembly itself; past tense, immutable.
public struct AssemblyEvent: Hashable, Sendable {
    /// When it took effect.
    public let at: Instant
    /// Who did it: a member's id; nil for the keeper of the folder.
    public let by: String?
    /// What happened.
    public let fact: Happened

    /// Makes an event.
    public init(at: Instant, by: String?, _ fact: Happened) {
        self.at = at
        self.by = by
        self.fact = fact
    }

    /// What can happen to an assembly.
    public enum Happened: Hashable, Sendable {
        /// It was founded.
        case founded(name: String, zone: String, sandbox: Bool)
        /// A person became a member.
        case memberAdmitted(id: String, classes: [String], roles: [String], joined: Instant)
        /// A member's classes or roles changed.
        case memberChanged(id: String, classes: [String], roles: [String])
        /// A member left.
        case memberLeft(id: String)
    }

    /// The word for what happened, as the minutes keep it.
    public var type: String {
        switch fact {
        case .founded: "founded"
        case .memberAdmitted: "member-admitted"
        case .memberChanged: "member-changed"
        case .memberLeft: "member-left"
        }
    }

    /// The event as the minutes keep it, without the envelope.
    public var json: JSON {
        var keys: [String: JSON]
        switch fact {
        case .founded(let name, let zone, let sandbox):
            keys = ["name": .string(name), "zone": .string(zone), "sandbox": .boolean(sandbox)]
        case .memberAdmitted(let id, let classes, let roles, let joined):
            keys = [
                "member": .string(id), "classes": .strings(classes), "roles": .strings(roles),
                "joined": .integer(joined.seconds),
            ]
        case .memberChanged(let id, let classes, let roles):
            keys = ["member": .string(id), "classes": .strings(classes), "roles": .strings(roles)]
        case .memberLeft(let id): keys = ["member": .string(id)]
        }
        keys["type"] = .string(type)
        keys["at"] = .integer(at.seconds)
        keys.set("by", by)
        return .object(keys)
    }

    /// Reads an event as the minutes keep it; keys of the envelope are passed over.
    ///
    /// - Throws: ``UnreadableEvent`` for an unknown type or a missing key.
    public init(json: JSON) throws(UnreadableEvent) {
        let fields = Fields(json: json)
        let at = try fields.instant("at")
        let by = try fields.optionalString("by")
        switch try fields.string("type") {
        case "founded":
            self.init(
                at: at, by: by,
                .founded(
                    name: try fields.string("name"), zone: try fields.string("zone"),
                    sandbox: try fields.boolean("sandbox")))
        case "member-admitted":
            self.init(
                at: at, by: by,
                .memberAdmitted(
                    id: try fields.string("member"), classes: try fields.strings("classes"),
                    roles: try fields.strings("roles"), joined: try fields.instant("joined")))
        case "member-changed":
            self.init(
                at: at, by: by,
                .memberChanged(
                    id: try fields.string("member"), classes: try fields.strings("classes"),
                    roles: try fields.strings("roles")))
        case "member-left": self.init(at: at, by: by, .memberLeft(id: try fields.string("member")))
        case let other: throw UnreadableEvent(key: other)
        }
    }
}

extension Roll {
    /// Applies one event of the assembly to the roll.
    public mutating func apply(_ event: AssemblyEvent) {
        switch event.fact {
        case .founded: break
        case .memberAdmitted(let id, let classes, let roles, let joined):
            enter(Member(id: id, classes: classes, roles: roles, joined: joined))
        case .memberChanged(let id, let classes, let roles):
            guard let member = member(id) else { return }
            enter(
                Member(id: id, classes: classes, roles: roles, joined: member.joined, left: member.left))
        case .memberLeft(let id):
            guard var member = member(id) else { return }
            member.left = event.at
            enter(member)
        }
    }
}
