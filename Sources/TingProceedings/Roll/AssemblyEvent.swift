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
        /// Somebody became a member, or became one again.
        case memberAdmitted(id: String, Admission)
        /// A member's classes, roles or groups changed.
        case memberChanged(id: String, Standing)
        /// A member left.
        case memberLeft(id: String)
        /// A member was suspended, or began a leave of absence.
        case absenceBegan(id: String, Absence)
        /// A suspension or a leave of absence ended before its time, or one without an end.
        case absenceEnded(id: String)
        /// A member's fee is paid until a moment.
        case feePaid(id: String, until: Instant)
        /// A member was given a role for a time.
        case roleGiven(id: String, Term)
        /// A member's term of a role ended before its time.
        case roleEnded(id: String, role: String)
        /// An organisation named a person who may act for it.
        case delegateNamed(id: String, Term)
        /// An organisation took that back.
        case delegateWithdrawn(id: String, delegate: String)
    }

    /// With what somebody becomes a member.
    public struct Admission: Hashable, Sendable {
        /// Who or what.
        public var kind: Member.Kind
        /// The classes, roles and groups from then on.
        public var standing: Standing
        /// Since when.
        public var joined: Instant
        /// Until when the fee is paid; nil where nothing is said of fees.
        public var paidUntil: Instant?

        /// Makes an admission.
        public init(
            _ standing: Standing, joined: Instant, kind: Member.Kind = .person, paidUntil: Instant? = nil
        ) {
            self.kind = kind
            self.standing = standing
            self.joined = joined
            self.paidUntil = paidUntil
        }
    }

    /// What a register says of a member, besides since when.
    public struct Standing: Hashable, Sendable {
        /// The classes, ascending, each once.
        public let classes: [String]
        /// The roles, ascending, each once.
        public let roles: [String]
        /// The groups, ascending by kind.
        public let groups: [Group]

        /// Makes a standing.
        public init(classes: [String], roles: [String], groups: [Group] = []) {
            self.classes = Set(classes).sorted()
            self.roles = Set(roles).sorted()
            self.groups = groups.sorted()
        }
    }

    /// The word for what happened, as the minutes keep it.
    public var type: String {
        switch fact {
        case .founded: "founded"
        case .memberAdmitted: "member-admitted"
        case .memberChanged: "member-changed"
        case .memberLeft: "member-left"
        case .absenceBegan: "absence-began"
        case .absenceEnded: "absence-ended"
        case .feePaid: "fee-paid"
        case .roleGiven: "role-given"
        case .roleEnded: "role-ended"
        case .delegateNamed: "delegate-named"
        case .delegateWithdrawn: "delegate-withdrawn"
        }
    }

    /// The id of the member it happened to; nil where it happened to the assembly as a whole.
    public var member: String? {
        switch fact {
        case .founded: nil
        case .memberAdmitted(let id, _), .memberChanged(let id, _), .memberLeft(let id),
            .absenceBegan(let id, _), .absenceEnded(let id), .feePaid(let id, _), .roleGiven(let id, _),
            .roleEnded(let id, _), .delegateNamed(let id, _), .delegateWithdrawn(let id, _):
            id
        }
    }
}
