import TingTally

/// What the file `ting.yaml` of an assembly says: its name, its language, its classes and roles.
public struct AssemblyFile: Hashable, Sendable {
    /// The assembly's name.
    public let name: String
    /// The language of its texts.
    public let language: String
    /// The time zone of its deadlines, by its IANA name, which the system knows.
    public let timeZone: String
    /// The classes of members, in the order of the file.
    public let classes: [String]
    /// The roles, in the order of the file; `steward` is always one.
    public let roles: [String]
    /// What roles say of themselves, by role; those that say nothing are left out.
    public let offices: [String: Office]
    /// The seed of a sandbox; nil for a real assembly.
    public let sandboxSeed: Int?

    /// What a role says of itself.
    public struct Office: Hashable, Sendable {
        /// How many can hold it at one time; nil for any number.
        public let seats: Int?
        /// The roles that nobody may hold beside it.
        public let never: [String]
    }

    static let keys = [
        Key("ting", .oneOf(["1"]), required: true), Key("assembly", .phrase(.name), required: true),
        Key("language", .oneOf(["en", "sv"]), required: true),
        Key("time-zone", .phrase(.name), required: true),
        Key("classes", .list(.phrase(.name)), required: true),
        Key("roles", .either([.list(.phrase(.name)), .named(.map(officeKeys))]), required: true),
        Key("sandbox", .map(sandboxKeys)),
    ]
    static let officeKeys = [
        Key("seats", .phrase(.whole)), Key("never-with", .list(.phrase(.name))),
    ]
    static let sandboxKeys = [Key("seed", .phrase(.whole), required: true)]

    /// Reads the file.
    ///
    /// - Throws: ``Unreadable`` with every mistake found, in file order.
    public init(_ document: Node) throws(Unreadable) {
        let reading = Reading(document)
        guard
            let map = MapReader(
                document, name: "", at: document.mark, place: Statement("place-file"), keys: Self.keys,
                reading: reading)
        else { throw Unreadable(reading.inFileOrder) }
        _ = map.one(of: ["1"], "ting")
        name = map.text("assembly") ?? ""
        language = map.one(of: ["en", "sv"], "language") ?? "en"
        timeZone = map.zone() ?? "UTC"
        classes = map.declaredNames("classes", besides: [])
        let roles = map.declaredNames("roles", besides: classes)
        self.roles = roles.contains("steward") ? roles : roles + ["steward"]
        var offices: [String: Office] = [:]
        for entry in map["roles"]?.entries ?? [] {
            if case .scalar(let text) = entry.value.content, text.isEmpty { continue }
            let office = MapReader(
                entry.value, name: entry.key, at: entry.mark,
                place: Statement("place-role", [.text("name", entry.key)]), keys: Self.officeKeys,
                reading: reading)
            offices[entry.key] = Office(
                seats: office?.whole("seats"), never: office?.roles("never-with", among: self.roles) ?? [])
        }
        self.offices = offices
        sandboxSeed = map.map("sandbox", Self.sandboxKeys)?.whole("seed", atLeast: 0)
        guard !reading.hasErrors else { throw Unreadable(reading.inFileOrder) }
    }
}

extension MapReader {
    /// Names under a key that must be among those declared.
    fileprivate func roles(_ key: String, among declared: [String]) -> [String] {
        (texts(key) ?? []).compactMap { node in
            guard let name = node.text else { return nil }
            if !declared.contains(name) {
                reading.error(
                    "unknown-value", [.text("value", name), .text("key", key)], at: node, allowed: declared,
                    suggestion: didYouMean(name, among: declared))
            }
            return name
        }
    }
}
