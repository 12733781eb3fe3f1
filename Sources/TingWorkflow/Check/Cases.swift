import TingTally

extension Check {
    /// Where a proposal touches two subjects, the stricter majority decides.
    ///
    /// The first entry that fits counts. So a looser entry before a stricter one lets a
    /// proposal that touches both pass by the looser one.
    static func cases(_ workflow: Workflow) -> [Finding] {
        workflow.rules.compactMap { rule in
            guard case .yesNo(let demands) = rule.form, let cases = demands.majority?.cases else {
                return nil
            }
            for (place, later) in cases.enumerated() {
                guard
                    let earlier = cases[..<place].first(where: {
                        later.value.isAtLeast($0.value) && !$0.value.isAtLeast(later.value)
                    })
                else { continue }
                let facts: [Fact] = [
                    .text("rule", rule.name), .text("first", earlier.subject), .text("second", later.subject),
                    .text("looser", earlier.value.description), .text("stricter", later.value.description),
                ]
                return Finding(
                    .error, Statement("looser-case-first", facts), at: rule.mark,
                    width: max(1, rule.name.unicodeScalars.count),
                    mends: [Statement("mend-stricter-first", [.text("subject", later.subject)])])
            }
            return nil
        }
    }
}
