/// Arithmetic over names and numbers, such as `3 * 1/2 * sqrt(electorate)`.
///
/// It knows `+ - * /`, parentheses, `sqrt(a)`, `floor(a)`, `ceiling(a)`,
/// `min(a, b)`, `max(a, b)`, whole numbers and names. A name is made of letters
/// with dashes between them: a dash between two letters belongs to the name,
/// so a difference of two names is written with spaces. Everything is exact.
public struct Formula: Hashable, Sendable, CustomStringConvertible {
    /// The formula as it was written.
    public let description: String
    /// What is calculated.
    let root: Term

    /// A number, a name, or a calculation, with the offset where it stands.
    indirect enum Term: Hashable, Sendable {
        case number(Int)
        case name(String)
        case call(Function, Term, at: Int)
        case pair(Operation, Term, Term, at: Int)
    }

    /// A function of one number.
    enum Function: String, CaseIterable {
        case sqrt, floor, ceiling
    }

    /// A calculation with two numbers.
    enum Operation: String {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
        case min, max
    }

    /// The names that the formula needs values for, each once, in the order they are read.
    public var names: [String] {
        var found: [String] = []
        func collect(_ term: Term) {
            switch term {
            case .number: break
            case .name(let name): if !found.contains(name) { found.append(name) }
            case .call(_, let inner, _): collect(inner)
            case .pair(_, let left, let right, _):
                collect(left)
                collect(right)
            }
        }
        collect(root)
        return found
    }

    /// The exact value, with every name looked up.
    ///
    /// - Throws: Whatever the lookup throws; ``FormulaError`` at the offset of the
    ///   operation that has no exact result.
    public func value(_ lookup: (String) throws -> Surd) throws -> Surd {
        try value(of: root, lookup)
    }

    /// The value of one part.
    private func value(of term: Term, _ lookup: (String) throws -> Surd) throws -> Surd {
        switch term {
        case .number(let number): return Surd(number)
        case .name(let name): return try lookup(name)
        case .call(let function, let inner, let offset):
            let operand = try value(of: inner, lookup)
            return try exactly(at: offset) { () throws(ArithmeticError) in
                switch function {
                case .sqrt: try Surd.squareRoot(of: operand)
                case .floor: Surd(try operand.floor)
                case .ceiling: Surd(try operand.ceiling)
                }
            }
        case .pair(let operation, let first, let second, let offset):
            let left = try value(of: first, lookup)
            let right = try value(of: second, lookup)
            return try exactly(at: offset) { () throws(ArithmeticError) in
                switch operation {
                case .plus: try left + right
                case .minus: try left - right
                case .times: try left * right
                case .over: try left / right
                case .min: Swift.min(left, right)
                case .max: Swift.max(left, right)
                }
            }
        }
    }

    /// Says where in which formula a calculation has no exact result.
    private func exactly(
        at offset: Int, _ calculate: () throws(ArithmeticError) -> Surd
    ) throws(FormulaError) -> Surd {
        do {
            return try calculate()
        } catch {
            throw FormulaError(
                offset: offset,
                statement: Statement(
                    "formula-not-exact",
                    [
                        .text("formula", description),
                        Fact("reason", .statement(error.statement)),
                    ]))
        }
    }
}

/// What is wrong with a formula, and where.
public struct FormulaError: Error, Hashable, Sendable {
    /// How many Unicode scalars stand before the mistake.
    public let offset: Int
    /// The sentence for a person.
    public let statement: Statement

    /// Makes the error.
    public init(offset: Int, statement: Statement) {
        self.offset = offset
        self.statement = statement
    }
}
