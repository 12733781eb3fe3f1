public import TingTally

extension Fraction {
    /// The most digits before the point of an amount.
    public static let mostMoneyDigits = 12

    /// Reads an amount of money exactly: `1250`, or `1250.5` and `1250.50`.
    ///
    /// Anything else is nil: a sign, a currency, spaces, commas, more than two digits after the point, more
    /// than ``mostMoneyDigits`` before it. So bounded, no sum of costs on one ballot paper can overflow.
    public init?(money text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = { (part: Substring, most: Int) in
            (1...most).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
        }
        guard (1...2).contains(parts.count), digits(parts[0], Fraction.mostMoneyDigits),
            parts.count == 1 || digits(parts[1], 2)
        else { return nil }
        self.init(text: text)
    }
}

extension Reading {
    /// Reads how much there is to spend: an amount, or `field NAME`.
    func budget(_ node: Node, for key: String) -> BudgetDemand? {
        guard var phrase = PhraseReader(node, .money, key: key, reading: self) else { return nil }
        if phrase.take("field") {
            guard let name = phrase.next() else {
                phrase.unexpected()
                return nil
            }
            return phrase.finish() ? .field(name) : nil
        }
        guard let amount = phrase.peek.flatMap(Fraction.init(money:)), amount > Fraction(0) else {
            phrase.unexpected()
            return nil
        }
        _ = phrase.next()
        return phrase.finish() ? .amount(amount) : nil
    }
}
