import TingTally
import TingWorkflow

extension Course {
    /// Closes the open vote: counts the box, records the tally, goes where the outcome leads.
    mutating func closeVote(at instant: Instant) throws {
        let (state, vote, opened) = try openVote()
        guard let electorate = situation.electorate else { throw Fault("electorate-missing") }
        let sheet = situation.sheet
        let count = try Count(
            vote, opened, electorate, sheet, in: workflow,
            castingVote: proposal.visit?.last("decide-tie")?.choice)
        var outcome = count.outcome
        // A vote at a meeting in which nobody voted was not taken.
        if vote.atMeeting != nil, sheet.ballots.isEmpty { outcome = "not-held" }
        let tally = keep(count.json(outcome: outcome))
        record(
            .voteClosed(
                ProposalEvent.VoteClosed(
                    state: state.name, visit: opened.visit, outcome: outcome, winners: count.winners,
                    ballots: sheet.ballots.count, tally: tally)),
            at: instant)
        tell(ids: electorate.voters.map(\.id), "vote-closed", at: instant)
        try conclude(outcome, at: instant)
    }
}
