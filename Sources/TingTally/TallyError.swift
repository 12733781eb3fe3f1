/// Why something cannot be counted.
///
/// The numbers contradict one another, or the rule asks for one that nobody told.
/// An empty ballot box is not an error: it is counted, and lacks votes.
public struct TallyError: Error, Hashable, Sendable {
    /// The sentence for a person.
    public let statement: Statement

    /// Makes the error.
    public init(_ statement: Statement) {
        self.statement = statement
    }

    /// An exact calculation that has no exact result.
    init(_ error: ArithmeticError) {
        statement = error.statement
    }
}
