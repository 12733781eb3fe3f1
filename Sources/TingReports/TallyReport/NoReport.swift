public import TingTally

/// Why a tally report cannot be made: the record does not hold what it needs.
public struct NoReport: Error, Hashable, Sendable {
    /// The sentence for a person.
    public let statement: Statement

    /// Makes the error.
    public init(_ code: String, _ facts: [Fact] = []) {
        statement = Statement(code, facts)
    }
}
