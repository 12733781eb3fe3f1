import TingTally
import TingWorkflow

extension Course {
    /// Starts the time that runs from the quorum on, once it is first reached.
    mutating func startForQuorum(at instant: Instant) throws {
        let (state, vote, opened) = try openVote()
        guard case .afterQuorum(let period, let atMost) = state.clock, !proposal.isExtended,
            let visit = proposal.visit, let electorate = situation.electorate,
            try count(vote, opened, electorate, situation.sheet).hasQuorum
        else { return }
        let zone = situation.zone
        let latest = visit.ends ?? zone.adding(atMost, to: visit.entered)
        moveClock(
            to: min(zone.adding(period, to: instant), latest), earliest: visit.earliestEnd,
            why: ProposalEvent.ClockMoved.quorumReached, at: instant)
    }

    /// Gives a vote that is over a further period where one more vote could change its outcome.
    ///
    /// - Returns: Whether the vote goes on.
    mutating func repeatVote(at instant: Instant) throws -> Bool {
        let (_, vote, opened) = try openVote()
        guard let repetition = vote.repetition, proposal.periods < repetition.times,
            let electorate = situation.electorate, try isOneVoteAway(vote, opened, electorate, at: instant)
        else { return false }
        moveClock(
            to: situation.zone.adding(repetition.by, to: instant), earliest: proposal.visit?.earliestEnd,
            why: ProposalEvent.ClockMoved.stillOpen, at: instant)
        return true
    }

    /// Whether the ballot of one more voter could change the outcome.
    ///
    /// Voters of the same classes count alike, so one of each sort is enough.
    private func isOneVoteAway(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, at instant: Instant
    ) throws -> Bool {
        let sheet = situation.sheet.binding(electorate)
        let now = try count(vote, opened, electorate, sheet).outcome
        let bound = mustAbstain(vote, at: instant)
        var sorts: Set<[String]> = []
        for voter in uncast(sheet, electorate) {
            let isBound = bound.contains(voter.id)
            guard sorts.insert(voter.classes + (isBound ? [""] : [])).inserted else { continue }
            for choice in isBound ? [Choice.abstain] : [.yes, .no, .abstain] {
                let ballot = Ballot(by: voter.id, content: .choice(choice), at: instant)
                let then = try count(vote, opened, electorate, BallotSheet(sheet.ballots + [ballot]))
                if then.outcome != now { return true }
            }
        }
        return false
    }

    /// Gives a vote more time after a fault that has kept people from voting.
    mutating func reopenVote(at instant: Instant) throws {
        let (_, vote, _) = try openVote()
        guard let faults = vote.faults, let ends = proposal.visit?.ends else { return }
        moveClock(
            to: situation.zone.adding(faults.reopenFor, to: ends), earliest: proposal.visit?.earliestEnd,
            why: ProposalEvent.ClockMoved.fault, at: instant)
        if let electorate = situation.electorate {
            tell(ids: electorate.voters.map(\.id), "vote-opened", at: instant)
        }
    }
}
