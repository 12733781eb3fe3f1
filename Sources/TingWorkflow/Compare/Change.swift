public import TingTally

/// Something that a new version of a workflow says otherwise than the old one.
public struct Change: Hashable, Sendable {
    /// What it does to the procedure.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// More is asked before something is adopted, or fewer may bring it about.
        case stricter
        /// Less is asked, or more may bring it about.
        case looser
        /// Neither can be said by itself.
        case different
        /// Only words for people are others.
        case words
    }

    /// What it does to the procedure.
    public let direction: Direction
    /// The sentence, with both values.
    public let statement: Statement
    /// Where the old version says it; nil where it says nothing of it.
    public let before: Mark?
    /// Where the new version says it; nil where it says nothing of it.
    public let after: Mark?

    /// Makes a change.
    public init(_ direction: Direction, _ statement: Statement, before: Mark?, after: Mark?) {
        self.direction = direction
        self.statement = statement
        self.before = before
        self.after = after
    }
}

/// One version of a workflow: its file as a document, and what was read from it.
public struct WorkflowVersion: Sendable {
    /// The document.
    public let document: Node
    /// The workflow.
    public let workflow: Workflow

    /// Reads a version.
    ///
    /// - Throws: ``Unreadable`` with every mistake found.
    public init(_ document: Node) throws(Unreadable) {
        self.document = Workflow.arranged(document)
        workflow = try Workflow.read(document)
    }
}
