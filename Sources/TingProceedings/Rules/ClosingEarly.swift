import TingTally
import TingWorkflow

extension Course {
    /// Closes the vote before its time where its rule says so: when all have voted, or when it is decided.
    ///
    /// A tie that the holder of the casting vote can still decide keeps the vote
    /// open: closing it early would take that vote away.
    ///
    /// - Returns: Whether the vote was closed.
    @discardableResult
    mutating func closeEarly(at instant: Instant) throws -> Bool {
        let (_, vote, opened) = try openVote()
        guard vote.closeEarly != .never, let electorate = situation.electorate else { return false }
        let isComplete = situation.sheet.ballots.count == electorate.voters.count
        switch vote.closeEarly {
        case .never: return false
        case .whenAllHaveVoted: guard isComplete else { return false }
        case .whenDecided:
            guard try isComplete || isDecided(vote, opened, electorate) else { return false }
        }
        guard try !count(vote, opened, electorate, situation.sheet).isOpenTie else { return false }
        try closeVote(at: instant)
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
        moveClock(
            to: situation.zone.adding(extend.by, to: closes), earliest: proposal.visit?.earliestEnd,
            why: ProposalEvent.ClockMoved.quorumLate, at: instant)
    }

    /// Whether no ballot that can still come changes the outcome.
    ///
    /// A rule that more yes never hurts is decided when leaving the rest uncast,
    /// and giving all of it to yes, to no or to abstain, end alike. Votes over
    /// several options are decided when all are cast.
    private func isDecided(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate
    ) throws -> Bool {
        guard vote.isYesNo else { return false }
        let sheet = situation.sheet
        let cast = Set(sheet.ballots.map(\.by))
        let rest = electorate.voters.filter { !cast.contains($0.id) }
        let now = try count(vote, opened, electorate, sheet)
        let rule = try vote.yesNoRule(
            touching: opened.subjects, members: electorate.voters.count, in: workflow)
        let ballots = try YesNoBallots(sheet, of: electorate).including(classes: rule.classNames)
        // A band between two ends alike can end otherwise; the rule itself knows its bands.
        if rule.asksBands, try rule.decided(ballots) == nil { return false }
        for choice in [Choice.yes, .no, .abstain] {
            let imagined = rest.map { Ballot(by: $0.id, content: .choice(choice), at: opened.opens) }
            let then = try count(vote, opened, electorate, BallotSheet(sheet.ballots + imagined))
            if then.outcome != now.outcome || then.isOpenTie != now.isOpenTie { return false }
        }
        return true
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
