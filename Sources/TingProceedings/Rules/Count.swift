import TingTally
import TingWorkflow

/// The count of one vote: from the sheet, the electorate and the frozen rule to an outcome.
struct Count {
    /// The outcome under the vote's rule and tie rule.
    let outcome: String
    /// The letters of the options that won; empty where the ballot is yes, no or abstain.
    let winners: [String]
    /// Whether the quorum is met; true where there is none.
    let hasQuorum: Bool
    /// Whether there is a tie that a casting vote not yet used could decide.
    let isOpenTie: Bool
    private let body: [String: JSON]
    private let transcript: Transcript

    init(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, _ sheet: BallotSheet,
        in workflow: Workflow, castingVote: String? = nil
    ) throws {
        var transcript: Transcript
        var outcome: VoteOutcome
        var winners: [String] = []
        switch vote.ballot {
        case .yesNoAbstain:
            let asked = try vote.yesNoRule(
                touching: opened.subjects, members: electorate.voters.count, in: workflow)
            // A class that nobody who may vote belongs to is counted, with nobody.
            let ballots = try YesNoBallots(sheet, of: electorate).including(classes: asked.classNames)
            let verdict = try asked.decide(ballots)
            outcome = verdict.outcome
            hasQuorum = try asked.hasQuorum(ballots)
            transcript = verdict.transcript
            if outcome == .tied, let choice = castingVote {
                outcome = choice == "yes" ? .passed : .failed
                transcript.add(Statement("casting-vote", [.term("choice", choice)]))
            }
            body = ["counts": ballots.json]
        case .ranking:
            guard let rule = workflow.rule(opened.rule) else {
                throw Fault("rule-missing", [.text("rule", opened.rule)])
            }
            let ballots = try RankedBallots(sheet, options: opened.options.map(\.letter))
            let tally = try rule.count(
                ballots, options: opened.options.map(\.touches), members: electorate.voters.count,
                in: workflow)
            outcome = tally.outcome ?? .tied
            winners = tally.winnerNames
            hasQuorum = tally.outcome != .noQuorum
            transcript = tally.transcript
            if outcome == .tied, let choice = castingVote, winners.contains(choice) {
                winners = [choice]
                outcome = choice == opened.options.last?.letter ? .failed : .passed
                transcript.add(Statement("casting-vote", [.text("choice", choice)]))
            }
            body = [
                "method": .string(tally.method),
                "ranking": .array(tally.rankingNames.map { JSON.strings($0) }),
                "sheet": .array(
                    ballots.groupedRows.map {
                        .array([.integer($0.weight), .array($0.ranking.map { .array($0.map(JSON.integer)) })])
                    }),
            ]
        }
        isOpenTie = outcome == .tied && vote.hasCastingVote
        if outcome == .tied, vote.tie != .outcome {
            // Nobody has used the casting vote, or there is none: nobody won.
            outcome = .failed
            winners = []
            transcript.add(Statement(vote.hasCastingVote ? "tie-undecided" : "tie-fails"))
        }
        self.outcome = outcome.rawValue
        self.winners = winners
        self.transcript = transcript
    }

    /// The tally as the minutes keep it: counts or ballots, winners, every line of the transcript.
    func json(outcome: String) -> JSON {
        var members = body
        members["outcome"] = .string(outcome)
        members["winners"] = .strings(winners)
        members["transcript"] = transcript.json
        return .object(members)
    }
}

extension VoteKind {
    /// Whether somebody may decide a tie.
    var hasCastingVote: Bool {
        if case .castingVote = tie { true } else { false }
    }
}

extension RuleDefinition {
    /// Counts ranked ballots; the last option on the paper is the default.
    ///
    /// Where the rule asks something of each option against the default, the
    /// Debian rule drops options before comparing; else plain Schulze decides.
    func count(
        _ ballots: RankedBallots, options: [[String]], members: Int, in workflow: Workflow
    ) throws -> Tally {
        guard case .ranked(let demands) = form else {
            throw Fault("rule-of-other-ballots", [.text("rule", name)])
        }
        let last = options.count - 1
        if demands.optionQuorum != nil || demands.optionMajority != nil {
            return try debianRule(options: options, defaultOption: last, members: members, in: workflow)
                .count(ballots)
        }
        let tally = try Schulze(unranked: demands.unrankedIsLast ? .last : .noOpinion).count(ballots)
        let outcome: VoteOutcome =
            tally.winners.count > 1 ? .tied : tally.winners == [last] ? .failed : .passed
        return Tally(
            method: tally.method, ballots: tally.ballots, options: tally.options, winners: tally.winners,
            ranking: tally.ranking, dropped: tally.dropped, outcome: outcome, transcript: tally.transcript)
    }
}
