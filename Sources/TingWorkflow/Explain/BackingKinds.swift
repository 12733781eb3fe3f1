import TingTally

extension SponsorshipKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var facts = [Fact("people", telling.actors(by))]
        if let sponsors {
            facts.append(Fact("amount", telling.bySubject(sponsors) { telling.amount($0) }))
        }
        guard let except else { return [Statement("explain-sponsorship", facts)].paragraphs }
        facts.append(Fact("except", telling.actors(except)))
        return [Statement("explain-sponsorship-except", facts)].paragraphs
    }
}

extension VetoKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let facts = [Fact("people", telling.actors(by)), .list("grounds", grounds)]
        return [Statement("explain-veto", facts), Statement("explain-veto-withdrawn")].paragraphs
    }
}

extension JudgementKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let facts = [Fact("people", telling.actors(by)), .list("choices", choices)]
        return ([Statement("explain-judgement", facts)] + (concerns?.explained(telling) ?? [])).paragraphs
    }

    func sentence(forNamed outcome: String, leading next: Fact, _ telling: Telling) -> Statement? {
        guard choices.contains(outcome) else { return nil }
        let isInFavour = inFavour.contains(outcome)
        return Statement(
            isInFavour ? "explain-judged-in-favour" : "explain-judged", [.text("choice", outcome), next])
    }
}
