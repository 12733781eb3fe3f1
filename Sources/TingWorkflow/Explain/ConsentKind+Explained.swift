import TingTally

extension ConsentKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var sentences = [
            Statement("explain-consent", [Fact("people", telling.group(group))]),
            Statement("explain-consent-" + (silence == .consents ? "silence" : "no-silence")),
        ]
        if let answers {
            if let part = answers.formula.description.withoutSuffix(" * \(Amount.asked)") {
                sentences.append(
                    Statement(
                        "explain-consent-answers-part",
                        [.term("comparison", answers.comparison.rawValue), .text("part", part.bare)]))
            } else {
                sentences.append(
                    Statement("explain-consent-answers", [Fact("amount", telling.amount(answers))]))
            }
        }
        if let test {
            sentences.append(
                Statement(
                    test.untestedStands ? "explain-consent-tested" : "explain-consent-tested-or-falls",
                    [Fact("people", telling.actors(test.by))]))
        } else {
            sentences.append(Statement("explain-consent-untested"))
        }
        if let excusedBy {
            sentences.append(
                Statement("explain-consent-excused", [Fact("people", telling.actors(excusedBy))]))
        }
        if closesEarly { sentences.append(Statement("explain-consent-early")) }
        return sentences.paragraphs
    }
}

extension String {
    /// The text without the brackets around all of it.
    fileprivate var bare: String {
        guard hasPrefix("("), hasSuffix(")"), !dropFirst().dropLast().contains("(") else { return self }
        return String(dropFirst().dropLast())
    }
}
