public import TingTally

extension VoteKind {
    /// A budget is stated and every option has a cost; options that a cap is for may say their groups.
    func findingsOfMoney(
        _ demands: RuleDefinition.CountedDemands, _ rule: RuleDefinition, _ facts: [Fact],
        _ workflow: Workflow
    ) -> [Finding] {
        guard case .options(let source, _, let only) = asks else { return [] }
        var findings: [Finding] = []
        func add(_ code: String, _ more: [Fact] = [], allowed: [String] = []) {
            findings.append(
                Finding(
                    .error, Statement(code, facts + [.text("source", source)] + more), at: decidesMark,
                    width: rule.name.unicodeScalars.count, allowed: allowed))
        }
        let options = workflow.state(source)?.kind.writing.options
        if demands.groupCap != nil, let options, options.group == nil {
            add("cap-without-groups", allowed: Writing.GroupDemand.allCases.map { "group: \($0.rawValue)" })
        }
        guard demands.spendsBudget else { return findings }
        if demands.budget == nil { add("count-needs-budget", allowed: PhraseForm.money.examples) }
        if case .field(let name) = demands.budget {
            let fields = workflow.proposal.fields.filter { $0.form == .money && $0.required }.map(\.name)
            if !fields.contains(name) { add("budget-of-no-field", [.text("field", name)], allowed: fields) }
        }
        if let options, options.cost == nil {
            add("budget-without-costs", allowed: Writing.CostDemand.allCases.map { "cost: \($0.rawValue)" })
        }
        if !only { add("budget-of-proposal", allowed: ["only options from \(source), no default"]) }
        if hasDefault { add("budget-with-default", allowed: ["only options from \(source), no default"]) }
        return findings
    }

    /// How much the rules of this vote let it spend on a proposal; nil where they spend nothing.
    ///
    /// - Parameter amounts: The amounts in the proposal's fields, by name.
    public func budget(touching subjects: [String], amounts: [String: Fraction], in workflow: Workflow)
        -> Fraction?
    {
        guard !isYesNo, let demands = rule(touching: subjects, in: workflow)?.counted, demands.spendsBudget
        else { return nil }
        return switch demands.budget {
        case .amount(let amount): amount
        case .field(let name): amounts[name]
        case nil: nil
        }
    }
}
