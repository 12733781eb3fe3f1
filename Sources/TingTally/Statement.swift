/// A sentence not yet put into words: a stable code and the values that decided it.
///
/// Refusals, findings, transcript lines and notices are all statements. The
/// pure modules never write prose; `Templates/words/<language>.yaml` holds one
/// sentence for each code, with the facts' names in braces.
public struct Statement: Hashable, Sendable {
    /// The stable, kebab-case code, such as `quorum-met`.
    public let code: String
    /// The values, in the order they were given; names are unique.
    public let facts: [Fact]

    /// Makes a statement from its code and its facts.
    public init(_ code: String, _ facts: [Fact] = []) {
        self.code = code
        self.facts = facts
    }

    /// The value of the fact with this name, or nil when there is none.
    public subscript(name: String) -> FactValue? {
        facts.first { $0.name == name }?.value
    }
}

/// One named value of a statement.
public struct Fact: Hashable, Sendable {
    /// The name by which the sentence refers to the value.
    public let name: String
    /// The value itself.
    public let value: FactValue

    /// Makes a fact.
    public init(_ name: String, _ value: FactValue) {
        self.name = name
        self.value = value
    }
}

/// A value in a statement, typed so that each language can write it its own way.
public enum FactValue: Hashable, Sendable {
    /// Text to be shown as it is: a title, a name, a key of a file.
    case text(String)
    /// A word of the program, looked up in the words file: a kind, an outcome, a comparison.
    case term(String)
    /// A count of persons, ballots, days: whatever the sentence says.
    case number(Int)
    /// An exact number, shown as a whole number, a fraction or a terminating decimal.
    case fraction(Fraction)
    /// A moment, in seconds since 1970-01-01 00:00 UTC.
    case instant(Int)
    /// Several values, joined as the language joins a list.
    case list([FactValue])
    /// A sentence within the sentence.
    case statement(Statement)
}

extension Fact {
    /// A fact that is shown as it is.
    public static func text(_ name: String, _ value: String) -> Fact { Fact(name, .text(value)) }
    /// A fact that is a word of the program.
    public static func term(_ name: String, _ value: String) -> Fact { Fact(name, .term(value)) }
    /// A fact that is a count.
    public static func number(_ name: String, _ value: Int) -> Fact { Fact(name, .number(value)) }
    /// A fact that is an exact number.
    public static func fraction(_ name: String, _ value: Fraction) -> Fact { Fact(name, .fraction(value)) }
    /// A fact that is a moment, in seconds since 1970 UTC.
    public static func instant(_ name: String, _ value: Int) -> Fact { Fact(name, .instant(value)) }
    /// A fact that is a list of texts.
    public static func list(_ name: String, _ values: [String]) -> Fact {
        Fact(name, .list(values.map(FactValue.text)))
    }
}
