public import TingWorkflow

/// A member as the record knows them: an id, a standing, no name.
public struct Member: Hashable, Sendable {
    /// The random id, such as `m3f9a02c41d`.
    public let id: String
    /// The classes the member belongs to, ascending, each once.
    public var classes: [String]
    /// The roles the member holds, ascending, each once.
    public var roles: [String]
    /// Since when the person has been a member.
    public var joined: Instant
    /// Until when; nil for members of today.
    public var left: Instant?

    /// Makes a member.
    public init(id: String, classes: [String], roles: [String], joined: Instant, left: Instant? = nil) {
        self.id = id
        self.classes = Set(classes).sorted()
        self.roles = Set(roles).sorted()
        self.joined = joined
        self.left = left
    }

    /// Whether the person was a member at a moment; the moment of joining counts, that of leaving does not.
    public func isMember(at instant: Instant) -> Bool {
        joined <= instant && (left.map { instant < $0 } ?? true)
    }
}
