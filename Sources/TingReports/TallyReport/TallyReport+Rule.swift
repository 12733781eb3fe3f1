import TingProceedings
import TingTally
import TingWorkflow

extension TallyReport {
    /// The rule of a vote with every number fixed.
    enum Ruling: Sendable {
        /// Over yes, no and abstain.
        case yesNo(YesNoRule)
        /// Over ranked ballots; the Debian rule where the file asks something of each option.
        case ranked(RuleDefinition.RankedDemands, DebianRule?)

        /// Resolves the rule of a vote.
        ///
        /// - Throws: Whatever resolving throws: a formula without an exact value, a rule that is missing.
        init(
            _ rule: RuleDefinition, _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ workflow: Workflow
        ) throws {
            guard case .ranked(let demands) = rule.form else {
                self = .yesNo(
                    try vote.yesNoRule(touching: opened.subjects, members: opened.size, in: workflow))
                return
            }
            guard demands.optionQuorum != nil || demands.optionMajority != nil else {
                self = .ranked(demands, nil)
                return
            }
            let debian = try rule.debianRule(
                options: opened.options.map(\.touches), defaultOption: opened.options.count - 1,
                members: opened.size, in: workflow)
            self = .ranked(demands, debian)
        }
    }

    /// The moment whose roll decided who could vote.
    var frozen: Instant {
        guard case .meeting(let name) = vote.electorate.asOf else { return opened.opens }
        return proposal.meetings[name]?.opened ?? opened.opens
    }
}
