import TingTally

extension VoteKind {
    /// The rule fits the ballot, the electorate its meeting, and closing early gives nothing away.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        findingsOfRules(state, workflow) + findingsOfQuestion(state, workflow)
            + findingsOfTime(state, workflow)
    }

    /// Yes and no are decided by a rule for them, ballots over options by one that counts such ballots.
    private func findingsOfRules(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        var told: [String] = []
        for name in decides.all where !told.contains(name) {
            told.append(name)
            guard let rule = workflow.rule(name) else { continue }
            let facts: [Fact] = [
                .text("state", state.name), .text("rule", name), .text("ballot", ballot.description),
            ]
            guard (rule.counted != nil) != isYesNo else {
                findings.append(
                    Finding(
                        .error, Statement(isYesNo ? "rule-for-options" : "rule-for-yes-no", facts),
                        at: decidesMark, width: name.unicodeScalars.count,
                        allowed: workflow.rules.filter { ($0.counted != nil) != isYesNo }.map(\.name)))
                continue
            }
            if let demands = rule.counted { findings += findingsOfCount(demands, rule, facts, workflow) }
        }
        if isYesNo, let way = ties.first(where: \.isOfCounts) {
            findings.append(
                Finding(
                    .error,
                    Statement("tie-of-options", [.text("state", state.name), .text("way", way.text)]),
                    at: tieMark, width: "tie".count))
        }
        return findings + findingsOfNumbers(state, workflow)
    }

    /// The vote knows every number that its rules ask for, and can end as their bands say.
    private func findingsOfNumbers(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        var seen: Set<String> = []
        // A rule by which classes or districts decide counts their ballots alone.
        var apart: Set<String> = []
        var rest = decides.all
        while let name = rest.popLast() {
            guard seen.insert(name).inserted, let rule = workflow.rule(name) else { continue }
            rest += rule.innerRules
            if apart.contains(name) { apart.formUnion(rule.innerRules) }
            if case .bodies(let bodies) = rule.form {
                apart.formUnion(bodies.filter { $0.votes != .everybody }.map(\.rule))
            }
            guard case .yesNo(let demands) = rule.form else { continue }
            let facts: [Fact] = [.text("state", state.name), .text("rule", name)]
            func add(_ code: String) {
                findings.append(
                    Finding(
                        .error, Statement(code, facts), at: decidesMark,
                        width: decides.otherwise.unicodeScalars.count))
            }
            let asksPresent = demands.shares.contains { $0.base.isOfPresent }
            let byClass = asksPresent && (apart.contains(name) || demands.weights != nil)
            if byClass || demands.eachClass.contains(where: { $0.share.base.isOfPresent }) {
                add("present-not-by-class")
            } else if asksPresent, !workflow.callsRoll(before: state, at: atMeeting) {
                add("present-not-counted")
            }
            if !leavesTies, castingRole == nil, demands.bands?.leavesTies ?? false {
                add("band-without-tie")
            }
        }
        return findings
    }

    /// The method counts such ballots, has its default option, and breaks ties as the vote wants it.
    private func findingsOfCount(
        _ demands: RuleDefinition.CountedDemands, _ rule: RuleDefinition, _ facts: [Fact],
        _ workflow: Workflow
    ) -> [Finding] {
        guard asks != .proposal, let type = demands.type, let form = countedForm else { return [] }
        let facts = facts + [.text("method", type.name)]
        var findings: [Finding] = []
        if type.form != form {
            findings.append(
                Finding(
                    .error, Statement("count-of-other-ballots", facts + [.term("form", type.form.rawValue)]),
                    at: ballotMark, width: "ballot".count, allowed: BallotForm.words(for: type.form)))
        }
        if demands.needsDefault, !hasDefault {
            findings.append(
                Finding(
                    .error, Statement("count-needs-default", facts), at: decidesMark,
                    width: rule.name.unicodeScalars.count))
        }
        let breaksTies = type.settings.contains(.ties) && !demands.asksOfEachOption
        if !breaksTies, let way = ties.first(where: \.isOfCounts) {
            findings.append(
                Finding(
                    .error, Statement("tie-not-broken", facts + [.text("way", way.text)]), at: tieMark,
                    width: "tie".count))
        }
        findings += findingsOfMoney(demands, rule, facts, workflow)
        guard findings.isEmpty else { return findings }
        // What only the method knows: a setting that it needs, or a ballot that it cannot count.
        let paper = RuleDefinition.Paper(
            options: [[], []], defaultOption: hasDefault ? 1 : nil, ballot: ballot, members: 1,
            budget: Fraction(1), costs: [Fraction(1), Fraction(1)])
        do {
            _ = try rule.method(for: paper, ties: TieBreaking(), in: workflow).count(sample(form))
        } catch let error as TallyError {
            let reason = Fact("reason", .statement(error.statement))
            findings.append(
                Finding(
                    .error, Statement("count-refuses", facts + [reason]), at: decidesMark,
                    width: rule.name.unicodeScalars.count))
        } catch {}
        return findings
    }

    /// Ballots on two options as far apart as the form allows.
    private func sample(_ form: Ballots.Form) throws(TallyError) -> Ballots {
        guard form == .scores, let bounds = ballot.bounds else {
            var ranked = try RankedBallots(options: ["A", "B"])
            try ranked.append(ranking: [[0]])
            return .ranked(ranked)
        }
        var scored = try ScoredBallots(options: ["A", "B"])
        for scores in [[bounds.upperBound], [bounds.lowerBound]] {
            try scored.append(scores: scores.enumerated().map { (option: $0.offset, score: $0.element) })
        }
        return .scored(scored)
    }

    /// Whether there is a default option on the ballot.
    public var hasDefault: Bool {
        if case .options(_, .some, _) = asks { true } else { false }
    }

    /// Options stand on a ballot for several, and are written somewhere; a proposal is answered with yes or no.
    private func findingsOfQuestion(_ state: State, _ workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        switch asks {
        case .proposal:
            if !isYesNo { findings.append(.about(state, "ranking-without-options")) }
        case .options(let source, _, _):
            if isYesNo { findings.append(.about(state, "options-without-ranking")) }
            if let origin = workflow.state(source), origin.kind.writing.options == nil {
                findings.append(.about(state, "no-options-written", [.text("source", source)]))
            }
        }
        if !electorate.mustAbstain.isEmpty, ballot != .yesNoAbstain {
            findings.append(
                Finding(
                    .error,
                    Statement(
                        "must-abstain-of-options",
                        [.text("state", state.name), .text("ballot", ballot.description)]),
                    at: electorateMark, width: "electorate".count))
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
        var findings = findingsOfPeriods(state)
        func add(_ code: String, _ facts: [Fact] = [], at mark: Mark, _ key: String) {
            let statement = Statement(code, [.text("state", state.name)] + facts)
            findings.append(Finding(.error, statement, at: mark, width: key.count))
        }
        if closeEarly != .never {
            let facts: [Fact] = [.text("early", closeEarly.text)]
            if changeable { add("early-close-changeable", facts, at: closeEarlyMark, "close-early") }
            if secret { add("early-close-secret", facts, at: closeEarlyMark, "close-early") }
            if closeEarly.when != [.allHaveVoted], !isYesNo {
                add("early-close-ranking", facts, at: closeEarlyMark, "close-early")
            }
        }
        guard let extend else { return findings }
        if !hasQuorum { add("extension-without-quorum", [], at: extendMark, "extend") }
        guard let length = state.shortestVote else { return findings }
        for (key, period) in [
            ("if-quorum-in-last", extend.ifQuorumInLast), (extend.fromQuorum ? "leaving" : "by", extend.by),
        ]
        where period.longest > length.shortest {
            let facts: [Fact] = [
                .text("key", key), .text("period", period.description), .text("length", length.description),
            ]
            add("extension-too-long", facts, at: extendMark, "extend")
        }
        return findings
    }
}

extension Workflow {
    /// Whether a roll is called at a meeting on every way to a vote there.
    fileprivate func callsRoll(before vote: State, at meeting: String?) -> Bool {
        let graph = Graph(self)
        guard let first = graph.first, let meeting else { return false }
        let without = graph.reachable(from: [first]) { move in
            let state = graph.states[move.from]
            guard state.kind is RollCallKind, case .untilEnd(meeting) = state.clock else { return true }
            return ![.outcome("quorate"), .outcome("not-quorate")].contains(move.cause)
        }
        return !without.contains { graph.states[$0].name == vote.name }
    }
}

extension VoteKind.BallotForm {
    /// The words for ballots of a form.
    fileprivate static func words(for form: Ballots.Form) -> [String] {
        switch form {
        case .ranking: ["ranking", "one choice"]
        case .scores: ["approval", "score 0 to 5", "points 10", "plus-minus"]
        }
    }
}

extension State {
    /// The shortest that a vote lasts by its clock; nil when that depends on a meeting.
    var shortestVote: Period? {
        switch clock {
        case .exactly(let periods): periods.shortest
        case .extendable(let bounds): bounds.endsAfter
        case .afterQuorum(let period, _): period
        case .between, .waits, .untilEnd, .none: nil
        }
    }
}
