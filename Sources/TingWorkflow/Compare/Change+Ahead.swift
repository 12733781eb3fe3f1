import TingTally

extension Change {
    /// Whether it matters to a proposal before which only certain states lie.
    ///
    /// - Parameters:
    ///   - states: The names of those states.
    ///   - workflow: The new version.
    public func matters(to states: [String], in workflow: Workflow) -> Bool {
        guard direction != .words else { return false }
        if case .text(let name)? = statement["state"] { return states.contains(name) }
        guard case .statement(let place)? = statement["place"], case .text(let name)? = place["name"] else {
            return true
        }
        switch place.code {
        case "compare-state": return states.contains(name)
        case "compare-rule":
            return states.contains { state in
                let rules = workflow.state(state)?.kind.vote?.decides.all ?? []
                return rules.contains { $0 == name || workflow.rule($0)?.innerRules.contains(name) ?? false }
            }
        default: return true
        }
    }
}
