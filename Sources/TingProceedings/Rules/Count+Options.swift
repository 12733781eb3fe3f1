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
        let hasQuorum = try rule.hasBallotQuorum(
            sheet, opened, electorate, in: workflow, writing: &transcript)
        let casting = castingVote.flatMap { letters.firstIndex(of: $0) }
        let method = try rule.method(
            for: paper, ties: vote.tieBreaking(casting: casting, lot: lot), in: workflow)
        let tally = try method.count(ballots)
        transcript.add(tally.transcript)
        var result = Result(
            outcome: .tied, hasQuorum: hasQuorum && tally.outcome != .noQuorum,
            body: ballots.body(of: tally), transcript: transcript)
        result.decide(tally, paper, casting: casting)
        result.isOpenTie =
            casting == nil && tally.transcript.statements.contains { $0.code == "tie-broken-by-lot" }
        // Where nobody has voted all are level, and no lot and no casting vote makes a winner of one.
        if sheet.ballots.isEmpty, tally.outcome == nil {
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
    /// Finds the outcome and the winners.
    fileprivate mutating func decide(_ tally: Tally, _ paper: RuleDefinition.Paper, casting: Int?) {
        let names = { (places: [Int]) in places.map { tally.options[$0] } }
        if let outcome = tally.outcome {
            self.outcome = outcome
            winners = tally.winnerNames
        } else if tally.seats > 1 {
            seats(of: tally, paper, names)
        } else {
            let isDefault = tally.winners.isEmpty || tally.winners == [paper.defaultOption]
            outcome = !tally.tied.isEmpty ? .tied : isDefault ? .failed : .passed
            winners = tally.winnerNames
        }
        // A method that breaks no ties itself leaves the casting vote to be used here.
        let isUsed = tally.transcript.statements.contains { $0.code == "tie-broken-by-casting-vote" }
        if outcome == .tied, tally.seats == 1, !isUsed, let casting, tally.winners.contains(casting) {
            winners = names([casting])
            outcome = casting == paper.defaultOption ? .failed : .passed
            transcript.add(Statement("casting-vote", [.text("choice", tally.options[casting])]))
        }
    }

    /// Several seats: those before the default option are elected, as far as no tie is about them.
    private mutating func seats(
        of tally: Tally, _ paper: RuleDefinition.Paper, _ names: ([Int]) -> [String]
    ) {
        let sure = tally.winners.filter { !tally.tied.contains($0) }
        // Who is level with the default option stands no more above it than it above them.
        let level = tally.ranking.first { group in paper.defaultOption.map(group.contains) ?? false } ?? []
        let elected = sure.prefix { !level.contains($0) }
        safe = names(Array(elected))
        guard elected.count == sure.count else {
            transcript.add(
                Statement(
                    "default-takes-a-seat",
                    [
                        .text("default", paper.defaultOption.map { tally.options[$0] } ?? ""),
                        .list("options", safe),
                    ]))
            outcome = safe.isEmpty ? .failed : .passed
            winners = safe.isEmpty ? names(paper.defaultOption.map { [$0] } ?? []) : safe
            return
        }
        winners = tally.winnerNames
        outcome = !tally.tied.isEmpty ? .tied : winners.isEmpty ? .failed : .passed
    }
}

extension VoteKind {
    /// What a count needs to know of a vote that was opened.
    public func paper(_ opened: ProposalEvent.VoteOpened, members: Int) -> RuleDefinition.Paper {
        RuleDefinition.Paper(
            options: opened.options.map(\.touches),
            defaultOption: hasDefault && !opened.options.isEmpty ? opened.options.count - 1 : nil,
            ballot: ballot, members: members)
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

extension RuleDefinition {
    /// Whether as many ballots were cast as the rule asks; true when it asks for none.
    fileprivate func hasBallotQuorum(
        _ sheet: BallotSheet, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate,
        in workflow: Workflow, writing transcript: inout Transcript
    ) throws -> Bool {
        let members = electorate.voters.count
        guard let quorum = try ballotQuorum(touching: opened.subjects, members: members, in: workflow)
        else { return true }
        let progress = try quorum.progress(
            of: ChoiceCount(eligible: members, abstain: sheet.ballots.count))
        for statement in progress.transcript.statements {
            // Ballots over options are all of one sort, so the sentences name none.
            transcript.add(
                Statement("ballot-" + statement.code, statement.facts.filter { $0.name != "counting" }))
        }
        return progress.isMet
    }
}
