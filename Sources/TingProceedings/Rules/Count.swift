import TingTally
import TingWorkflow

/// The count of one vote: from the sheet, the electorate and the frozen rule to an outcome.
struct Count {
    /// The outcome under the vote's rule and tie rule.
    let outcome: String
    /// The letters of the options that won; empty where yes and no decide.
    let winners: [String]
    /// Whether the quorum is met; true where there is none.
    let hasQuorum: Bool
    /// Whether there is a tie that a casting vote not yet used could decide.
    let isOpenTie: Bool
    /// What the outcome amounts to, where the rule has given it a name of its own; nil where it has not.
    let amountsTo: VoteOutcome?
    private let body: [String: JSON]
    private let transcript: Transcript

    /// What a count comes to before the vote's last word on ties.
    struct Result {
        var outcome: VoteOutcome
        /// The name that the rule gives to the outcome.
        var name: String?
        var winners: [String] = []
        /// Winners that no tie is about; where a tie fails, only they take their seats.
        var safe: [String] = []
        var hasQuorum: Bool
        /// Whether options are paid for from a budget, and none has a seat.
        var spendsBudget = false
        /// Whether a tie was met that the casting vote could have decided, and it was not used.
        var isOpenTie = false
        var body: [String: JSON]
        var transcript: Transcript
    }

    init(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, _ sheet: BallotSheet,
        advisory: BallotSheet? = nil, in workflow: Workflow, castingVote: String? = nil, lot: Lot? = nil
    ) throws {
        var result =
            try vote.isYesNo
            ? Count.yesNo(vote, opened, electorate, sheet, in: workflow, castingVote: castingVote)
            : Count.overOptions(
                vote, opened, electorate, sheet, in: workflow, castingVote: castingVote, lot: lot)
        let hasCastingVote = vote.castingRole != nil
        // What the rule leaves to others under a name of its own is no tie.
        let isTied = result.outcome == .tied && result.name == nil
        isOpenTie = hasCastingVote && (isTied || result.isOpenTie)
        if isTied { result.leaveTie(vote, hasCastingVote: hasCastingVote) }
        outcome = result.name ?? result.outcome.rawValue
        amountsTo = result.name == nil ? nil : result.outcome
        winners = result.winners
        hasQuorum = result.hasQuorum
        if let advisory { try result.tell(advisory) }
        body = result.body
        transcript = result.transcript
    }

    /// The count of yes, no and abstain.
    private static func yesNo(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, _ sheet: BallotSheet,
        in workflow: Workflow, castingVote: String?
    ) throws -> Result {
        // A class that nobody who may vote belongs to is counted, with nobody.
        var ballots = try YesNoBallots(sheet, of: electorate, present: opened.present)
        do {
            let asked = try vote.yesNoRule(
                touching: opened.subjects, members: electorate.voters.count, in: workflow)
            ballots = try ballots.including(classes: asked.classNames)
            let verdict = try asked.decide(ballots)
            var result = Result(
                outcome: verdict.outcome, name: verdict.name, hasQuorum: try asked.hasQuorum(ballots),
                body: ["counts": ballots.json], transcript: verdict.transcript)
            if result.outcome == .tied, result.name == nil, let choice = castingVote {
                result.outcome = choice == "yes" ? .passed : .failed
                result.transcript.add(Statement("casting-vote", [.term("choice", choice)]))
            }
            return result
        } catch {
            return try Result(unfinished: error, body: ["counts": ballots.json])
        }
    }

    /// The tally as the minutes keep it: counts or ballots, winners, every line of the transcript.
    func json(outcome: String) -> JSON {
        var members = body
        members["outcome"] = .string(outcome)
        members["winners"] = .strings(winners)
        members["transcript"] = transcript.json
        if let amountsTo { members["amounts-to"] = .string(amountsTo.rawValue) }
        return .object(members)
    }
}

extension Count {
    /// Whether the motion passes, under whatever name.
    var isPassed: Bool { (amountsTo?.rawValue ?? outcome) == VoteOutcome.passed.rawValue }
}

extension Count.Result {
    /// What becomes of ballots that cannot be counted to the end.
    ///
    /// A vote closes at its deadline, whatever becomes of the count; what cannot be counted decides nothing.
    ///
    /// - Throws: An error that says nothing of the count.
    init(
        unfinished error: any Error, hasQuorum: Bool = true, body: [String: JSON],
        after lines: Transcript = Transcript()
    ) throws {
        let reason: Statement
        switch error {
        case let error as TallyError: reason = error.statement
        case let error as FormulaError: reason = error.statement
        default: throw error
        }
        self.init(
            outcome: hasQuorum ? .failed : .noQuorum, hasQuorum: hasQuorum, body: body, transcript: lines)
        transcript.add(Statement("count-unfinished", [Fact("reason", .statement(reason))]))
    }

    /// Tells the ballots that only advise, apart from those that count.
    fileprivate mutating func tell(_ advisory: BallotSheet) throws {
        var counts = try ChoiceCount(eligible: advisory.ballots.count)
        for case .choice(let choice) in advisory.ballots.map(\.content) { try counts.add(1, to: choice) }
        body["advisory"] = counts.json
        transcript.add(
            Statement(
                "advisory-ballots",
                [.number("received", counts.received)]
                    + [Choice.yes, .no, .abstain].map { .number($0.rawValue, counts[$0]) }))
    }

    /// What becomes of a tie that nothing has broken: an outcome of its own, or nobody has won.
    fileprivate mutating func leaveTie(_ vote: VoteKind, hasCastingVote: Bool) {
        if vote.leavesTies {
            let code = "tie-left-to-revote"
            if vote.ties.contains(.revote), !transcript.statements.contains(where: { $0.code == code }) {
                transcript.add(Statement(code))
            }
            return
        }
        // Nobody has used the casting vote, or there is none.
        transcript.add(Statement(hasCastingVote ? "tie-undecided" : "tie-fails"))
        if !safe.isEmpty {
            let code = spendsBudget ? "tied-options-unpaid" : "tied-seats-stay-empty"
            transcript.add(Statement(code, [.list("options", safe)]))
        }
        outcome = safe.isEmpty ? .failed : .passed
        winners = safe
    }
}
