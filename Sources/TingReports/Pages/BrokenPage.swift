public import TingWorkflow

/// A template that cannot be used, with every mistake found in it.
public struct BrokenPage: Error, Hashable, Sendable {
    /// The file the mistakes are in; with an included template, that one's.
    public let source: PageSource
    /// The mistakes in the order of their places; never empty.
    public let findings: [Finding]

    /// Makes the error from its findings.
    public init(_ source: PageSource, _ findings: [Finding]) {
        self.source = source
        self.findings = findings
    }
}
