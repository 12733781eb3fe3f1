import TingTally

extension VoteKind {
    /// The rule fits the ballot, the electorate its meeting, and closing early gives nothing away.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        findingsOfRules(state, workflow) + findingsOfQuestion(state, workflow)
            + findingsOfTime(state, workflow)
    }

    /// Yes and no are decided by a rule for them, rankings by one for rankings.
    private func findingsOfRules(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        var told: [String] = []
        for name in decides.all where !told.contains(name) {
            told.append(name)
            guard let rule = workflow.rule(name), rule.isRanked != (ballot == .ranking) else { continue }
            let facts: [Fact] = [
                .text("state", state.name), .text("rule", name), .text("ballot", ballot.rawValue),
            ]
            findings.append(
                Finding(
                    .error, Statement(rule.isRanked ? "rule-for-rankings" : "rule-for-yes-no", facts),
                    at: decidesMark, width: name.unicodeScalars.count,
                    allowed: workflow.rules.filter { $0.isRanked == (ballot == .ranking) }.map(\.name)))
        }
        return findings + findingsOfNumbers(state, workflow)
    }

    /// The vote knows every number that its rules ask for, and can end as their bands say.
    private func findingsOfNumbers(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        var seen: Set<String> = []
        var rest = decides.all
        while let name = rest.popLast() {
            guard seen.insert(name).inserted, let rule = workflow.rule(name) else { continue }
            rest += rule.innerRules
            guard case .yesNo(let demands) = rule.form else { continue }
            let facts: [Fact] = [.text("state", state.name), .text("rule", name)]
            func add(_ code: String) {
                findings.append(
                    Finding(
                        .error, Statement(code, facts), at: decidesMark,
                        width: decides.otherwise.unicodeScalars.count))
            }
            let bases = demands.shares.map(\.base) + demands.eachClass.map(\.share.base)
            if bases.contains(where: { $0 == .present || $0 == .presentWithoutAbstentions }) {
                add("present-not-counted")
            }
            if tie == .fails, demands.bands?.outcomes.contains(.tied) ?? false { add("band-without-tie") }
        }
        return findings
    }

    /// Options are ranked, and written somewhere; a proposal is answered with yes or no.
    private func findingsOfQuestion(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        switch asks {
        case .proposal:
            if ballot == .ranking { findings.append(.about(state, "ranking-without-options")) }
        case .options(let source, _):
            if ballot == .yesNoAbstain { findings.append(.about(state, "options-without-ranking")) }
            if let origin = workflow.state(source), origin.kind.writing.options == nil {
                findings.append(.about(state, "no-options-written", [.text("source", source)]))
            }
        }
        if case .meeting(let name) = electorate.asOf, let target = workflow.state(name),
            !target.kind.isMeeting
        {
            let meetings = workflow.states.filter(\.kind.isMeeting).map(\.name)
            findings.append(
                Finding(
                    .error,
                    Statement(
                        "no-meeting",
                        [.text("state", state.name), .text("meeting", name), .text("kind", target.kind.word)]),
                    at: electorateMark, width: "electorate".count, allowed: ["opening"] + meetings))
        }
        return findings
    }

    /// A vote closes early only where nothing can change or leak; it is extended by less than itself.
    private func findingsOfTime(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        func add(_ code: String, _ facts: [Fact], at mark: Mark, _ key: String) {
            let statement = Statement(code, [.text("state", state.name)] + facts)
            findings.append(Finding(.error, statement, at: mark, width: key.count))
        }
        if closeEarly != .never {
            let facts: [Fact] = [.text("early", closeEarly.rawValue)]
            if changeable { add("early-close-changeable", facts, at: closeEarlyMark, "close-early") }
            if secret { add("early-close-secret", facts, at: closeEarlyMark, "close-early") }
            if closeEarly == .whenDecided, ballot == .ranking {
                add("early-close-ranking", facts, at: closeEarlyMark, "close-early")
            }
        }
        guard let extend else { return findings }
        if !hasQuorum { add("extension-without-quorum", [], at: extendMark, "extend") }
        guard let length = state.shortestVote else { return findings }
        for (key, period) in [("if-quorum-in-last", extend.ifQuorumInLast), ("by", extend.by)]
        where period.longest > length.shortest {
            let facts: [Fact] = [
                .text("key", key), .text("period", period.description), .text("length", length.description),
            ]
            add("extension-too-long", facts, at: extendMark, "extend")
        }
        return findings
    }
}

extension RuleDefinition {
    /// Whether the rule counts rankings.
    public var isRanked: Bool {
        if case .ranked = form { true } else { false }
    }
}

extension State {
    /// The shortest that a vote lasts by its clock; nil when that depends on a meeting.
    fileprivate var shortestVote: Period? {
        switch clock {
        case .exactly(let periods): periods.shortest
        case .extendable(let bounds): bounds.endsAfter
        case .between, .waits, .untilEnd, .none: nil
        }
    }
}
