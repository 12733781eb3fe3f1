public import TingTally

/// What the flag `--majority` says of one option of ranked ballots.
///
/// `B=3` asks at least 3 to 1 over the default option, `B=more than 3` asks more.
public struct OptionRatio: Hashable, Sendable {
    /// The option, by token or full name.
    public let option: String
    /// Whether exactly the ratio is enough.
    public let comparison: Comparison
    /// How many to one.
    public let ratio: Fraction

    /// Reads the flag; nil when it has no option, or no ratio after the last `=`.
    public init?(flag text: String) {
        guard let equals = text.lastIndex(of: "="), equals != text.startIndex else { return nil }
        var rest = text[text.index(after: equals)...]
        let strictly = "more than "
        let isStrict = rest.hasPrefix(strictly)
        if isStrict { rest = rest.dropFirst(strictly.count) }
        guard let ratio = Fraction(text: String(rest)) else { return nil }
        option = String(text[..<equals])
        comparison = isStrict ? .moreThan : .atLeast
        self.ratio = ratio
    }
}
