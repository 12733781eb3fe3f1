import TingTally
import TingWorkflow

extension Course {
    /// Closes the vote before its time where its rule says so.
    ///
    /// A tie that the holder of the casting vote can still decide keeps the vote
    /// open: closing it early would take that vote away. Where the vote must be open
    /// for some time, its end moves there instead: nothing that comes by then changes it.
    ///
    /// - Returns: Whether the vote was closed, or waits only for its shortest time.
    @discardableResult
    mutating func closeEarly(at instant: Instant) throws -> Bool {
        let (_, vote, opened) = try openVote()
        guard vote.closeEarly != .never, let electorate = situation.electorate else { return false }
        let outlook = try Outlook(vote, opened, electorate, in: self, at: instant)
        guard !outlook.now.isOpenTie, vote.closeEarly.when.contains(where: outlook.closes) else {
            return false
        }
        let waits = vote.closeEarly.waits(passing: outlook.now.isPassed)
        let earliest = waits.map { situation.zone.adding($0, to: opened.opens) }.max() ?? opened.opens
        guard earliest > instant else {
            try closeVote(at: instant)
            return true
        }
        if let ends = proposal.visit?.ends, earliest < ends {
            moveClock(
                to: earliest, earliest: proposal.visit?.earliestEnd,
                why: ProposalEvent.ClockMoved.decidedEarly, at: instant)
        }
        return true
    }

    /// Moves the end of the vote, once, when the quorum was reached in its last time.
    mutating func extendForQuorum(before: BallotSheet, at instant: Instant) throws {
        let (_, vote, opened) = try openVote()
        guard let extend = vote.extend, let closes = opened.closes, let electorate = situation.electorate,
            proposal.isInLastTime(of: opened, vote, at: instant, situation.zone),
            try count(vote, opened, electorate, situation.sheet).hasQuorum,
            try !count(vote, opened, electorate, before).hasQuorum
        else { return }
        let wanted = situation.zone.adding(extend.by, to: extend.fromQuorum ? instant : closes)
        moveClock(
            to: max(closes, wanted), earliest: proposal.visit?.earliestEnd,
            why: ProposalEvent.ClockMoved.quorumLate, at: instant)
    }
}

extension Proposal {
    /// Whether a quorum reached now would move the end of the vote: in its last time, and not a second time.
    func isInLastTime(
        of opened: ProposalEvent.VoteOpened, _ vote: VoteKind, at instant: Instant, _ zone: Zone
    ) -> Bool {
        guard let extend = vote.extend, let closes = opened.closes, !isExtended else { return false }
        return instant >= zone.adding(-extend.ifQuorumInLast, to: closes)
    }
}
