/// Where a rule is written: its place in a file and the clause it puts into practice.
public struct RuleSource: Hashable, Sendable {
    /// The file, as a steward would name it, such as `Workflows/bylaw-change.yaml`.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The law or bylaw behind the rule, such as `Bylaws §12`.
    public let basis: String?

    /// Makes a source.
    public init(file: String, line: Int, basis: String? = nil) {
        self.file = file
        self.line = line
        self.basis = basis
    }
}
