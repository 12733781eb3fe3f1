/// The whole count, line by line: every number, every comparison, in order.
public struct Transcript: Hashable, Sendable {
    /// One line of the count.
    public struct Step: Hashable, Sendable {
        /// What was found, with the numbers.
        public let statement: Statement
        /// The numbers behind the line, where a sentence cannot hold them.
        public let table: Table?
        /// How far the line is indented: 1 and more within a named alternative.
        public let depth: Int

        /// Makes a line.
        public init(_ statement: Statement, table: Table? = nil, depth: Int = 0) {
            self.statement = statement
            self.table = table
            self.depth = depth
        }
    }

    /// The lines, in the order of the count.
    public private(set) var steps: [Step] = []

    /// Makes an empty transcript.
    public init() {}

    /// Adds a line.
    public mutating func add(_ statement: Statement, table: Table? = nil) {
        steps.append(Step(statement, table: table))
    }

    /// Adds all lines of another transcript, indented by so much more.
    public mutating func add(_ other: Transcript, indentedBy indent: Int = 0) {
        steps += other.steps.map { Step($0.statement, table: $0.table, depth: $0.depth + indent) }
    }

    /// The statements alone, in order.
    public var statements: [Statement] { steps.map(\.statement) }
}
