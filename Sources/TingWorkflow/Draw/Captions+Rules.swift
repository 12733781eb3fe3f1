import TingTally

/// How long a state lasts and by what a vote decides, in one short line.
extension Captions {
    /// How long; empty for a final state.
    func time(_ clock: Clock) -> String {
        switch clock {
        case .exactly(let periods): return any(periods)
        case .between(let least?, let most?, _):
            return say("draw-time-between", [.text("least", period(least)), .text("most", any(most))])
        case .between(let least?, nil, _): return say("draw-time-at-least", [.text("least", period(least))])
        case .between(nil, let most?, _): return say("draw-time-at-most", [.text("most", any(most))])
        case .between(nil, nil, _), .waits: return say("draw-time-open")
        case .extendable(let bounds):
            let facts: [Fact] = [
                .text("usual", period(bounds.endsAfter)), .text("most", period(bounds.extendableTo)),
            ]
            return say("draw-time-extendable", facts)
        case .afterQuorum(let time, let most):
            let facts: [Fact] = [.text("time", period(time)), .text("most", period(most))]
            return say("draw-time-after-quorum", facts)
        case .untilEnd(let meeting):
            let title = workflow.state(meeting)?.title.text(in: language) ?? meeting
            return say("draw-time-until-end", [.text("meeting", title)])
        case .none: return ""
        }
    }

    private func any(_ periods: BySubject<Period>) -> String { texts(usualFirst(periods).map(period)) }

    /// The values by subject, the usual one first.
    func usualFirst<Value>(_ values: BySubject<Value>) -> [Value] {
        [values.otherwise] + values.cases.map(\.value)
    }

    /// A period as the language says it.
    private func period(_ period: Period) -> String {
        say("draw-text", [Fact("text", telling.period(period))])
    }

    /// What a vote decides by: the majority or the method, then the quorum.
    func rule(of vote: VoteKind) -> String {
        guard let rule = workflow.rule(vote.decides.otherwise) else { return "" }
        switch rule.form {
        case .yesNo(let demands): return parts(of: demands)
        case .counted(let demands):
            return say("draw-counted", [.term("method", demands.method)])
        case .either(let rules, _): return say("draw-either", [.list("rules", rules.map(\.rule))])
        case .bodies(let bodies):
            return say("draw-bodies", [.number("bodies", bodies.count)])
        }
    }

    private func parts(of demands: RuleDefinition.YesNoDemands) -> String {
        var parts: [String] = []
        if let majority = demands.majority {
            parts.append(say("draw-yes", [.text("share", shares(majority))]))
        } else if demands.bands != nil {
            parts.append(say("draw-bands"))
        }
        if !demands.eachClass.isEmpty {
            parts.append(
                say(
                    "draw-each-class",
                    [Fact("classes", .list(demands.eachClass.map { telling.memberClass($0.name) }))]))
        }
        if let least = demands.minimumYes { parts.append(say("draw-minimum-yes", [.number("least", least)])) }
        if let quorum = demands.quorums.otherwise.first, let text = need(quorum.need) {
            parts.append(say("draw-quorum", [.text("need", text)]))
        }
        return parts.joined(separator: "; ")
    }

    /// The shares by subject, the usual one first; what is the same in all of them is said once.
    private func shares(_ shares: BySubject<Share>) -> String {
        let all = usualFirst(shares)
        let isAlike = all.allSatisfy { share in
            share.comparison == all[0].comparison && share.base == all[0].base
                && share.className == all[0].className
        }
        return isAlike ? share(all) : texts(all.map(share))
    }

    private func share(_ one: Share) -> String { share([one]) }

    /// Shares of the same base.
    private func share(_ alike: [Share]) -> String {
        let base: Statement
        if let name = alike[0].className {
            base = Statement("base-class", [.text("class", name)])
        } else {
            let word = String(alike[0].base.rawValue.map { $0 == " " ? "-" : $0 })
            base = Statement("draw-base-\(word)")
        }
        var parts: [FactValue] = []
        for share in alike.sorted(by: { $0.fraction < $1.fraction }) {
            let isWhole = share.fraction == Fraction(1)
            let text = "\(share.fraction.numerator)/\(share.fraction.denominator)"
            let part: FactValue = isWhole ? .statement(Statement("draw-all")) : .text(text)
            if !parts.contains(part) { parts.append(part) }
        }
        let isAll = parts == [.statement(Statement("draw-all"))]
        let facts: [Fact] = [
            .term("comparison", alike[0].comparison.rawValue), Fact("parts", .list(parts)),
            Fact("base", .statement(base)),
        ]
        return say(isAll ? "draw-share-all" : "draw-share", facts)
    }

    private func need(_ need: RuleDefinition.QuorumDemand.Need) -> String? {
        switch need {
        case .share(let share): return self.share(share)
        case .amount(let amount):
            let facts: [Fact] = [
                .term("comparison", amount.comparison.rawValue),
                .text("amount", amount.formula.description),
            ]
            return say("draw-ballots", facts)
        case .bySize: return say("draw-by-size")
        }
    }
}
