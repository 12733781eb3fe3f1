import TingTally

extension YesNoRule {
    /// What the rule says of seats, caps and weights, before its majority.
    var statementsOfWeighing: [Statement] {
        var statements: [Statement] = []
        if let seats { statements.append(Statement("rule-seats", [.number("seats", seats)])) }
        if let vacant {
            statements.append(Statement("rule-vacant", [.term("vacant", vacant.rawValue)]))
        }
        if let cap {
            statements.append(
                Statement(
                    "rule-cap",
                    [
                        .text("class", cap.className), .fraction("most", cap.most),
                        .term("base", cap.base.rawValue), .fraction("scaled-to", cap.scaledTo),
                    ]))
        }
        if let weights {
            let parts = weights.parts.map { part in
                FactValue.statement(
                    Statement(
                        "rule-weight",
                        [.text("class", part.className), .fraction("weight", part.weight)]))
            }
            statements.append(
                Statement(
                    "rule-weights",
                    [Fact("weights", .list(parts)), .term("carrying", weights.carrying.rawValue)]))
        }
        return statements
    }
}

extension Bands {
    /// One sentence for each band, and one for what lies below them.
    var statements: [Statement] {
        bands.map { band in
            let outcome = band.outcomeFact
            switch band.floor {
            case .sum(let comparison, let bound):
                return Statement(
                    "rule-sum-band",
                    [.term("comparison", comparison.rawValue), .number("bound", bound), outcome])
            case .share(let share): return Statement("rule-band", share.facts + [outcome])
            }
        } + [Statement("rule-band-otherwise", [.term("outcome", otherwise.rawValue)])]
    }
}

extension Body {
    /// Whose votes the body has.
    var statement: Statement {
        let name = Fact.text("body", name)
        switch votes {
        case .everybody: return Statement("rule-body", [name])
        case .ofClass(let className):
            return Statement("rule-body-of-class", [name, .text("class", className)])
        case .districts(let districts):
            let parts = districts.parts.map { part in
                FactValue.statement(
                    Statement(
                        "rule-weight",
                        [.text("class", part.className), .fraction("weight", part.weight)]))
            }
            return Statement(
                "rule-body-of-districts",
                [name, Fact("weights", .list(parts))] + districts.carriedBy.facts)
        }
    }
}
