import TingTally

extension Check {
    /// Every rule can be passed, and passing one needs no votes against it.
    static func thresholds(_ workflow: Workflow) -> [Finding] {
        var told: Set<String> = []
        return workflow.rules.filter { $0.counted == nil }.flatMap { rule -> [Finding] in
            // A rule that asks others is told only where none of those is.
            guard !rule.innerRules.contains(where: told.contains) else { return [] }
            let impossible = workflow.cases(of: rule).first { !canPass(rule, touching: $0, in: workflow) }
            guard let impossible else { return [] }
            told.insert(rule.name)
            return [unreachable(rule, touching: impossible)]
        } + paradoxes(workflow)
    }

    /// Whether a vote by the rule can pass in an assembly of any size, when everybody is for it or few are.
    private static func canPass(_ rule: RuleDefinition, touching subjects: [String], in workflow: Workflow)
        -> Bool
    {
        let sizes = [10, 1_000, 100, 50, 20, 200, 10_000, 100_000, 1_000_000] + Array(1...9)
        var isTried = false
        for size in sizes {
            // Classes are filled one ballot at a time.
            guard let trial = RuleTrial(rule, touching: subjects, members: size, in: workflow),
                size <= 1_000 || trial.rule.classNames.isEmpty
            else { continue }
            isTried = true
            if let seats = trial.rule.seats, seats < size {
                guard let own = RuleTrial(rule, touching: subjects, members: seats, in: workflow) else {
                    continue
                }
                if own.passes(yes: seats) { return true }
            } else if trial.passes(yes: size) {
                return true
            }
            guard size <= 6 else { continue }
            for yes in 0...size {
                for no in 0...(size - yes) {
                    for abstain in 0...(size - yes - no)
                    where trial.passes(yes: yes, no: no, abstain: abstain) {
                        return true
                    }
                }
            }
        }
        return !isTried
    }

    private static func unreachable(_ rule: RuleDefinition, touching subjects: [String]) -> Finding {
        let facts: [Fact] = [.text("rule", rule.name)] + subjects.map { .text("subject", $0) }
        return Finding(
            .error,
            Statement(subjects.isEmpty ? "threshold-unreachable" : "threshold-unreachable-subject", facts),
            at: rule.mark, width: max(1, rule.name.unicodeScalars.count),
            mends: [Statement("mend-lower-threshold")])
    }

    /// Where one more vote against a proposal carries it, with the numbers.
    ///
    /// Only a quorum that counts votes against can do this: just below it nothing
    /// passes, and one more of any kind opens the way. Mostly the fewest yes that pass
    /// alone are that place. Every electorate up to 100 is tried, the one of 50 first,
    /// since its numbers are easy to picture.
    private static func paradoxes(_ workflow: Workflow) -> [Finding] {
        workflow.decidingRules.compactMap { rule in
            for subjects in workflow.cases(of: rule) {
                guard let example = paradox(of: rule, touching: subjects, in: workflow) else { continue }
                let facts: [Fact] = [
                    .text("rule", rule.name), .number("members", example.members),
                    .number("yes", example.yes), .number("no", example.no), .number("more", example.no + 1),
                ]
                return Finding(
                    .warning, Statement(example.no == 0 ? "quorum-paradox" : "quorum-paradox-with-no", facts),
                    at: rule.mark,
                    width: max(1, rule.name.unicodeScalars.count),
                    mends: [Statement("mend-count-yes"), Statement("mend-accept")])
            }
            return nil
        }
    }

    /// An electorate and a number of yes that fail alone and pass with one vote against.
    static func paradox(of rule: RuleDefinition, touching subjects: [String], in workflow: Workflow)
        -> (members: Int, yes: Int, no: Int)?
    {
        for members in [50] + Array(1...100) {
            guard let trial = RuleTrial(rule, touching: subjects, members: members, in: workflow) else {
                continue
            }
            guard trial.rule.quorums.contains(where: { $0.quorum.counting.contains(.no) }) else { return nil }
            if let fewest = trial.fewestYes, fewest > 1, fewest <= members,
                trial.passes(yes: fewest - 1, no: 1)
            {
                return (members, fewest - 1, 0)
            }
            // Where something else can carry it, too, the place is below the quorum with some votes against.
            guard !trial.rule.either.isEmpty, members <= 24 || members == 50 else { continue }
            for cast in 1..<members {
                for no in 0...(cast / 2) where !trial.passes(yes: cast - no, no: no) {
                    if trial.passes(yes: cast - no, no: no + 1) { return (members, cast - no, no) }
                }
            }
        }
        return nil
    }
}
