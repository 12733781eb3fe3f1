import TingTally

extension CollectKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        var facts = [Fact("people", telling.actors(by))]
        if let contributions { facts.append(Fact("amount", telling.amount(contributions))) }
        var sentences = [Statement("explain-collect-" + collects, facts)]
        if let eachAtMost {
            sentences.append(Statement("explain-collect-each", [.number("count", eachAtMost)]))
        }
        return sentences.paragraphs
    }
}

extension ClusterKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let sentence = Statement(
            "explain-cluster",
            [Fact("people", telling.actors(by)), Fact("source", .statement(telling.section(source)))])
        guard let appeals else { return [sentence, Statement("explain-cluster-no-appeals")].paragraphs }
        let facts = [
            Fact("people", telling.actors(appeals.by)), Fact("period", telling.period(appeals.within)),
        ]
        return [sentence, Statement("explain-cluster-appeals", facts)].paragraphs
    }
}

extension OptionsKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        guard let options = writing.options else { return [] }
        var facts = [Fact("people", telling.actors(options.by)), Fact.number("least", atLeast)]
        if let most = options.atMost { facts.append(.number("most", most)) }
        var sentences = [
            Statement(
                options.atMost == nil ? "explain-options-round" : "explain-options-round-at-most", facts)
        ]
        if !options.fields.isEmpty {
            sentences.append(Statement("explain-options-fields", [.list("fields", options.fields)]))
        }
        return (sentences + telling.demands(of: options)).paragraphs
    }
}

extension HoldKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        let people = Fact("people", telling.actors(reportedBy))
        guard let awaits else {
            let results = Fact("results", .list(overturnedWhen.map(FactValue.term)))
            return [Statement("explain-hold-proposal", [people, results])].paragraphs
        }
        return [
            Statement("explain-hold", [people, .text("awaits", awaits.text(in: telling.language))])
        ].paragraphs
    }
}

extension Concerns {
    /// The sentences about concerns.
    func explained(_ telling: Telling) -> [Statement] {
        var sentences = [Statement("explain-concerns", [Fact("people", telling.actors(by))])]
        if let resolvedBy {
            sentences.append(
                Statement("explain-concerns-resolved", [Fact("people", telling.actors(resolvedBy))]))
        }
        if mustBeResolved { sentences.append(Statement("explain-concerns-must")) }
        return sentences
    }
}
