import TingProceedings
public import TingWorkflow

/// Where workflow files come from, and how their bytes become workflows.
public protocol Library: Sendable {
    /// The bytes of the workflow with this id as they are in the assembly's folder now; nil when there is none.
    ///
    /// - Throws: when the file is there and cannot be read.
    func bytes(ofWorkflow id: String) throws -> [UInt8]?
    /// The workflow in these bytes.
    ///
    /// - Throws: ``Unreadable`` with every error found.
    func workflow(_ bytes: [UInt8], named id: String) throws -> Workflow
    /// The ids of the workflows in the assembly's folder, ascending.
    func workflowIDs() throws -> [String]
}

/// What the folder's `ting.yaml` says of the assembly.
public struct AssemblySettings: Hashable, Sendable {
    /// The assembly's name.
    public var name: String
    /// The language of its texts: `en`, `sv`.
    public var language: String
    /// The time zone of its deadlines.
    public var zone: Zone
    /// The classes of members, in the order of the file.
    public var classes: [String]
    /// The roles, in the order of the file.
    public var roles: [String]
    /// What the roles of the file say of themselves, by role; those that say nothing are left out.
    public var offices: [String: Office] = [:]
    /// The seed of a sandbox, an assembly for trying, whose clock may be set; nil for a real one.
    public var sandbox: Int?

    /// What a role says of itself.
    public struct Office: Hashable, Sendable {
        /// How many can hold it at one time; nil for any number.
        public var seats: Int?
        /// The roles that nobody may hold beside it.
        public var never: [String]

        /// Makes it; without seats and roles it says nothing.
        public init(seats: Int? = nil, never: [String] = []) {
            self.seats = seats
            self.never = never
        }
    }

    /// Makes settings.
    public init(
        name: String, language: String, zone: Zone, classes: [String], roles: [String], sandbox: Int? = nil
    ) {
        self.name = name
        self.language = language
        self.zone = zone
        self.classes = classes
        self.roles = roles
        self.sandbox = sandbox
    }
}
