import TingTally
import TingWorkflow

/// What an open vote has come to, and what it could still come to.
struct Outlook {
    /// The count as it stands.
    let now: Count
    /// How many have not voted.
    let missing: Int
    /// The counts with every ballot still to come as a yes, as a no and as an abstention; none
    /// where that does not bound what can come.
    private let ends: [Count]
    private let isBanded: Bool
    private let hasSuperQuorum: Bool
    private let isMonotone: Bool

    init(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, in course: Course,
        at instant: Instant
    ) throws {
        let sheet = course.situation.sheet.binding(electorate)
        let rest = course.uncast(sheet, electorate)
        now = try course.count(vote, opened, electorate, sheet)
        missing = rest.count
        guard vote.isYesNo else {
            (ends, isBanded, isMonotone, hasSuperQuorum) = ([], false, false, false)
            return
        }
        let bound = course.mustAbstain(vote, at: instant)
        ends = try [Choice.yes, .no, .abstain].map { choice in
            let imagined = rest.map { voter in
                Ballot(
                    by: voter.id, content: .choice(bound.contains(voter.id) ? .abstain : choice),
                    at: opened.opens)
            }
            return try course.count(vote, opened, electorate, BallotSheet(sheet.ballots + imagined))
        }
        let rule = try vote.yesNoRule(
            touching: opened.subjects, members: electorate.voters.count, in: course.workflow)
        let ballots = try YesNoBallots(sheet, of: electorate, present: opened.present).including(
            classes: rule.classNames)
        // A band between two ends alike can end otherwise; the rule itself knows its bands.
        isBanded = try rule.asksBands && rule.decided(ballots) == nil
        isMonotone = rule.quorums.allSatisfy { $0.quorum.counting.contains(.yes) }
        if let demand = vote.closeEarly.superQuorum,
            let definition = vote.rule(touching: opened.subjects, in: course.workflow)
        {
            let quorum = try definition.quorum(
                demand, members: electorate.voters.count, in: course.workflow)
            hasSuperQuorum = try quorum.progress(of: ballots).isMet
        } else {
            hasSuperQuorum = false
        }
    }

    /// Whether a reason to close the vote is there.
    func closes(_ reason: VoteKind.EarlyClose.Reason) -> Bool {
        switch reason {
        case .allHaveVoted: missing == 0
        case .decided: missing == 0 || isDecided
        case .hopeless: missing == 0 && !now.isPassed || isHopeless
        case .superQuorum: hasSuperQuorum && now.isPassed
        }
    }

    /// Whether no ballot that can still come changes the outcome.
    ///
    /// A rule that more yes never hurts is decided when leaving the rest uncast,
    /// and giving all of it to yes, to no or to abstain, end alike. Votes over
    /// several options are decided when all are cast.
    private var isDecided: Bool {
        guard !ends.isEmpty, isMonotone, !isBanded else { return false }
        return ends.allSatisfy { $0.outcome == now.outcome && $0.isOpenTie == now.isOpenTie }
    }

    /// Whether no ballot that can still come makes it pass, or leaves it to somebody.
    private var isHopeless: Bool {
        guard !ends.isEmpty, isMonotone, !isBanded else { return false }
        let lost = [VoteOutcome.failed, .noQuorum].map(\.rawValue)
        return (ends + [now]).allSatisfy { lost.contains($0.outcome) && !$0.isOpenTie }
    }
}

extension Course {
    /// Those entitled whose ballots are not in a sheet.
    func uncast(_ sheet: BallotSheet, _ electorate: Electorate) -> [Electorate.Voter] {
        let cast = Set(sheet.ballots.map(\.by))
        return electorate.voters.filter { !cast.contains($0.id) }
    }
}
