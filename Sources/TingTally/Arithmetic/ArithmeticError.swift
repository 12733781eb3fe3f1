/// Why an exact calculation has no exact result here.
public enum ArithmeticError: Error, Hashable, Sendable {
    /// A number grew past what is kept exactly; nothing is ever rounded instead.
    case overflow
    /// Something was divided by zero.
    case divisionByZero
    /// The square root of a number below zero was asked for; the number as text.
    case rootOfNegative(String)
    /// The square root of a number that is itself an irrational root; the number as text.
    case rootOfRoot(String)
    /// The sum of two numbers is not one root with one coefficient; both as text.
    case notOneTerm(String, String)

    /// The sentence for a person.
    public var statement: Statement {
        switch self {
        case .overflow: Statement("arithmetic-overflow")
        case .divisionByZero: Statement("arithmetic-division-by-zero")
        case .rootOfNegative(let number):
            Statement("arithmetic-root-of-negative", [.text("number", number)])
        case .rootOfRoot(let number): Statement("arithmetic-root-of-root", [.text("number", number)])
        case .notOneTerm(let left, let right):
            Statement("arithmetic-not-one-term", [.text("left", left), .text("right", right)])
        }
    }
}
