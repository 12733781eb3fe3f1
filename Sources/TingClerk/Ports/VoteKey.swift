import TingProceedings
import TingWorkflow

/// Which vote: a proposal may have several.
public struct VoteKey: Hashable, Sendable, CustomStringConvertible {
    /// The proposal's number.
    public let proposal: Int
    /// The state.
    public let state: String
    /// The visit of the state.
    public let visit: Int

    /// Makes a key.
    public init(proposal: Int, state: String, visit: Int) {
        self.proposal = proposal
        self.state = state
        self.visit = visit
    }

    /// The key in one line: `P-12/vote/1`.
    public var description: String { "P-\(proposal)/\(state)/\(visit)" }
}
