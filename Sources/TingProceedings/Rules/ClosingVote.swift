import TingTally
import TingWorkflow

extension Course {
    /// Closes the open vote: counts the box, records the tally, goes where the outcome leads.
    mutating func closeVote(at instant: Instant) throws {
        let state = try state()
        guard let vote = state.kind.vote, let opened = proposal.openVote,
            let electorate = situation.electorate
        else { throw Fault("no-vote-to-close", [.text("state", state.name)]) }
        let count = try Count(
            vote, opened, electorate, situation, castingVote: proposal.visit?.last("decide-tie")?.choice)
        var outcome = count.outcome
        if vote.atMeeting != nil, situation.sheet.ballots.isEmpty { outcome = "not-held" }
        let tally = keep(count.json(outcome: outcome))
        record(
            .voteClosed(
                ProposalEvent.VoteClosed(
                    state: state.name, visit: opened.visit, outcome: outcome, winners: count.winners,
                    ballots: situation.sheet.ballots.count, tally: tally)),
            at: instant)
        let everybody = electorate.voters.map(\.id)
        tell(ids: everybody, "vote-closed", at: instant)
        try conclude(outcome, at: instant)
    }
}
