public import TingTally
import TingWorkflow

/// The rules say no, and why.
///
/// A refusal is expected and harmless: nothing was written. It cannot exist
/// without a reason; reasons stand in the order in which the rules were asked.
public struct Refusal: Error, Hashable, Sendable {
    /// Why, never empty.
    public let reasons: [Reason]

    /// Makes a refusal from its reasons.
    public init(_ first: Reason, _ others: [Reason] = []) {
        reasons = [first] + others
    }

    /// Makes a refusal with one reason.
    public init(_ statement: Statement, source: Provision? = nil, hint: Statement? = nil) {
        reasons = [Reason(statement, source: source, hint: hint)]
    }

    /// Makes a refusal when there is a reason; nil when there is none.
    public init?(_ reasons: [Reason]) {
        guard !reasons.isEmpty else { return nil }
        self.reasons = reasons
    }
}

/// One reason of a refusal.
public struct Reason: Hashable, Sendable {
    /// What was refused and by which rule, with the values that decided it.
    public let statement: Statement
    /// Where the rule stands; nil for rules of the program itself.
    public let source: Provision?
    /// One next step.
    public let hint: Statement?

    /// Makes a reason.
    public init(_ statement: Statement, source: Provision? = nil, hint: Statement? = nil) {
        self.statement = statement
        self.source = source
        self.hint = hint
    }
}

/// Where a rule stands: the workflow, the line, the key, the clause behind it.
public struct Provision: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// The line in its file, from 1.
    public let line: Int
    /// The key, as a path: `vote.lasts`.
    public let key: String
    /// The clause it rests on; nil when the file gives none.
    public let basis: String?

    /// Makes a source.
    public init(workflow: String, line: Int, key: String, basis: String?) {
        self.workflow = workflow
        self.line = line
        self.key = key
        self.basis = basis
    }
}
