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
            return try yesNoRule(demands, touching: subjects, members: members, in: workflow)
        case .counted:
            throw TallyError(Statement("rule-of-other-ballots", [.text("rule", name)]))
        case .either(let alternatives, let rejected):
            return YesNoRule(
                name: name,
                either: try alternatives.map { alternative in
                    var rule = try inner(
                        alternative.rule, touching: subjects, members: members, in: workflow, within: outer)
                    rule.outcomeName = alternative.outcome
                    return rule
                },
                rejectedWhen: rejected.map { Condition($0, .no) },
                source: source(in: workflow))
        case .bodies(let demands):
            var rule = YesNoRule(name: name, source: source(in: workflow))
            rule.bodies = try demands.map { body in
                Body(
                    name: body.name, votes: body.votes,
                    rule: try inner(
                        body.rule, touching: subjects, members: members, in: workflow, within: outer))
            }
            return rule
        }
    }

    /// A rule that this one asks, with every number fixed.
    private func inner(
        _ name: String, touching subjects: [String], members: Int, in workflow: Workflow,
        within outer: [String]
    ) throws -> YesNoRule {
        guard let rule = workflow.rule(name) else {
            throw TallyError(Statement("rule-not-known", [.text("rule", name)]))
        }
        return try rule.yesNoRule(
            touching: subjects, members: members, in: workflow, within: outer + [self.name])
    }

    private func yesNoRule(
        _ demands: YesNoDemands, touching subjects: [String], members: Int, in workflow: Workflow
    ) throws -> YesNoRule {
        let quorums = try demands.quorums.value(touching: subjects).map {
            try quorum($0, members: members, in: workflow)
        }
        var rule = YesNoRule(
            name: name, quorum: quorums.first,
            majority: demands.majority?.value(touching: subjects),
            minimumYes: demands.minimumYes,
            eachClass: demands.eachClass.map { ClassShare(className: $0.name, share: $0.share) },
            source: source(in: workflow))
        rule.furtherQuorums = Array(quorums.dropFirst())
        rule.seats = demands.seats
        rule.vacant = demands.vacant?.value(touching: subjects)
        rule.cap = demands.cap
        rule.weights = demands.weights
        rule.bands = demands.bands
        return rule
    }

    /// Where the rule stands: the file by its usual name, the line, the clause.
    public func source(in workflow: Workflow) -> RuleSource {
        RuleSource(file: Workflow.file(of: workflow.id), line: mark.line, basis: basis)
    }

    /// A quorum with its number fixed, by the formulas of this rule.
    ///
    /// - Throws: ``FormulaError`` when a formula has no exact value.
    public func quorum(
        _ demand: QuorumDemand, members: Int, in workflow: Workflow
    ) throws -> Quorum {
        Quorum(
            need: try need(demand.need, members: members, in: workflow), counting: demand.counting,
            neverFewerThan: demand.neverFewerThan)
    }

    private func need(
        _ need: QuorumDemand.Need, members: Int, in workflow: Workflow
    ) throws -> Quorum.Need {
        switch need {
        case .share(let share): return .share(share)
        case .amount(let amount):
            let bound = try amount.bound(members: members, formulas: workflow.formulas + formulas)
            return .number(amount.comparison, bound)
        case .bySize(let sizes, let otherwise):
            return .bySize(
                try sizes.map {
                    Quorum.Size(upTo: $0.upTo, need: try self.need($0.need, members: members, in: workflow))
                }, otherwise: try self.need(otherwise, members: members, in: workflow))
        }
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
        if leavesTies || castingRole != nil { rule = rule.leavingTies() }
        return rule
    }
}

extension YesNoRule {
    /// The same rule, in which a tie is told from a defeat, in its alternatives too.
    fileprivate func leavingTies() -> YesNoRule {
        var rule = self
        rule.tie = .tied
        rule.either = rule.either.map { $0.leavingTies() }
        for place in rule.bodies.indices { rule.bodies[place].rule = rule.bodies[place].rule.leavingTies() }
        return rule
    }
}
