public import TingTally
public import TingWorkflow

/// The rules for the cost and the group of an option; all are asked.
struct OfferRules {
    /// How long the name of a group may be.
    static let longestGroup = 60

    let proposal: Proposal
    let state: State
    let situation: Situation

    /// What is wrong with an offer, and what to do about it; empty when nothing is.
    func faults(of offer: Proposal.Offer, _ facts: [Fact]) -> [(Statement, hint: Statement?)] {
        guard let writing = state.kind.writing.options else { return [] }
        return faultsOfNumber(facts) + faults(ofCost: offer.cost.flatMap(filled), writing.cost, facts)
            + faults(ofGroup: offer.group.flatMap(filled), writing.group, facts)
            + writing.fields.filter { !offer.filled.contains($0) }.map { name in
                let facts = facts + [.text("field", name)]
                return (Statement("option-needs-field", facts), Statement("offer-fill-field", facts))
            }
    }

    /// A ballot paper holds so many options and no more, the proposal and a default option among them.
    private func faultsOfNumber(_ facts: [Fact]) -> [(Statement, hint: Statement?)] {
        let most = RankedBallots.mostOptions - 2
        guard proposal.options.count >= most else { return [] }
        return [(Statement("offers-too-many", facts + [.number("most", most)]), nil)]
    }

    private func filled(_ text: String) -> String? { text.allSatisfy(\.isWhitespace) ? nil : text }

    private func faults(ofCost text: String?, _ demand: Writing.CostDemand?, _ facts: [Fact])
        -> [(Statement, hint: Statement?)]
    {
        let hint = Statement("offer-state-cost", facts)
        guard let demand else {
            return text == nil ? [] : [(Statement("option-has-no-cost", facts), nil)]
        }
        guard let text else { return [(Statement("option-needs-cost", facts), hint)] }
        guard let cost = Fraction(money: text) else {
            return [(Statement("cost-not-an-amount", facts + [.text("cost", text)]), hint)]
        }
        guard cost > Fraction(0) else { return [(Statement("cost-of-nothing", facts), hint)] }
        guard demand == .atMostTheBudget, let budget = proposal.budget(ofOptionsFrom: state, in: situation),
            cost > budget
        else { return [] }
        return [
            (
                Statement(
                    "cost-above-budget", facts + [.fraction("cost", cost), .fraction("budget", budget)]),
                Statement("offer-smaller-cost", [.fraction("budget", budget)])
            )
        ]
    }

    private func faults(ofGroup text: String?, _ demand: Writing.GroupDemand?, _ facts: [Fact])
        -> [(Statement, hint: Statement?)]
    {
        guard let demand else {
            return text == nil ? [] : [(Statement("option-has-no-group", facts), nil)]
        }
        guard let text else {
            let hint = Statement("offer-state-group", facts)
            return demand == .required ? [(Statement("option-needs-group", facts), hint)] : []
        }
        guard text.count <= Self.longestGroup else {
            return [
                (
                    Statement(
                        "group-too-long",
                        facts + [.number("length", text.count), .number("limit", Self.longestGroup)]), nil
                )
            ]
        }
        return Title(text).hasControls ? [(Statement("group-not-one-line", facts), nil)] : []
    }
}

extension Proposal {
    /// How much there is to spend on the options written in a state; nil where no vote spends anything on them.
    public func budget(ofOptionsFrom state: State, in situation: Situation) -> Fraction? {
        let workflow = situation.workflow
        for vote in workflow.states.compactMap(\.kind.vote) {
            guard case .options(state.name, _, _) = vote.asks,
                let budget = vote.budget(
                    touching: subjects(in: workflow), amounts: amounts, in: workflow)
            else { continue }
            return budget
        }
        return nil
    }
}
