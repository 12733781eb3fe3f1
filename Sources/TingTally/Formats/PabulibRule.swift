extension Pabulib {
    /// The variants of our methods that the field `rule` of a file stands for; none for a rule that is not known.
    ///
    /// - Source: pabulib.org/format, field `rule`.
    static func variants(ofRule rule: String) -> [String: String] {
        switch rule.lowercased() {
        case "greedy", "greedy-threshold": [GreedyBudget.name: "skip"]
        case "greedy-no-skip": [GreedyBudget.name: "stop"]
        case "greedy-custom": [GreedyBudget.name: "stop-with-reserve"]
        case "equalshares": [EqualShares.name: "none"]
        case "equalshares/add1": [EqualShares.name: "add1"]
        default: [:]
        }
    }
}
