public import TingTally

/// One line of a story told in a finding: a date, what somebody does, and where that leads.
///
/// Stories begin on a Monday that is always the same, so that a file tells the same
/// story every time.
public struct StoryStep: Hashable, Sendable {
    /// The date on which it happens; nil for the line that says that steps are left out.
    public let date: CivilDate?
    /// What happens.
    public let statement: Statement
    /// The state that begins then; nil when none does.
    public let next: String?
    /// Where it is written; nil when it is not.
    public let mark: Mark?

    /// Makes a step.
    public init(on date: CivilDate?, _ statement: Statement, next: String? = nil, mark: Mark? = nil) {
        self.date = date
        self.statement = statement
        self.next = next
        self.mark = mark
    }
}
