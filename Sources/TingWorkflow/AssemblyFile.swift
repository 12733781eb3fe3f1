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
    /// The seed of a sandbox; nil for a real assembly.
    public let sandboxSeed: Int?

    static let keys = [
        Key("ting", .oneOf(["1"]), required: true), Key("assembly", .phrase(.name), required: true),
        Key("language", .oneOf(["en", "sv"]), required: true),
        Key("time-zone", .phrase(.name), required: true),
        Key("classes", .list(.phrase(.name)), required: true),
        Key("roles", .list(.phrase(.name)), required: true),
        Key("sandbox", .map(sandboxKeys)),
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
        sandboxSeed = map.map("sandbox", Self.sandboxKeys)?.whole("seed", atLeast: 0)
        guard !reading.hasErrors else { throw Unreadable(reading.inFileOrder) }
    }
}
