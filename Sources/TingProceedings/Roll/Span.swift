public import TingWorkflow

/// A time from one moment to another; the first belongs to it, the last does not.
public struct Span: Hashable, Sendable {
    /// The first moment.
    public var from: Instant
    /// The moment after the last one; nil for a time without end.
    public var until: Instant?

    /// Makes a span.
    public init(from: Instant, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether a moment falls into it.
    public func contains(_ instant: Instant) -> Bool {
        from <= instant && (until.map { instant < $0 } ?? true)
    }
}

/// What held until a moment, and was something else from then on.
public struct Held<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What held.
    public let value: Value
    /// The first moment at which it did not hold any more.
    public let until: Instant

    /// Makes it.
    public init(_ value: Value, until: Instant) {
        self.value = value
        self.until = until
    }
}

/// A time in which somebody holds a role, or acts for an organisation.
public struct Term: Hashable, Sendable {
    /// How somebody came to it.
    public enum Way: String, Hashable, Sendable, CaseIterable {
        /// A steward entered it.
        case appointed
        /// A vote decided it.
        case elected
        /// Somebody elected left, and this one was next in the count.
        case nextInLine = "next-in-line"
    }

    /// The role, or the id of the delegate.
    public let name: String
    /// The time.
    public var span: Span
    /// How somebody came to it.
    public let way: Way
    /// The number of the proposal that decided it; nil where none did.
    public let decision: Int?

    /// Makes a term.
    public init(_ name: String, _ span: Span, way: Way = .appointed, decision: Int? = nil) {
        self.name = name
        self.span = span
        self.way = way
        self.decision = decision
    }
}

/// A time in which a member has not all their rights.
public struct Absence: Hashable, Sendable {
    /// Why a member has not all their rights.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The assembly has taken them away for a time.
        case suspended
        /// The member has asked not to be counted for a time.
        case onLeave = "on-leave"
    }

    /// Why.
    public let kind: Kind
    /// The time.
    public var span: Span

    /// Makes an absence.
    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }
}

/// A group that a member belongs to, of one kind: of all employers, one.
public struct Group: Hashable, Sendable, Comparable {
    /// The kind, such as `employer` or `circle`.
    public let kind: String
    /// The name of the group.
    public let name: String

    /// Makes it.
    public init(kind: String, name: String) {
        self.kind = kind
        self.name = name
    }

    /// By kind, then by name.
    public static func < (left: Group, right: Group) -> Bool {
        (left.kind, left.name) < (right.kind, right.name)
    }
}
