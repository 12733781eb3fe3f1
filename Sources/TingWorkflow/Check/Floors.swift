import TingTally

extension Check {
    /// No rule goes below its floor.
    static func floors(_ workflow: Workflow) -> [Finding] {
        workflow.rules.flatMap { rule in rule.floors.flatMap { below($0, of: rule, workflow) } }
    }

    private static func below(_ floor: RuleDefinition.Floor, of rule: RuleDefinition, _ workflow: Workflow)
        -> [Finding]
    {
        let cases = floor.subject.map { [[$0]] } ?? workflow.cases(of: rule)
        for subjects in cases {
            guard !isProved(floor, rule, touching: subjects, workflow, within: []) else { continue }
            let facts: [Fact] = [
                .text("rule", rule.name), .text("floor", floor.majority.description), .text("of", floor.of),
            ]
            let subject = subjects.map { Statement("floor-subject", [.text("subject", $0)]) }
            let example = weaker(rule, floor.majority, touching: subjects, in: workflow)
            let code = example == nil ? "floor-not-proved" : "below-floor"
            let numbers: [Fact] =
                example.map {
                    [
                        .number("members", $0.members), .number("yes", $0.yes), .number("no", $0.no),
                        .number("abstain", $0.abstain),
                    ]
                } ?? []
            return [
                Finding(
                    .error, Statement(code, facts + numbers), at: floor.mark, width: "floor".count,
                    notes: subject,
                    promise: .init(Statement("promised-floor", facts), at: floor.mark),
                    mends: [Statement("mend-raise-majority", [.text("floor", floor.majority.description)])])
            ]
        }
        return []
    }

    /// Whether whatever passes the rule reaches the floor, by its parts.
    private static func isProved(
        _ floor: RuleDefinition.Floor, _ rule: RuleDefinition, touching subjects: [String],
        _ workflow: Workflow,
        within outer: [String]
    ) -> Bool {
        guard !outer.contains(rule.name) else { return false }
        func inner(_ name: String) -> Bool {
            guard let rule = workflow.rule(name) else { return false }
            return isProved(floor, rule, touching: subjects, workflow, within: outer + [rule.name])
        }
        switch rule.form {
        case .yesNo(let demands):
            guard demands.weights == nil, demands.cap == nil,
                let majority = demands.majority?.value(touching: subjects)
            else { return false }
            return majority.isAtLeast(floor.majority)
        case .either(let names, _): return !names.isEmpty && names.allSatisfy { inner($0.rule) }
        case .bodies(let bodies): return bodies.contains { $0.votes == .everybody && inner($0.rule) }
        case .counted: return false
        }
    }

    /// The smallest electorate in which something passes the rule and not the floor.
    private static func weaker(
        _ rule: RuleDefinition, _ floor: Share, touching subjects: [String], in workflow: Workflow
    ) -> (members: Int, yes: Int, no: Int, abstain: Int)? {
        let alone = RuleDefinition(
            name: rule.name, mark: rule.mark,
            form: .yesNo(
                .init(quorums: BySubject([]), majority: BySubject(floor), minimumYes: nil, eachClass: [])),
            formulas: [], basis: nil)
        for members in 1...100 {
            guard let trial = RuleTrial(rule, touching: subjects, members: members, in: workflow),
                let least = RuleTrial(alone, touching: [], members: members, in: workflow)
            else { continue }
            func isWeaker(_ yes: Int, _ no: Int, _ abstain: Int) -> Bool {
                trial.passes(yes: yes, no: no, abstain: abstain)
                    && !least.passes(yes: yes, no: no, abstain: abstain)
            }
            for yes in 1...members {
                // Everybody votes: of large electorates only this is tried.
                if isWeaker(yes, members - yes, 0) { return (members, yes, members - yes, 0) }
                guard members <= 24 else { continue }
                for cast in yes...members {
                    if isWeaker(yes, cast - yes, 0) { return (members, yes, cast - yes, 0) }
                    if isWeaker(yes, 0, cast - yes) { return (members, yes, 0, cast - yes) }
                }
            }
        }
        return nil
    }
}

extension Share {
    /// Whether whatever reaches this share reaches the other, whatever the numbers are.
    func isAtLeast(_ other: Share) -> Bool {
        guard className == nil, other.className == nil,
            base == other.base || base.isNeverSmaller(than: other.base)
        else { return false }
        return fraction > other.fraction
            || (fraction == other.fraction && (comparison == .moreThan || other.comparison == .atLeast))
    }
}

extension Base {
    /// Whether this base always holds at least as many as another.
    fileprivate func isNeverSmaller(than other: Base) -> Bool {
        let order: [Base] = [.votesCast, .ballotsCast, .ballotsReceived, .electorate, .seats]
        guard let own = order.firstIndex(of: self), let others = order.firstIndex(of: other) else {
            return false
        }
        return own >= others
    }
}
