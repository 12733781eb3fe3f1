extension Formula {
    /// The longest formula read, in Unicode scalars.
    public static let longest = 1000
    /// How deep parentheses and functions may stand within one another.
    public static let deepest = 32

    /// Reads a formula; any text ends in a formula or an error.
    ///
    /// - Throws: ``FormulaError`` with the offset of the first mistake.
    /// - Complexity: O(length).
    public static func parse(_ text: String) throws(FormulaError) -> Formula {
        var reader = FormulaReader(scalars: Array(text.unicodeScalars.prefix(longest + 1)))
        guard reader.scalars.count <= longest else {
            throw FormulaError(
                offset: longest, statement: Statement("formula-too-long", [.number("most", longest)]))
        }
        let root = try reader.sum()
        reader.skipSpace()
        guard reader.position == reader.scalars.count else {
            throw reader.unexpected(at: reader.position, code: "formula-operator-expected")
        }
        return Formula(description: text, root: root)
    }
}

/// Reads a formula from left to right; each level of precedence is one function.
private struct FormulaReader {
    let scalars: [Unicode.Scalar]
    var position = 0
    var depth = 0

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Products, added and subtracted.
    mutating func sum() throws(FormulaError) -> Formula.Term {
        var left = try product()
        while let (operation, offset) = next([.plus, .minus]) {
            left = .pair(operation, left, try product(), at: offset)
        }
        return left
    }

    /// Factors, multiplied and divided.
    mutating func product() throws(FormulaError) -> Formula.Term {
        var left = try factor()
        while let (operation, offset) = next([.times, .over]) {
            left = .pair(operation, left, try factor(), at: offset)
        }
        return left
    }

    /// A number, a name, a function or something in parentheses.
    mutating func factor() throws(FormulaError) -> Formula.Term {
        skipSpace()
        guard position < scalars.count else {
            throw unexpected(at: position, code: "formula-value-expected")
        }
        if scalars[position] == "(" { return try parenthesised() }
        if digit(at: position) { return try number() }
        guard letter(at: position) else {
            throw unexpected(at: position, code: "formula-value-expected")
        }
        let offset = position
        let word = name()
        skipSpace()
        guard position < scalars.count, scalars[position] == "(" else { return .name(word) }
        if let function = Formula.Function(rawValue: word) {
            return .call(function, try parenthesised(), at: offset)
        }
        guard word == "min" || word == "max" else {
            throw FormulaError(
                offset: offset, statement: Statement("formula-function-unknown", [.text("name", word)]))
        }
        let (first, second) = try twoParenthesised()
        return .pair(word == "min" ? .min : .max, first, second, at: offset)
    }

    /// What stands between an opening and a closing parenthesis.
    mutating func parenthesised() throws(FormulaError) -> Formula.Term {
        try enter()
        let inner = try sum()
        try leave()
        return inner
    }

    /// Two values between parentheses, with a comma between them.
    mutating func twoParenthesised() throws(FormulaError) -> (Formula.Term, Formula.Term) {
        try enter()
        let first = try sum()
        skipSpace()
        guard position < scalars.count, scalars[position] == "," else {
            throw unexpected(at: position, code: "formula-comma-expected")
        }
        position += 1
        let second = try sum()
        try leave()
        return (first, second)
    }

    /// Steps over an opening parenthesis.
    private mutating func enter() throws(FormulaError) {
        depth += 1
        guard depth <= Formula.deepest else {
            throw FormulaError(
                offset: position,
                statement: Statement("formula-too-deep", [.number("most", Formula.deepest)]))
        }
        position += 1
    }

    /// Steps over a closing parenthesis.
    private mutating func leave() throws(FormulaError) {
        skipSpace()
        guard position < scalars.count, scalars[position] == ")" else {
            throw unexpected(at: position, code: "formula-parenthesis-expected")
        }
        depth -= 1
        position += 1
    }

    /// A whole number.
    private mutating func number() throws(FormulaError) -> Formula.Term {
        let start = position
        while digit(at: position) { position += 1 }
        guard position - start <= Fraction.mostDigits else {
            throw FormulaError(
                offset: start,
                statement: Statement("formula-number-too-long", [.number("most", Fraction.mostDigits)]))
        }
        var value = 0
        for scalar in scalars[start..<position] { value = value * 10 + Int(scalar.value) - 48 }
        return .number(value)
    }

    /// Letters, with dashes between them.
    private mutating func name() -> String {
        var word = String.UnicodeScalarView()
        while letter(at: position)
            || (position < scalars.count && scalars[position] == "-" && letter(at: position + 1))
        {
            word.append(scalars[position])
            position += 1
        }
        return String(word)
    }

    /// The next operator, when it is one of these, and where it stood.
    private mutating func next(_ accepted: [Formula.Operation]) -> (Formula.Operation, Int)? {
        skipSpace()
        guard position < scalars.count,
            let operation = accepted.first(where: { $0.rawValue == String(scalars[position]) })
        else { return nil }
        position += 1
        return (operation, position - 1)
    }

    /// Steps over spaces.
    mutating func skipSpace() {
        while position < scalars.count, scalars[position] == " " { position += 1 }
    }

    /// The error for a character, or the end of the text, that may not stand there.
    func unexpected(at offset: Int, code: String) -> FormulaError {
        guard offset < scalars.count else {
            return FormulaError(offset: offset, statement: Statement(code + "-at-end"))
        }
        let found = scalars[offset]
        if found == "%" { return FormulaError(offset: offset, statement: Statement("formula-percent")) }
        if found == "." { return FormulaError(offset: offset, statement: Statement("formula-decimal")) }
        return FormulaError(
            offset: offset, statement: Statement(code, [.text("found", String(Character(found)))]))
    }

    /// Whether a letter of any alphabet stands there.
    private func letter(at index: Int) -> Bool {
        index < scalars.count && scalars[index].properties.isAlphabetic
    }

    /// Whether an ASCII digit stands there.
    private func digit(at index: Int) -> Bool {
        index < scalars.count && ("0"..."9").contains(scalars[index])
    }
}
