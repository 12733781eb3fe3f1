import TingTally

extension SponsorshipKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var facts = [Fact("people", telling.actors(by))]
        if let sponsors {
            facts.append(Fact("amount", telling.bySubject(sponsors) { telling.amount($0) }))
        }
        var sentences = [Statement("explain-sponsorship", facts)]
        if let except {
            facts.append(Fact("except", telling.actors(except)))
            sentences = [Statement("explain-sponsorship-except", facts)]
        }
        if let classes {
            sentences.append(Statement("explain-sponsorship-classes", [.number("classes", classes)]))
        }
        return sentences.paragraphs
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

extension TakeOverKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        [Statement("explain-take-over", [Fact("people", telling.actors(by))])].paragraphs
    }
}
