import TingTally
import TingWorkflow

extension Course {
    /// Closes the open vote: counts the box, records the tally, goes where the outcome leads.
    mutating func closeVote(at instant: Instant) throws {
        let (state, vote, opened) = try openVote()
        guard let electorate = situation.electorate else { throw Fault("electorate-missing") }
        let count = try count(vote, opened, electorate, situation.sheet)
        let isAdvised = vote.advisory != nil
        let sheet = isAdvised ? situation.sheet.binding(electorate) : situation.sheet
        var outcome = count.outcome
        // A vote at a meeting in which nobody voted was not taken.
        if vote.atMeeting != nil, sheet.ballots.isEmpty { outcome = "not-held" }
        let tally = keep(count.json(outcome: outcome))
        record(
            .voteClosed(
                ProposalEvent.VoteClosed(
                    state: state.name, visit: opened.visit, outcome: outcome, winners: count.winners,
                    ballots: sheet.ballots.count, tally: tally,
                    seed: opened.lot == nil ? nil : situation.seed,
                    amountsTo: outcome == count.outcome ? count.amountsTo?.rawValue : nil,
                    advisory: isAdvised ? situation.sheet.ballots.count - sheet.ballots.count : nil)),
            at: instant)
        tell(ids: electorate.voters.map(\.id), "vote-closed", at: instant)
        try conclude(outcome, at: instant)
    }

    /// Counts a sheet under the rule of the vote, with the casting vote and the lot that stand.
    func count(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, _ sheet: BallotSheet
    ) throws -> Count {
        try Count(
            vote, opened, electorate, vote.advisory == nil ? sheet : sheet.binding(electorate),
            advisory: vote.advisory == nil ? nil : sheet.advisory(electorate), in: workflow,
            castingVote: proposal.visit?.last("decide-tie")?.choice, lot: try lot(of: opened))
    }

    /// The order in which the lot puts the options; nil where the vote has none.
    private func lot(of opened: ProposalEvent.VoteOpened) throws -> Lot? {
        guard opened.lot != nil else { return nil }
        guard let seed = situation.seed else { throw Fault("seed-missing", [.text("state", opened.state)]) }
        return Lot(seed: seed, names: opened.options.map(\.letter), digest: situation.digest)
    }
}
