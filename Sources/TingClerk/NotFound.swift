public import TingTally

/// There is no such proposal, member, workflow or vote.
public struct NotFound: Error, Hashable, Sendable {
    /// What was looked for.
    public let statement: Statement

    /// Makes the error.
    public init(_ code: String, _ facts: [Fact] = []) {
        statement = Statement(code, facts)
    }
}
