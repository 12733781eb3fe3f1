public import TingTally

/// How the values of a statement are written into its sentence.
extension Words {
    /// A sentence with its placeholders filled in.
    ///
    /// - Returns: Nil when a fact is missing or a placeholder cannot be read.
    func fill(_ text: String, _ statement: Statement) -> String? {
        guard case .success(let phrase) = Phrase.read(text) else { return nil }
        var result = ""
        for piece in phrase.pieces {
            switch piece {
            case .literal(let literal):
                result += literal
            case .value(let name, let style):
                guard let value = statement[name] else { return nil }
                let written = write(value, as: style)
                result += style == .start ? written.prefix(1).uppercased() + written.dropFirst() : written
            case .plural(let name, let one, let other):
                guard let value = statement[name] else { return nil }
                result += Self.isOne(value) ? one : other
            }
        }
        return result
    }

    /// A value as people read it, outside of a sentence: a heading or a cell of a table.
    public func text(of value: FactValue) -> String { write(value, as: .usual) }

    /// A value as people read it.
    func write(_ value: FactValue, as style: Phrase.Style) -> String {
        switch value {
        case .text(let text):
            style == .lines ? Visible.lines(text) : Visible.line(text)
        case .term(let word):
            // Names that stewards choose are not in the words file; they are shown as they are.
            label("terms." + word) ?? Visible.line(word)
        case .number(let number):
            String(number)
        case .fraction(let fraction):
            write(fraction, as: style)
        case .instant(let seconds):
            instant(seconds)
        case .list(let values):
            join(values.map { write($0, as: style) }, as: style)
        case .statement(let statement):
            render(statement)
        }
    }

    private func write(_ fraction: Fraction, as style: Phrase.Style) -> String {
        guard style != .fraction else { return fraction.description }
        guard let decimal = fraction.decimal else { return mixed(fraction) }
        let mark = label("numbers.decimal-mark") ?? "."
        return decimal.map { $0 == "." ? mark : String($0) }.joined()
    }

    /// A number that has no end as a decimal: `39 1/3`, and `1/3` below one.
    private func mixed(_ fraction: Fraction) -> String {
        let whole = fraction.numerator / fraction.denominator
        let rest = (fraction.numerator % fraction.denominator).magnitude
        return whole == 0 ? fraction.description : "\(whole) \(rest)/\(fraction.denominator)"
    }

    private func join(_ values: [String], as style: Phrase.Style) -> String {
        guard let last = values.last else { return plain("list.none") }
        guard style != .sentences else { return values.joined(separator: " ") }
        let comma = plain("list.comma")
        guard values.count > 1, style != .commas else { return values.joined(separator: comma) }
        let joiner = plain(style == .or ? "list.or" : "list.and")
        return values.dropLast().joined(separator: comma) + joiner + last
    }

    private static func isOne(_ value: FactValue) -> Bool {
        switch value {
        case .number(let number): number == 1
        case .fraction(let fraction): fraction.description == "1"
        case .list(let values): values.count == 1
        case .text, .term, .instant, .statement: false
        }
    }
}
