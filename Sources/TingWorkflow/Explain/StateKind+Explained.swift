import TingTally

extension StateKind {
    /// What happens in a state of this kind: the first paragraphs of its section.
    func paragraphs(of state: State, telling: Telling) -> [Explanation.Paragraph] {
        guard let kind = self as? any ExplainedKind else { return [] }
        return kind.explained(state, telling)
    }

    /// What an outcome leads to: the kind's own sentence for it.
    func sentence(for outcome: String, leading next: Fact, telling: Telling) -> Statement {
        if let named = (self as? any ExplainedKind)?.sentence(forNamed: outcome, leading: next, telling) {
            return named
        }
        return Statement("explain-\(word)-\(outcome)", [next])
    }
}

/// A kind that writes its own keys back as sentences.
///
/// Every kind does; a test holds them to it. What all kinds have in common
/// (clock, actions, outcomes, visits) is told for them.
protocol ExplainedKind {
    /// The first paragraphs of a section.
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph]
    /// The sentence for an outcome that the file itself names; nil for those of the kind.
    func sentence(forNamed outcome: String, leading next: Fact, _ telling: Telling) -> Statement?
}

extension ExplainedKind {
    func sentence(forNamed outcome: String, leading next: Fact, _ telling: Telling) -> Statement? { nil }
}

extension [Statement] {
    /// Each sentence as a paragraph.
    var paragraphs: [Explanation.Paragraph] { map { Explanation.Paragraph($0) } }
}
