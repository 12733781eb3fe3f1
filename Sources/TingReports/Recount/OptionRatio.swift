public import TingTally

/// What the flag `--majority` says of one option of ranked ballots.
///
/// `B=3` or `B=3:1` asks that at least three ballots prefer B to the default option for each that prefers
/// the default option to B; `B=more than 3` asks more.
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
        let sides = rest.split(separator: ":", omittingEmptySubsequences: false).map {
            Fraction(text: String($0))
        }
        guard sides.count < 3, let first = sides.first, let many = first,
            let ratio = sides.count == 1 ? many : sides[1].flatMap({ try? many / $0 })
        else { return nil }
        option = String(text[..<equals])
        comparison = isStrict ? .moreThan : .atLeast
        self.ratio = ratio
    }
}
