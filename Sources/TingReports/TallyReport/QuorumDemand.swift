import TingTally

extension Quorum {
    /// What is asked, without what was reached.
    var demand: Statement { need.demand(neverFewerThan: neverFewerThan) }
}

extension Quorum.Need {
    /// What is asked, as part of a sentence.
    func demand(neverFewerThan least: Int? = nil) -> Statement {
        let more = least.map { [Fact.number("least", $0)] } ?? []
        switch self {
        case .share(let share):
            return Statement(least == nil ? "why-share" : "why-share-at-least", share.facts + more)
        case .number(let comparison, let bound):
            return Statement(
                least == nil ? "why-number" : "why-number-at-least",
                [.term("comparison", comparison.rawValue), .surd("exact", bound)] + more)
        case .bySize(let sizes, let otherwise):
            let demands = sizes.map { size in
                FactValue.statement(
                    Statement(
                        "why-up-to-size",
                        [.number("size", size.upTo), Fact("demand", .statement(size.need.demand()))]))
            }
            let last = Statement("why-above-sizes", [Fact("demand", .statement(otherwise.demand()))])
            return Statement(
                least == nil ? "why-by-size" : "why-by-size-at-least",
                [Fact("demands", .list(demands + [.statement(last)]))] + more)
        }
    }
}
