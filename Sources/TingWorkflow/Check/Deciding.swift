import TingTally

extension Check {
    /// Nothing is adopted unless somebody decided in its favour.
    static func deciding(_ graph: Graph) -> [Finding] {
        graph.finals(.adopted).compactMap { end in
            guard let path = graph.course(to: end, over: { !$0.decides }), let last = path.last
            else { return nil }
            let facts: [Fact] = [.text("state", graph.states[end].name)]
            if case .outcome(let name) = last.cause, last.insteadOf == nil,
                ["tied", "no-quorum"].contains(name)
            {
                return Finding(
                    .error,
                    Statement(
                        name == "tied" ? "adopted-by-tied" : "adopted-by-no-quorum",
                        facts + [.text("vote", graph.states[last.from].name)]),
                    at: last.mark, width: last.width, promise: graph.workflow.promises.adoption,
                    story: graph.story(path), mends: [Statement("mend-lead-to-rejected")])
            }
            return Finding(
                .error, Statement("adopted-without-decision", facts), at: last.mark, width: last.width,
                promise: graph.workflow.promises.adoption, story: graph.story(path),
                mends: [Statement("mend-lead-to-vote"), Statement("mend-in-favour")])
        }
    }

    /// Every rule is used, and asks for more than half.
    static func rules(_ workflow: Workflow) -> [Finding] {
        var used = Set(workflow.states.flatMap { $0.kind.vote?.decides.all ?? [] })
        for rule in workflow.rules { used.formUnion(rule.innerRules) }
        return workflow.rules.flatMap { rule in
            let width = max(1, rule.name.unicodeScalars.count)
            var findings: [Finding] = []
            if !used.contains(rule.name) {
                let statement = Statement("rule-unused", [.text("rule", rule.name)])
                findings.append(
                    Finding(
                        .warning, statement, at: rule.mark, width: width, mends: [Statement("mend-leave-out")]
                    ))
            }
            for share in rule.low {
                let facts: [Fact] = [.text("rule", rule.name), .text("share", share.description)]
                findings.append(
                    Finding(
                        .warning, Statement("majority-of-half", facts), at: rule.mark, width: width,
                        mends: [Statement("mend-more-than-half"), Statement("mend-accept")]))
            }
            for name in rule.innerRules where workflow.rule(name)?.counted != nil {
                let facts: [Fact] = [.text("rule", rule.name), .text("inner", name)]
                findings.append(
                    Finding(.error, Statement("inner-rule-ranked", facts), at: rule.mark, width: width))
            }
            return findings
        } + ringsOfRules(workflow)
    }

    /// No rule is, by way of others, an alternative of itself; each ring is told once.
    private static func ringsOfRules(_ workflow: Workflow) -> [Finding] {
        var told: Set<String> = []
        return workflow.rules.compactMap { rule in
            var seen: Set<String> = []
            var rest = rule.innerRules
            while let name = rest.popLast() {
                if seen.insert(name).inserted { rest += workflow.rule(name)?.innerRules ?? [] }
            }
            guard seen.contains(rule.name), !told.contains(rule.name) else { return nil }
            told.formUnion(seen)
            let width = max(1, rule.name.unicodeScalars.count)
            return Finding(
                .error, Statement("rule-in-itself", [.text("rule", rule.name)]), at: rule.mark, width: width
            )
        }
    }
}

extension RuleDefinition {
    /// The majorities that can be reached although as many are against.
    fileprivate var low: [Share] {
        guard case .yesNo(let demands) = form else { return [] }
        var shares = demands.majority?.all ?? []
        for band in demands.bands?.bands ?? [] where band.outcome == .passed {
            if case .share(let share) = band.floor { shares.append(share) }
        }
        return shares.filter { share in
            guard let half = try? Fraction(1, 2) else { return false }
            return share.fraction < half || (share.fraction == half && share.comparison == .atLeast)
        }
    }
}
