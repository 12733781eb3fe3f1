public import TingProceedings
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
        /// The classes, ascending, each once.
        public var classes: [String]
        /// The roles, ascending, each once.
        public var roles: [String]
        /// The groups, ascending by kind: the employer, the circle.
        public var groups: [Group]
        /// Since when a member; nil for from now on. It counts when the member is admitted, not later.
        public var joined: Instant?
        /// Who or what becomes a member; it counts when the member is admitted, not later.
        public var kind: Member.Kind
        /// What a member who is on the roll already keeps, because the register says nothing of it.
        public var keeps: Set<Column> = []

        /// A column that a register may leave out.
        public enum Column: String, Hashable, Sendable, CaseIterable {
            /// Where notices go.
            case email
            /// The classes.
            case classes
            /// The roles.
            case roles
            /// The groups, each in a column of its kind.
            case groups
        }

        /// The same line with what it keeps filled in from an older one.
        func filledIn(from old: RollLine) -> RollLine {
            var line = self
            if keeps.contains(.email) { line.email = old.email }
            if keeps.contains(.classes) { line.classes = old.classes }
            if keeps.contains(.roles) { line.roles = old.roles }
            if keeps.contains(.groups) { line.groups = old.groups }
            line.keeps = []
            return line
        }

        /// What the record keeps of it.
        public var standing: AssemblyEvent.Standing {
            AssemblyEvent.Standing(classes: classes, roles: roles, groups: groups)
        }

        /// Makes a line; the name and the address are brought into the form of the record.
        public init(
            handle: String, name: String, email: String = "", classes: [String] = [], roles: [String] = [],
            groups: [Group] = [], joined: Instant? = nil, kind: Member.Kind = .person
        ) {
            self.handle = handle
            self.name = PlainText.kept(name)
            self.email = PlainText.kept(email)
            self.classes = Set(classes).sorted()
            self.roles = Set(roles).sorted()
            self.groups = groups.sorted()
            self.joined = joined
            self.kind = kind
        }
    }

    /// What an import would change, and changes when it is not a dry run.
    public struct RollChanges: Hashable, Sendable {
        /// Members who join, or come back.
        public var admitted: [RollLine] = []
        /// Members whose line changes: the old and the new.
        public var changed: [Change] = []
        /// Members who are not in the new register any more, and leave.
        public var left: [Person] = []
        /// How many members there were before.
        public var membersBefore = 0
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
}
