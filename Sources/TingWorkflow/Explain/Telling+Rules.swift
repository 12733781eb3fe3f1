import TingTally

extension Telling {
    /// The rule of a vote in full, or one for each subject the proposal may touch.
    func rules(_ decides: BySubject<String>) -> [Explanation.Paragraph] {
        guard !decides.cases.isEmpty else { return rule(decides.otherwise, Statement("explain-rule")) }
        let cases = decides.cases.flatMap { entry in
            rule(entry.value, Statement("explain-rule-touching", [.text("subject", subject(entry.subject))]))
        }
        return cases + rule(decides.otherwise, Statement("explain-rule-otherwise"))
    }

    /// A rule by its name: what all must hold, point by point.
    private func rule(_ name: String, _ lead: Statement) -> [Explanation.Paragraph] {
        guard let rule = workflow.rule(name) else { return [] }
        return [Explanation.Paragraph(lead, points: points(of: rule))]
    }

    private func points(of rule: RuleDefinition) -> [Statement] {
        let formulas = rule.formulas.map {
            Statement("explain-formula", [.text("name", $0.name), .text("formula", $0.formula.description)])
        }
        let basis = rule.basis.map { [Statement("explain-rule-basis", [.text("basis", $0)])] } ?? []
        return demands(of: rule) + formulas + basis
    }

    private func demands(of rule: RuleDefinition) -> [Statement] {
        switch rule.form {
        case .yesNo(let demands): return self.demands(demands)
        case .counted(let demands): return counted(demands)
        case .either(let alternatives, let rejected):
            var sentences = [Statement("explain-either", [.number("count", alternatives.count)])]
            for alternative in alternatives {
                var facts = [Fact.text("rule", alternative.rule)]
                if let outcome = alternative.outcome { facts.append(.text("outcome", outcome)) }
                let code = alternative.outcome == nil ? "explain-alternative" : "explain-alternative-as"
                sentences += inner(alternative.rule, code, facts)
            }
            if let rejected {
                let facts = [Fact("share", share(rejected))]
                sentences.append(Statement("explain-rejected-when", facts))
            }
            return sentences
        case .bodies(let bodies):
            var sentences = [Statement("explain-bodies", [.number("count", bodies.count)])]
            for body in bodies {
                sentences += inner(body.rule, code(of: body.votes), facts(of: body))
            }
            return sentences
        }
    }

    /// A rule within a rule: its sentences behind the name of its part.
    private func inner(_ name: String, _ code: String, _ facts: [Fact]) -> [Statement] {
        guard let rule = workflow.rule(name) else { return [] }
        let demands = FactValue.list(points(of: rule).map { .statement($0) })
        return [Statement(code, facts + [Fact("demands", demands)])]
    }

    private func code(of votes: Body.Votes) -> String {
        switch votes {
        case .everybody: "explain-body"
        case .ofClass: "explain-body-class"
        case .districts: "explain-body-districts"
        }
    }

    private func facts(of body: RuleDefinition.BodyDemand) -> [Fact] {
        let name = Fact.text("body", body.name)
        switch body.votes {
        case .everybody: return [name]
        case .ofClass(let memberClass): return [name, Fact("class", self.memberClass(memberClass))]
        case .districts(let districts):
            let parts = FactValue.list(districts.parts.map { weight($0) })
            return [name, Fact("share", share(districts.carriedBy)), Fact("districts", parts)]
        }
    }

    private func weight(_ part: ClassWeights.Part) -> FactValue {
        .statement(
            Statement(
                "explain-weight",
                [Fact("class", memberClass(part.className)), .fraction("weight", part.weight)]))
    }
}

extension Telling {
    private func demands(_ demands: RuleDefinition.YesNoDemands) -> [Statement] {
        var sentences = quorums(demands.quorums)
        if let majority = demands.majority {
            let code = demands.weights == nil ? "explain-majority" : "explain-majority-of-weights"
            sentences.append(Statement(code, [Fact("share", bySubject(majority) { share($0) })]))
        }
        if let least = demands.minimumYes {
            sentences.append(Statement("explain-minimum-yes", [.number("count", least)]))
        }
        sentences += demands.eachClass.map { demand in
            let facts = [Fact("class", memberClass(demand.name)), Fact("share", share(demand.share))]
            return Statement("explain-each-class", facts)
        }
        return sentences + weighing(demands)
    }

    private func weighing(_ demands: RuleDefinition.YesNoDemands) -> [Statement] {
        var sentences: [Statement] = []
        if let weights = demands.weights {
            let parts = FactValue.list(weights.parts.map { weight($0) })
            let code =
                weights.carrying == .inProportion ? "explain-weights" : "explain-weights-all-or-nothing"
            sentences.append(Statement(code, [Fact("weights", parts)]))
        }
        if let cap = demands.cap {
            sentences.append(
                Statement(
                    "explain-cap",
                    [
                        Fact("class", memberClass(cap.className)), .fraction("most", cap.most),
                        .term("base", cap.base.rawValue), .fraction("scaled", cap.scaledTo),
                    ]))
        }
        if let seats = demands.seats {
            sentences.append(Statement("explain-seats", [.number("count", seats)]))
        }
        if let vacant = demands.vacant {
            let value = bySubject(vacant) { .term($0.rawValue) }
            sentences.append(Statement("explain-vacant", [Fact("counted", value)]))
        }
        guard let bands = demands.bands else { return sentences }
        sentences += bands.bands.map { band in
            let outcome = band.outcomeFact
            switch band.floor {
            case .sum(let comparison, let bound):
                let facts: [Fact] = [.term("comparison", comparison.rawValue), .number("bound", bound)]
                return Statement("explain-band-sum", facts + [outcome])
            case .share(let floor):
                return Statement("explain-band-share", [Fact("share", share(floor)), outcome])
            }
        }
        let rest = Fact.term("outcome", bands.otherwise.rawValue)
        return sentences + [Statement("explain-band-otherwise", [rest])]
    }

    private func quorums(_ quorums: BySubject<[RuleDefinition.QuorumDemand]>) -> [Statement] {
        var sentences = quorums.cases.flatMap { entry in
            let subject = Fact.text("subject", self.subject(entry.subject))
            guard !entry.value.isEmpty else { return [Statement("explain-quorum-none-touching", [subject])] }
            return entry.value.map { quorum($0, "explain-quorum-touching", [subject]) }
        }
        if quorums.otherwise.isEmpty { sentences.append(Statement("explain-quorum-none")) }
        return sentences + quorums.otherwise.map { quorum($0, "explain-quorum", []) }
    }

    private func quorum(_ demand: RuleDefinition.QuorumDemand, _ code: String, _ facts: [Fact]) -> Statement {
        let counting = Fact("counting", .list(demand.counting.map { .term($0.rawValue) }))
        let facts = facts + [Fact("need", need(demand.need)), counting]
        guard let least = demand.neverFewerThan else { return Statement(code, facts) }
        return Statement(code + "-least", facts + [.number("least", least)])
    }

    func need(_ need: RuleDefinition.QuorumDemand.Need) -> FactValue {
        switch need {
        case .share(let share): return self.share(share)
        case .amount(let amount): return self.amount(amount)
        case .bySize(let sizes, let otherwise):
            let cases = sizes.map { size in
                FactValue.statement(
                    Statement(
                        "explain-size",
                        [.number("size", size.upTo), Fact("need", self.need(size.need))]))
            }
            return .statement(
                Statement(
                    "explain-sizes",
                    [Fact("cases", .list(cases)), Fact("otherwise", self.need(otherwise))]))
        }
    }
}
