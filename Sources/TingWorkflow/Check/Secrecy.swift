import TingTally

extension Check {
    /// What is to be secret is, and stays so.
    static func secrecy(of state: State, in workflow: Workflow) -> [Finding] {
        guard let vote = state.kind.vote else { return [] }
        var findings: [Finding] = []
        func add(_ severity: Finding.Severity, _ code: String, _ mends: [String], at mark: Mark, _ width: Int)
        {
            findings.append(
                Finding(
                    severity, Statement(code, [.text("state", state.name)]), at: mark, width: width,
                    mends: mends.map { Statement($0, [.text("state", state.name)]) }))
        }
        if !vote.secret, workflow.promises.secretUntilClosing.contains(state.name) {
            add(
                .error, "open-vote-promised-secret", ["mend-secret", "mend-promise-less"], at: state.mark,
                max(1, state.name.unicodeScalars.count))
        }
        guard vote.secret else { return findings }
        let rules = vote.decides.all.compactMap { workflow.rule($0) }
        let asksClasses = rules.contains { rule in
            guard let trial = try? rule.yesNoRule(touching: [], members: 100, in: workflow) else {
                return false
            }
            return !trial.classNames.isEmpty
        }
        let small = workflow.scenarios.flatMap(\.members).filter { $0.count < 5 }.compactMap(\.memberClass)
        if asksClasses, !small.isEmpty {
            let facts: [Fact] = [.text("state", state.name), .list("classes", Array(Set(small)).sorted())]
            findings.append(
                Finding(
                    .warning, Statement("secret-small-class", facts), at: state.mark,
                    width: max(1, state.name.unicodeScalars.count), mends: [Statement("mend-larger-classes")])
            )
        }
        if vote.proxiesAtMost != nil {
            add(
                .warning, "secret-with-proxies", ["mend-no-proxies"], at: state.mark,
                max(1, state.name.unicodeScalars.count))
        }
        return findings
    }

    /// Few holders of proxies cannot outvote everybody else.
    static func proxies(_ workflow: Workflow) -> [Finding] {
        workflow.states.compactMap { state in
            guard let vote = state.kind.vote, let most = vote.proxiesAtMost, most >= 5 else { return nil }
            // Of 100 members, so many can cast more votes than all others together.
            let few = (100 / 2 + 1 + most) / (most + 1)
            let facts: [Fact] = [.text("state", state.name), .number("most", most), .number("few", few)]
            return .about(
                state, "proxies-in-few-hands", facts, severity: .warning,
                mends: [Statement("mend-fewer-proxies"), Statement("mend-accept")])
        }
    }
}
