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
    private let body: [String: JSON]
    private let transcript: Transcript

    init(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate,
        _ situation: Situation, castingVote: String? = nil
    ) throws {
        var transcript: Transcript
        var outcome: VoteOutcome
        var winners: [String] = []
        switch vote.ballot {
        case .yesNoAbstain:
            let ballots = try YesNoBallots(situation.sheet, of: electorate)
            let asked = try vote.yesNoRule(
                touching: opened.subjects, members: electorate.voters.count, in: situation.workflow)
            let verdict = try asked.decide(ballots)
            outcome = verdict.outcome
            hasQuorum = try asked.quorumProgress(of: ballots)?.isMet ?? true
            transcript = verdict.transcript
            if outcome == .tied, let choice = castingVote {
                outcome = choice == "yes" ? .passed : .failed
                transcript.add(Statement("casting-vote", [.term("choice", choice)]))
            }
            body = ["counts": ballots.json]
        case .ranking:
            guard let rule = situation.workflow.rule(opened.rule) else {
                throw Fault("rule-missing", [.text("rule", opened.rule)])
            }
            let ballots = try RankedBallots(situation.sheet, options: opened.options.map(\.letter))
            let tally = try rule.count(
                ballots, options: opened.options.map(\.touches), members: electorate.voters.count,
                in: situation.workflow)
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
        if outcome == .tied, vote.tie != .outcome {
            // Nobody has used the casting vote, and nothing else decides a tie.
            outcome = .failed
            transcript.add(Statement("tie-undecided"))
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

    /// Whether no ballot that can still come changes the outcome.
    ///
    /// Asked of yes, no and abstain only. A rule that more yes never hurts is
    /// decided when leaving the rest uncast, and giving all of it to yes, to no
    /// or to abstain, end alike.
    static func isDecided(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ electorate: Electorate, _ situation: Situation
    ) throws -> Bool {
        guard vote.ballot == .yesNoAbstain else {
            return situation.sheet.ballots.count == electorate.voters.count
        }
        let cast = Set(situation.sheet.ballots.map(\.by))
        let rest = electorate.voters.filter { !cast.contains($0.id) }
        let now = try Count(vote, opened, electorate, situation).outcome
        for choice in [Choice.yes, .no, .abstain] {
            let imagined = rest.map { Ballot(by: $0.id, content: .choice(choice), at: opened.opens) }
            let sheet = BallotSheet(situation.sheet.ballots + imagined)
            if try Count(vote, opened, electorate, situation.with(sheet)).outcome != now { return false }
        }
        return true
    }
}

extension YesNoBallots {
    /// Adds up a sheet, in all and by class; a voter in two classes counts in both.
    init(_ sheet: BallotSheet, of electorate: Electorate) throws {
        var whole = try ChoiceCount(eligible: electorate.voters.count)
        var classes = try electorate.sizes.map {
            ClassCount(name: $0.name, count: try ChoiceCount(eligible: $0.size))
        }
        for ballot in sheet.ballots {
            guard case .choice(let choice) = ballot.content, let voter = electorate.voter(ballot.by) else {
                throw Fault("ballot-of-a-stranger", [.text("voter", ballot.by)])
            }
            try whole.add(1, to: choice)
            for place in classes.indices where voter.classes.contains(classes[place].name) {
                try classes[place].count.add(1, to: choice)
            }
        }
        self.init(whole: whole, classes: classes)
    }

    /// The counts as the minutes keep them.
    var json: JSON {
        .object([
            "whole": whole.json,
            "classes": .array(classes.map { .object(["name": .string($0.name), "counts": $0.count.json]) }),
        ])
    }
}

extension ChoiceCount {
    /// The counts as the minutes keep them.
    var json: JSON {
        var members: [String: JSON] = [
            "eligible": .integer(eligible), "not-cast": .integer(notCast), "received": .integer(received),
        ]
        for choice in Choice.allCases { members[choice.rawValue] = .integer(self[choice]) }
        return .object(members)
    }
}

extension RankedBallots {
    /// Puts a sheet into columns.
    init(_ sheet: BallotSheet, options: [String]) throws {
        try self.init(options: options)
        for ballot in sheet.ballots {
            guard case .ranking(let groups) = ballot.content else {
                throw Fault("ballot-of-another-form", [.text("voter", ballot.by)])
            }
            try append(ranking: groups)
        }
    }

    /// Equal ballots together: the most frequent first, then by their ranks.
    var groupedRows: [(weight: Int, ranking: [[Int]])] {
        var weights: [[[Int]]: Int] = [:]
        for row in 0..<rowCount { weights[ranking(ofRow: row), default: 0] += self.weights[row] }
        return weights.map { (weight: $0.value, ranking: $0.key) }.sorted { left, right in
            if left.weight != right.weight { return left.weight > right.weight }
            return left.ranking.lexicographicallyPrecedes(right.ranking) {
                $0.lexicographicallyPrecedes($1)
            }
        }
    }
}

extension YesNoRule {
    /// How far the quorum is reached: of the rule itself, else of its first alternative that has one.
    func quorumProgress(of ballots: YesNoBallots) throws -> QuorumProgress? {
        if let quorum { return try quorum.progress(of: ballots.whole) }
        for rule in either {
            if let progress = try rule.quorumProgress(of: ballots) { return progress }
        }
        return nil
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
