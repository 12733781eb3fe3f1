import TingProceedings
import TingTally
import TingWorkflow

extension Desk {
    /// Takes ballots one after the other: all of them, or none when one is refused.
    ///
    /// - Returns: The receipt code of the last one, and what they brought about besides: mostly nothing.
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``.
    func take(_ ballots: [(ballot: String, by: String)], on number: Int) throws
        -> (code: String, events: [ProposalEvent])
    {
        var code = ""
        var events: [ProposalEvent] = []
        var matter = try matter(number)
        for (text, id) in ballots {
            let member = try member(id)
            let needsBox = matter.proposal.castingNeedsBallots(
                at: moment.effective, in: matter.workflow, matter.zone)
            let situation = try situation(of: matter, withBallots: needsBox)
            let content = try matter.proposal.ballotContent(text, in: situation)
            let earlier = try matter.proposal.openVoteKey.flatMap { try transaction.ballot(in: $0, by: id) }
            let decision = try matter.proposal.cast(
                content, by: member, at: moment.effective, in: situation, earlier: earlier)
            code = try commit(decision, on: matter)
            guard !decision.events.isEmpty else { continue }
            events += decision.events
            matter = try self.matter(number)
        }
        return (code, events)
    }
}

extension Clerk {
    /// Takes the ballots of several members in one transaction: all of them, or none when one is refused.
    ///
    /// - Throws: ``Refusal``, ``NotFound``, ``MinutesError``; nothing was written then.
    public func vote(_ ballots: [(ballot: String, by: String)], on number: Int, at moment: Moment) throws {
        _ = try write(moment) { try $0.take(ballots, on: number) }
    }
}
