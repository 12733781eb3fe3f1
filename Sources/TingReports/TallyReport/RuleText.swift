import TingTally
import TingWorkflow

/// A decision rule written out in sentences, with the numbers of one vote.
struct RuleText {
    /// A sentence, and how far it is indented below a named alternative.
    struct Line {
        let statement: Statement
        let depth: Int
    }

    /// The sentences, in the order of the rule.
    private(set) var lines: [Line] = []

    /// The rule of a vote on yes, no and abstain.
    init(_ rule: YesNoRule) {
        add(rule, depth: 0)
    }

    /// An empty list of sentences.
    init() {}

    mutating func add(_ code: String, _ facts: [Fact] = [], depth: Int = 0) {
        lines.append(Line(statement: Statement(code, facts), depth: depth))
    }

    private mutating func add(_ rule: YesNoRule, depth: Int) {
        for quorum in rule.ownQuorums { add(quorum, depth) }
        if rule.ownQuorums.isEmpty, rule.either.isEmpty, rule.bodies.isEmpty {
            add("rule-quorum-none", depth: depth)
        }
        for statement in rule.statementsOfWeighing { add(statement.code, statement.facts, depth: depth) }
        if let majority = rule.majority {
            add(
                rule.weights == nil ? "rule-majority" : "rule-majority-of-weights", majority.facts,
                depth: depth)
        }
        if let least = rule.minimumYes { add("rule-minimum-yes", [.number("least", least)], depth: depth) }
        for part in rule.eachClass {
            add("rule-class", part.share.facts + [.text("class", part.className)], depth: depth)
        }
        for statement in rule.bands?.statements ?? [] { add(statement.code, statement.facts, depth: depth) }
        if !rule.bodies.isEmpty {
            add("rule-bodies", depth: depth)
            for body in rule.bodies {
                let statement = body.statement
                add(statement.code, statement.facts, depth: depth + 1)
                add(body.rule, depth: depth + 2)
            }
        }
        if !rule.either.isEmpty {
            add("rule-either", depth: depth)
            for inner in rule.either {
                let code = inner.outcomeName == nil ? "rule-alternative" : "rule-alternative-as"
                let outcome = inner.outcomeName.map { [Fact.text("outcome", $0)] } ?? []
                add(code, [.text("rule", inner.name)] + outcome, depth: depth + 1)
                add(inner, depth: depth + 2)
            }
        }
        if let condition = rule.rejectedWhen {
            add(
                "rule-rejected-when",
                condition.share.facts + [.term("choice", condition.choice.rawValue)], depth: depth)
        }
    }

    private mutating func add(_ quorum: Quorum, _ depth: Int) {
        let counting = Fact("counting", .list(quorum.counting.map { .term($0.rawValue) }))
        switch quorum.need {
        case .share(let share): add("rule-quorum", share.facts + [counting], depth: depth)
        case .number(let comparison, let bound):
            add(
                "rule-quorum-number",
                [.term("comparison", comparison.rawValue), .surd("exact", bound), counting], depth: depth)
        case .bySize:
            let demand = Fact("demand", .statement(quorum.need.demand()))
            add("rule-quorum-by-size", [demand, counting], depth: depth)
        }
        if let least = quorum.neverFewerThan {
            add("rule-quorum-least", [.number("least", least)], depth: depth)
        }
    }
}

extension Share {
    /// The values for a sentence about the share.
    var facts: [Fact] {
        [
            .term("comparison", comparison.rawValue), .fraction("share", fraction), baseFact,
        ]
    }
}
