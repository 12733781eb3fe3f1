public import TingWorkflow

/// A member as the record knows them: an id, a standing that changes with time, no name.
public struct Member: Hashable, Sendable {
    /// Who or what is a member.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A natural person.
        case person
        /// A cooperative, a company, a circle: its delegates act for it, and its ballot is one.
        case organisation
    }

    /// The random id, such as `m3f9a02c41d`.
    public let id: String
    /// Who or what is a member.
    public var kind: Kind
    /// Since when the person has been a member; of the last membership, where there were several.
    public var joined: Instant
    /// Until when; nil for members of today.
    public var left: Instant?
    /// The memberships before the last one, oldest first.
    public var earlier: [Span]
    /// The classes since the last change of them, ascending, each once.
    public var classes: [String]
    /// The classes before that, oldest first.
    public var earlierClasses: [Held<[String]>]
    /// The groups since the last change of them, ascending by kind: the employer, the circle.
    public var groups: [Group]
    /// The groups before that, oldest first.
    public var earlierGroups: [Held<[Group]>]
    /// The terms of roles, in the order in which they were given.
    public var terms: [Term]
    /// The times without rights: suspensions and leaves of absence, in the order in which they began.
    public var absences: [Absence]
    /// Until when the fee is paid; nil where nothing is said of fees.
    public var paidUntil: Instant?
    /// The ids of the persons who may act for an organisation, with their terms.
    public var delegates: [Term]

    /// Makes a member who has held the roles and classes from the beginning.
    public init(id: String, classes: [String], roles: [String], joined: Instant, left: Instant? = nil) {
        self.init(
            id: id, classes: classes,
            terms: Set(roles).sorted().map { Term($0, Span(from: joined)) }, joined: joined, left: left)
    }

    /// Makes a member with terms of roles.
    public init(
        id: String, kind: Kind = .person, classes: [String], terms: [Term], joined: Instant,
        left: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.classes = Set(classes).sorted()
        self.terms = terms
        self.joined = joined
        self.left = left
        earlier = []
        earlierClasses = []
        groups = []
        earlierGroups = []
        absences = []
        delegates = []
    }
}

extension Member {
    /// Whether the person was a member at a moment; the moment of joining counts, that of leaving does not.
    ///
    /// Who is suspended or on leave is a member all the same; see ``isActive(at:)``.
    public func isMember(at instant: Instant) -> Bool { membership(at: instant) != nil }

    /// Whether the person was a member with all rights: neither suspended nor on leave.
    public func isActive(at instant: Instant) -> Bool {
        isMember(at: instant) && absence(at: instant) == nil
    }

    /// The absence that a moment falls into; nil when the member has their rights.
    public func absence(at instant: Instant) -> Absence? {
        absences.isEmpty ? nil : absences.last { $0.span.contains(instant) }
    }

    /// The membership that a moment falls into; nil outside of all.
    public func membership(at instant: Instant) -> Span? {
        let last = Span(from: joined, until: left)
        if last.contains(instant) { return last }
        return earlier.isEmpty ? nil : earlier.last { $0.contains(instant) }
    }

    /// The classes the member belonged to at a moment, ascending.
    public func classes(at instant: Instant) -> [String] {
        earlierClasses.first { instant < $0.until }?.value ?? classes
    }

    /// The groups the member belonged to at a moment, ascending by kind.
    public func groups(at instant: Instant) -> [Group] {
        earlierGroups.first { instant < $0.until }?.value ?? groups
    }

    /// The roles the member held at a moment, ascending, each once.
    public func roles(at instant: Instant) -> [String] {
        terms.isEmpty ? [] : Set(terms.filter { $0.span.contains(instant) }.map(\.name)).sorted()
    }

    /// Whether the member held a role at a moment.
    public func holds(_ role: String, at instant: Instant) -> Bool {
        terms.contains { $0.name == role && $0.span.contains(instant) }
    }

    /// Whether the fee is paid at a moment; also where nothing is said of fees.
    public func hasPaid(at instant: Instant) -> Bool { paidUntil.map { instant < $0 } ?? true }
}

extension Member {
    /// Changes the classes from a moment on.
    public mutating func setClasses(_ classes: [String], from instant: Instant) {
        let classes = Set(classes).sorted()
        guard classes != self.classes else { return }
        earlierClasses.append(Held(self.classes, until: instant))
        self.classes = classes
    }

    /// Changes the groups from a moment on.
    public mutating func setGroups(_ groups: [Group], from instant: Instant) {
        let groups = groups.sorted()
        guard groups != self.groups else { return }
        earlierGroups.append(Held(self.groups, until: instant))
        self.groups = groups
    }

    /// Ends the terms of roles that are not among these, and begins terms of those not held yet.
    public mutating func setRoles(_ roles: [String], from instant: Instant) {
        for place in terms.indices where terms[place].span.contains(instant) {
            if !roles.contains(terms[place].name) { terms[place].span.until = instant }
        }
        let held = self.roles(at: instant)
        terms += Set(roles).subtracting(held).sorted().map { Term($0, Span(from: instant)) }
    }

    /// Begins a new membership of somebody who has left.
    public mutating func rejoin(from instant: Instant) {
        earlier.append(Span(from: joined, until: left ?? instant))
        (joined, left) = (instant, nil)
    }
}
