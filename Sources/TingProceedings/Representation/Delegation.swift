public import TingWorkflow

/// A member's word that another member speaks for them, until it is taken back.
///
/// A delegation is kept in the minutes in the order in which it was given. Of
/// those that bear on one vote the narrowest counts, and of equally narrow ones
/// the last given.
public struct Delegation: Hashable, Sendable {
    /// What a delegation is for, from the widest to the narrowest.
    public enum Scope: Hashable, Sendable {
        /// Every vote that takes delegations.
        case everything
        /// Every proposal under one workflow, by its name.
        case workflow(String)
        /// Every proposal that touches one subject.
        case subject(String)
        /// One proposal, by its number.
        case proposal(Int)

        /// How narrow it is; the higher number goes before the lower.
        var narrowness: Int {
            switch self {
            case .everything: 0
            case .workflow: 1
            case .subject: 2
            case .proposal: 3
            }
        }
    }

    /// Who gave it: a member's id.
    public let by: String
    /// Who speaks for them: a member's id; nil when nobody does here, whatever wider delegations say.
    public let to: String?
    /// What it is for.
    public let scope: Scope
    /// Its place in the minutes; a later one goes before an earlier one of the same scope.
    public let sequence: Int
    /// When it ends by itself; nil when it stands until it is taken back.
    public let until: Instant?

    /// Makes a delegation.
    public init(by: String, to: String?, scope: Scope, sequence: Int, until: Instant? = nil) {
        self.by = by
        self.to = to
        self.scope = scope
        self.sequence = sequence
        self.until = until
    }
}

/// What one vote is about, as delegations see it.
public struct DelegatedMatter: Hashable, Sendable {
    /// The number of the proposal.
    public let proposal: Int
    /// The name of its workflow.
    public let workflow: String
    /// The subjects that it touches.
    public let subjects: [String]
    /// The moment that decides which delegations stand: the one that ends then stands no more.
    public let instant: Instant

    /// Makes it.
    public init(proposal: Int, workflow: String, subjects: [String], instant: Instant) {
        self.proposal = proposal
        self.workflow = workflow
        self.subjects = subjects
        self.instant = instant
    }

    /// Whether a delegation bears on the vote.
    public func isBorne(on delegation: Delegation) -> Bool {
        if let until = delegation.until, until <= instant { return false }
        return switch delegation.scope {
        case .everything: true
        case .workflow(let name): name == workflow
        case .subject(let name): subjects.contains(name)
        case .proposal(let number): number == proposal
        }
    }
}
