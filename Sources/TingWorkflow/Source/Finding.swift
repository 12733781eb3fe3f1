public import TingTally

/// Something a reader or a check has to say about a file.
///
/// A finding is a value; putting it into words and drawing the source frame
/// (line, caret, allowed values, "did you mean") happens where texts are made.
public struct Finding: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// The file cannot be used.
        case error
        /// The file can be used, but somebody may regret it.
        case warning
    }

    /// How bad it is.
    public let severity: Severity
    /// What is wrong; its code belongs to one check of ``Check/catalogue``.
    public let statement: Statement
    /// Where it is.
    public let mark: Mark
    /// How many columns to underline, at least 1.
    public let width: Int
    /// What may stand there instead; empty when the rule has no closed list.
    public let allowed: [String]
    /// The nearest allowed value, when one is near.
    public let suggestion: String?
    /// Further sentences, printed below the frame: other places, reasons.
    public let notes: [Statement]
    /// The promise of the file that is broken; nil when none is, or when it is one that every file keeps.
    public let promise: Promised?
    /// How it could happen, step by step; empty when there is nothing to tell.
    public let story: [StoryStep]
    /// Ways to mend it.
    public let mends: [Statement]

    /// A promise that a file makes, with its place.
    public struct Promised: Hashable, Sendable {
        /// What is promised.
        public let statement: Statement
        /// Where.
        public let mark: Mark

        /// Makes it.
        public init(_ statement: Statement, at mark: Mark) {
            self.statement = statement
            self.mark = mark
        }
    }

    /// Makes a finding.
    public init(
        _ severity: Severity = .error, _ statement: Statement, at mark: Mark, width: Int = 1,
        allowed: [String] = [], suggestion: String? = nil, notes: [Statement] = [],
        promise: Promised? = nil, story: [StoryStep] = [], mends: [Statement] = []
    ) {
        self.severity = severity
        self.statement = statement
        self.mark = mark
        self.width = width
        self.allowed = allowed
        self.suggestion = suggestion
        self.notes = notes
        self.promise = promise
        self.story = story
        self.mends = mends
    }
}

/// A file that cannot be used: every error found in it, in file order. Never empty.
public struct Unreadable: Error, Hashable, Sendable {
    /// What is wrong, in file order.
    public let findings: [Finding]

    /// Makes the error from its findings.
    public init(_ findings: [Finding]) {
        self.findings = findings
    }
}
