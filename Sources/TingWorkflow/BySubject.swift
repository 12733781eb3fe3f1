/// A value that may depend on what a proposal touches.
///
/// In a file either one value, or a list of `when: SUBJECT` entries closed by
/// one `otherwise`. The first entry whose subject the proposal touches decides;
/// the checker refuses a subject that is named twice.
public struct BySubject<Value: Hashable & Sendable>: Hashable, Sendable {
    /// One `when` entry.
    public struct Case: Hashable, Sendable {
        /// The subject's name.
        public let subject: String
        /// The value for proposals that touch it.
        public let value: Value

        /// Makes an entry.
        public init(subject: String, value: Value) {
            self.subject = subject
            self.value = value
        }
    }

    /// The `when` entries in file order; empty when the value is the same for all.
    public let cases: [Case]
    /// The value for all other proposals.
    public let otherwise: Value

    /// Makes a value that may depend on the subject.
    public init(_ otherwise: Value, cases: [Case] = []) {
        self.otherwise = otherwise
        self.cases = cases
    }

    /// The value for a proposal that touches these subjects.
    public func value(touching subjects: [String]) -> Value {
        cases.first { subjects.contains($0.subject) }?.value ?? otherwise
    }

    /// Every value there is, the `when` entries first.
    public var all: [Value] { cases.map(\.value) + [otherwise] }
}
