public import TingTally

extension RuleDefinition {
    /// The rule for one vote on yes, no and abstain, with every number fixed.
    ///
    /// - Parameters:
    ///   - subjects: What the proposal touches.
    ///   - members: The size of the electorate: the value of `electorate` in formulas.
    ///   - workflow: The file the rule stands in; its named formulas and rules are used.
    /// - Returns: The rule; a tie fails, unless the caller says otherwise.
    /// - Throws: ``TallyError`` `rule-of-other-ballots` when the rule counts ranked ballots or names
    ///   one that does, `rule-not-known`; ``FormulaError`` when a formula has no exact value.
    public func yesNoRule(
        touching subjects: [String], members: Int, in workflow: Workflow
    ) throws -> YesNoRule {
        try yesNoRule(touching: subjects, members: members, in: workflow, within: [])
    }

    private func yesNoRule(
        touching subjects: [String], members: Int, in workflow: Workflow, within outer: [String]
    ) throws -> YesNoRule {
        guard !outer.contains(name) else {
            throw TallyError(Statement("rule-in-itself", [.text("rule", name)]))
        }
        switch form {
        case .yesNo(let demands):
            var quorum: Quorum?
            if let demand = demands.quorum.value(touching: subjects) {
                quorum = try self.quorum(demand, members: members, in: workflow)
            }
            return YesNoRule(
                name: name, quorum: quorum,
                majority: demands.majority.value(touching: subjects),
                minimumYes: demands.minimumYes,
                eachClass: demands.eachClass.map { ClassShare(className: $0.name, share: $0.share) },
                source: source(in: workflow))
        case .ranked:
            throw TallyError(Statement("rule-of-other-ballots", [.text("rule", name)]))
        case .either(let names, let rejected):
            let rules = try names.map { inner in
                guard let rule = workflow.rule(inner) else {
                    throw TallyError(Statement("rule-not-known", [.text("rule", inner)]))
                }
                return try rule.yesNoRule(
                    touching: subjects, members: members, in: workflow, within: outer + [name])
            }
            return YesNoRule(
                name: name, either: rules,
                rejectedWhen: rejected.map { Condition($0, .no) },
                source: source(in: workflow))
        }
    }

    /// The Debian rule for one vote on ranked ballots, with every number fixed.
    ///
    /// - Parameters:
    ///   - options: What each option touches, in the order of the ballot paper.
    ///   - defaultOption: The place of the default option among them; it needs no quorum and no ratio.
    ///   - members: The size of the electorate: the value of `electorate` in formulas.
    ///   - workflow: The file the rule stands in.
    /// - Throws: ``TallyError`` `rule-of-other-ballots` when the rule counts yes and no;
    ///   ``FormulaError`` when a formula has no exact value.
    public func debianRule(
        options: [[String]], defaultOption: Int, members: Int, in workflow: Workflow
    ) throws -> DebianRule {
        guard case .ranked(let demands) = form else {
            throw TallyError(Statement("rule-of-other-ballots", [.text("rule", name)]))
        }
        let quorum = try demands.optionQuorum.map {
            try $0.bound(members: members, formulas: workflow.formulas + formulas)
        }
        var ratios: [Int: Fraction] = [:]
        var comparison = Comparison.atLeast
        if let majority = demands.optionMajority {
            // A ratio of 1 asks for more than the default in any case; only those above it differ.
            comparison = majority.all.first { $0.toOne > Fraction(1) }?.comparison ?? .atLeast
            for (option, touched) in options.enumerated() where option != defaultOption {
                ratios[option] = majority.value(touching: touched).toOne
            }
        }
        return DebianRule(
            defaultOption: defaultOption, quorum: quorum, ratios: ratios, ratioComparison: comparison,
            unranked: demands.unrankedIsLast ? .last : .noOpinion)
    }

    /// Where the rule stands: the file by its usual name, the line, the clause.
    public func source(in workflow: Workflow) -> RuleSource {
        RuleSource(file: Workflow.file(of: workflow.id), line: mark.line, basis: basis)
    }

    private func quorum(
        _ demand: QuorumDemand, members: Int, in workflow: Workflow
    ) throws -> Quorum {
        let need: Quorum.Need
        switch demand.need {
        case .share(let share): need = .share(share)
        case .amount(let amount):
            let bound = try amount.bound(members: members, formulas: workflow.formulas + formulas)
            need = .number(amount.comparison, bound)
        }
        return Quorum(need: need, counting: demand.counting, neverFewerThan: demand.neverFewerThan)
    }
}

extension VoteKind {
    /// The rule of the vote for a proposal that touches these subjects; nil when the file has none by its name.
    public func rule(touching subjects: [String], in workflow: Workflow) -> RuleDefinition? {
        workflow.rule(decides.value(touching: subjects))
    }

    /// The rule for one vote on yes, no and abstain, with the tie as this state wants it.
    ///
    /// - Throws: As ``RuleDefinition/yesNoRule(touching:members:in:)``.
    public func yesNoRule(touching subjects: [String], members: Int, in workflow: Workflow) throws
        -> YesNoRule
    {
        let name = decides.value(touching: subjects)
        guard let definition = workflow.rule(name) else {
            throw TallyError(Statement("rule-not-known", [.text("rule", name)]))
        }
        var rule = try definition.yesNoRule(touching: subjects, members: members, in: workflow)
        if tie != .fails { rule = rule.leavingTies() }
        return rule
    }
}

extension YesNoRule {
    /// The same rule, in which a tie is told from a defeat, in its alternatives too.
    fileprivate func leavingTies() -> YesNoRule {
        var rule = self
        rule.tie = .tied
        rule.either = rule.either.map { $0.leavingTies() }
        return rule
    }
}
