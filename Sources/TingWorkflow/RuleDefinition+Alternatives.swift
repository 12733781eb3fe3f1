import TingTally

extension RuleDefinition {
    /// How every vote can end; an outcome of its own takes none of these names.
    static let outcomesOfVotes = VoteOutcome.allCases.map(\.rawValue) + ["not-held"]
}

extension Workflow {
    /// The outcomes of their own that a rule gives, by itself, its alternatives and its bodies: each once,
    /// with whether the motion has then passed.
    func ownOutcomes(ofRules names: [String]) -> [(name: String, passes: Bool)] {
        RuleDefinition.ownOutcomes(of: names, among: rules)
    }
}

extension RuleDefinition {
    /// The outcomes of their own that rules give; a ring of rules is walked once.
    static func ownOutcomes(of names: [String], among rules: [RuleDefinition]) -> [(
        name: String, passes: Bool
    )] {
        var own: [(name: String, passes: Bool)] = []
        var seen: Set<String> = []
        var rest = Array(names.reversed())
        while let name = rest.popLast() {
            guard seen.insert(name).inserted, let rule = rules.first(where: { $0.name == name }) else {
                continue
            }
            rest += rule.innerRules.reversed()
            var found: [(name: String, passes: Bool)] = []
            switch rule.form {
            case .either(let alternatives, _):
                found = alternatives.compactMap { alternative in alternative.outcome.map { ($0, true) } }
            case .yesNo(let demands):
                found = demands.bands?.bands.compactMap { band in band.name.map { ($0, false) } } ?? []
            case .counted, .bodies: break
            }
            for outcome in found where !own.contains(where: { $0.name == outcome.name }) {
                own.append(outcome)
            }
        }
        return own
    }
}

extension MapReader {
    /// Reads the alternatives of a rule: names, and maps of a name with an outcome of its own.
    func alternatives(of rule: String) -> RuleDefinition.Form {
        var alternatives: [RuleDefinition.Alternative] = []
        for item in node["either"].flatMap({ reading.items($0, for: "either") }) ?? [] {
            guard let alternative = alternative(item) else { continue }
            if alternative.rule == rule {
                reading.error("rule-in-itself", [.text("rule", rule)], at: item)
            } else if alternatives.contains(where: { $0.rule == alternative.rule }) {
                reading.error(
                    "choice-twice", [.text("choice", alternative.rule), .text("key", "either")], at: item)
            } else {
                alternatives.append(alternative)
            }
        }
        if let node = node["either"], node.items?.isEmpty ?? false {
            reading.error("empty-list", [.text("key", "either")], at: node)
        }
        let rejected = node["rejected-when"].flatMap { reading.rejection($0, for: "rejected-when") }
        return .either(alternatives, rejectedWhen: rejected)
    }

    private func alternative(_ item: Node) -> RuleDefinition.Alternative? {
        guard item.entries != nil else {
            guard let name = reading.text(item, for: "either") else { return nil }
            return reading.reference(.rule, name, at: item).map { .init($0, mark: item.mark) }
        }
        guard
            let map = MapReader(
                item, name: "either", at: item.mark, place: Statement("place-key", [.text("key", "either")]),
                keys: RuleDefinition.alternativeKeys, reading: reading)
        else { return nil }
        let outcome = map.ownOutcome("as")
        guard let rule = map.reference(.rule, "rule"), let outcome else { return nil }
        return .init(rule, as: outcome, mark: item.mark)
    }

    /// The name of an outcome that a rule gives besides those of every vote.
    func ownOutcome(_ key: String) -> String? {
        guard let value = node[key], let name = reading.text(value, for: key) else { return nil }
        guard !RuleDefinition.outcomesOfVotes.contains(name) else {
            reading.error("reserved-name", [.text("name", name)], at: value)
            return nil
        }
        reading.checkName(name, at: value.mark)
        return name
    }
}
