public import TingTally
public import TingWorkflow

extension Count {
    /// The count of ballots over several options.
    ///
    /// The quorum of all ballots is asked first, and missed it decides nothing.
    /// With one seat the vote passes when an option other than the default wins.
    /// With several, the options placed before the default one are elected: where
    /// it takes a seat, that seat and those after it stay empty.
    static func overOptions(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, _ sheet: BallotSheet,
        in workflow: Workflow, castingVote: String?, lot: Lot?
    ) throws -> Result {
        guard let rule = workflow.rule(opened.rule), let form = vote.countedForm else {
            throw Fault("rule-missing", [.text("rule", opened.rule)])
        }
        let letters = opened.options.map(\.letter)
        guard !letters.isEmpty else {
            var transcript = Transcript()
            transcript.add(Statement("no-options-on-paper"))
            return Result(
                outcome: .failed, hasQuorum: true,
                body: [
                    "method": .string(rule.counted?.method ?? ""), "ranking": .array([]), "sheet": .array([]),
                ],
                transcript: transcript)
        }
        let ballots = try Ballots(sheet, form: form, options: letters)
        let paper = vote.paper(opened, members: electorate.voters.count)
        var transcript = Transcript()
        let casting = castingVote.flatMap { letters.firstIndex(of: $0) }
        var hasQuorum = true
        let counted: Tally
        do {
            hasQuorum = try rule.hasBallotQuorum(
                of: Fraction(sheet.ballots.count), touching: opened.subjects,
                members: electorate.voters.count, in: workflow, writing: &transcript)
            let method = try rule.method(
                for: paper, ties: vote.tieBreaking(casting: casting, lot: lot), in: workflow)
            counted = try method.count(ballots)
        } catch {
            return try Result(
                unfinished: error, hasQuorum: hasQuorum,
                body: ballots.body(method: rule.counted?.method ?? "", ranking: []), after: transcript)
        }
        let tally = counted.above(defaultOption: paper.defaultOption)
        transcript.add(tally.transcript)
        var result = Result(
            outcome: tally.outcome ?? .tied, winners: tally.winnerNames,
            hasQuorum: hasQuorum && tally.outcome != .noQuorum, body: ballots.body(of: counted),
            transcript: transcript)
        result.spendsBudget = rule.counted?.spendsBudget ?? false
        // Where a tie fails, those whom it is not about take their seats, or are paid for.
        if tally.seats > 1 || result.spendsBudget {
            result.safe = tally.winners.filter { !tally.tied.contains($0) }.map { letters[$0] }
        }
        result.useCastingVote(casting, on: tally, paper)
        result.isOpenTie = casting == nil && tally.transcript.asksLot
        // Where nobody has voted all are level, and no lot and no casting vote makes a winner of one.
        if sheet.ballots.isEmpty, counted.outcome == nil {
            (result.outcome, result.winners, result.safe) = (.failed, [], [])
            result.transcript.add(Statement("no-ballots-cast"))
        }
        guard hasQuorum else {
            (result.outcome, result.winners, result.safe) = (.noQuorum, [], [])
            result.transcript.add(Statement("count-without-quorum"))
            return result
        }
        return result
    }
}

extension Count.Result {
    /// Decides a tie for the one seat by a casting vote, where the method has not asked it itself.
    fileprivate mutating func useCastingVote(
        _ casting: Int?, on tally: Tally, _ paper: RuleDefinition.Paper
    ) {
        let isUsed = tally.transcript.statements.contains { $0.code == "tie-broken-by-casting-vote" }
        guard outcome == .tied, tally.seats == 1, !spendsBudget, !isUsed, let casting,
            tally.winners.contains(casting)
        else { return }
        winners = [tally.options[casting]]
        outcome = casting == paper.defaultOption ? .failed : .passed
        transcript.add(Statement("casting-vote", [.text("choice", tally.options[casting])]))
    }
}

extension VoteKind {
    /// What a count needs to know of a vote that was opened.
    public func paper(_ opened: ProposalEvent.VoteOpened, members: Int) -> RuleDefinition.Paper {
        RuleDefinition.Paper(
            options: opened.options.map(\.touches),
            defaultOption: hasDefault && !opened.options.isEmpty ? opened.options.count - 1 : nil,
            ballot: ballot, members: members, budget: opened.budget, costs: opened.options.map(\.cost),
            groups: opened.options.map(\.group))
    }

    /// The ways of breaking ties for one count.
    ///
    /// A casting vote that nobody has used is left out, and so is what becomes
    /// of a tie that stays: that is the vote's own business.
    public func tieBreaking(casting: Int?, lot: Lot?) -> TieBreaking {
        TieBreaking(
            ties.compactMap { tie in
                switch tie {
                case .fails, .outcome: nil
                case .revote: .revote
                case .castingVote(let role): casting.map { .castingVote(by: role, order: [$0]) }
                case .lot: lot.map(TieBreak.lot)
                case .earlierRounds(let direction): .earlierRounds(direction)
                }
            })
    }
}
