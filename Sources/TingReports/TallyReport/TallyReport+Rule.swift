import TingProceedings
import TingTally
import TingWorkflow

extension TallyReport {
    /// The rule of a vote with every number fixed.
    enum Ruling: Sendable {
        /// Over yes, no and abstain.
        case yesNo(YesNoRule)
        /// Over ballots on several options: what the rule demands, and the settings of the count.
        case counted(RuleDefinition.CountedDemands, CountingSettings, quorum: Quorum?)

        /// Resolves the rule of a vote.
        ///
        /// - Throws: Whatever resolving throws: a formula without an exact value, a rule that is missing.
        init(
            _ rule: RuleDefinition, _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ workflow: Workflow
        ) throws {
            guard let demands = rule.counted else {
                self = .yesNo(
                    try vote.yesNoRule(touching: opened.subjects, members: opened.size, in: workflow))
                return
            }
            let settings = try rule.countingSettings(
                for: vote.paper(opened, members: opened.size), ties: TieBreaking(), in: workflow)
            let quorum = try rule.ballotQuorum(
                touching: opened.subjects, members: opened.size, in: workflow)
            self = .counted(demands, settings, quorum: quorum)
        }
    }

    /// The moment whose roll decided who could vote.
    var frozen: Instant {
        guard case .meeting(let name) = vote.electorate.asOf else { return opened.opens }
        return proposal.meetings[name]?.opened ?? opened.opens
    }
}
