/// Why a ballot file is refused; no ballot of such a file is counted.
public struct BallotFileError: Error, Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The sentence for a person.
    public let statement: Statement

    /// Makes the error.
    public init(line: Int, _ statement: Statement) {
        self.line = line
        self.statement = statement
    }
}
