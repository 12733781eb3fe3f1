import TingTally

extension Telling {
    /// How ballots over several options are counted, and what must hold of each option.
    func counted(_ demands: RuleDefinition.CountedDemands) -> [Statement] {
        var facts: [Fact] = [.term("method", demands.method)]
        var sentences: [Statement] = []
        if let variant = demands.variant {
            facts.append(.text("variant", variant))
            sentences.append(Statement("explain-count-variant", facts))
        } else {
            sentences.append(Statement("explain-count", facts))
        }
        if demands.seats > 1 {
            sentences.append(Statement("explain-count-seats", [.number("count", demands.seats)]))
        }
        sentences += money(demands)
        if demands.type?.form == .ranking {
            sentences.append(Statement("explain-unranked-" + demands.unranked.rawValue.code))
        }
        return sentences + ballotRules(demands) + thresholds(demands)
    }

    /// What there is to spend, what a ballot's votes cost, and how many of one group may win.
    private func money(_ demands: RuleDefinition.CountedDemands) -> [Statement] {
        var sentences: [Statement] = []
        switch demands.budget {
        case .amount(let amount):
            sentences.append(Statement("explain-budget", [.fraction("amount", amount)]))
        case .field(let name): sentences.append(Statement("explain-budget-field", [.text("field", name)]))
        case nil: break
        }
        if let least = demands.leastSum {
            sentences.append(Statement("explain-least-sum", [.number("least", least)]))
        }
        if demands.method == Quadratic.name, demands.variant != "snapshot" {
            sentences.append(Statement("explain-credits"))
        }
        if let most = demands.groupCap {
            sentences.append(Statement("explain-group-cap", [.number("most", most)]))
        }
        return sentences
    }

    private func ballotRules(_ demands: RuleDefinition.CountedDemands) -> [Statement] {
        var sentences: [Statement] = []
        if let equal = demands.equalRanks {
            sentences.append(Statement(equal ? "explain-equal-ranks" : "explain-no-equal-ranks"))
        }
        if let overvotes = demands.overvotes {
            sentences.append(Statement("explain-overvotes", [.text("rule", overvotes.rawValue)]))
        }
        if let skipped = demands.skippedRanks {
            sentences.append(Statement("explain-skipped-ranks", [.number("count", skipped)]))
        }
        if let most = demands.mostRanks {
            sentences.append(Statement("explain-most-ranks", [.number("count", most)]))
        }
        if demands.mustRankAll { sentences.append(Statement("explain-must-rank-all")) }
        if let decimals = demands.decimals {
            sentences.append(Statement("explain-decimals", [.number("count", decimals)]))
        }
        return sentences
    }

    private func thresholds(_ demands: RuleDefinition.CountedDemands) -> [Statement] {
        var sentences: [Statement] = []
        if let quorum = demands.quorum {
            let value = bySubject(quorum) { demand in
                demand.map { ballotQuorum($0) } ?? .statement(Statement("explain-no-ballot-quorum"))
            }
            sentences.append(Statement("explain-ballot-quorum", [Fact("need", value)]))
        }
        if let amount = demands.optionQuorum {
            sentences.append(Statement("explain-option-quorum", [Fact("amount", self.amount(amount))]))
        }
        if let majority = demands.optionMajority {
            let value = bySubject(majority) { ratio in
                .statement(
                    Statement(
                        "explain-ratio",
                        [.term("comparison", ratio.comparison.rawValue), .fraction("ratio", ratio.toOne)]))
            }
            sentences.append(Statement("explain-option-majority", [Fact("ratio", value)]))
        }
        return sentences
    }

    private func ballotQuorum(_ demand: RuleDefinition.QuorumDemand) -> FactValue {
        let value: FactValue =
            switch demand.need {
            case .share(let share): self.share(share)
            case .amount(let amount): self.amount(amount)
            case .bySize: need(demand.need)
            }
        guard let least = demand.neverFewerThan else { return value }
        return .statement(
            Statement("explain-never-fewer", [Fact("need", value), .number("least", least)]))
    }
}

extension String {
    /// The words with hyphens, as a part of a code.
    fileprivate var code: String { split(separator: " ").joined(separator: "-") }
}
