import TingTally

extension Reading {
    /// Reads `at least 3 to 1 over default`.
    func ratio(_ node: Node, for key: String) -> RuleDefinition.Ratio? {
        guard var phrase = PhraseReader(node, .ratio, key: key, reading: self),
            let comparison = phrase.comparison()
        else { return nil }
        let start = phrase.position
        guard let toOne = phrase.fraction() else { return nil }
        for word in ["to", "1", "over", "default"] where !phrase.take(word) {
            phrase.unexpected()
            return nil
        }
        guard phrase.finish() else { return nil }
        // An option as strong as the default is not above it: 1 to 1 is always "more than".
        guard toOne > Fraction(1) || (toOne == Fraction(1) && comparison == .moreThan) else {
            phrase.report(Statement("ratio-too-low", [.fraction("ratio", toOne)]), word: start)
            return nil
        }
        return RuleDefinition.Ratio(comparison, toOne)
    }
}
