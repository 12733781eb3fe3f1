import TingTally
import TingWorkflow
import TingYAML

/// A rule file and what the flags add to it, for one ballot file.
struct CountRule {
    let file: RuleFile
    private let flags: CountFlags
    private let rule: RuleDefinition

    /// Reads a rule file.
    ///
    /// - Throws: ``UnreadableFile`` with every mistake in it; ``WrongUse`` for a subject it does not know,
    ///   and for a flag that would say what the file says.
    init(_ path: String, _ flags: CountFlags) throws {
        let bytes = try Disk.read(path)
        file = try SourceFile(name: path, bytes: bytes).reading { try RuleFile.read(YAML.read(bytes)) }
        self.flags = flags
        guard !flags.saysWhatRulesSay else { throw WrongUse("count-flag-with-rule") }
        let subjects = file.workflow.subjects.map(\.name)
        if let unknown = flags.touches.first(where: { !subjects.contains($0) }) {
            throw WrongUse(
                "flag-word-unknown",
                [.text("flag", "--touches"), .text("given", unknown), .list("allowed", subjects)])
        }
        rule = try file.rule(touching: flags.touches)
    }

    /// What becomes of several options at one rank; nil where the rule says nothing of it.
    var overvotes: BallotRules.Overvotes? { rule.counted?.overvotes }

    /// Whether the ballots say yes, no or abstain.
    var isYesNo: Bool { file.vote.isYesNo }

    /// The rule for a vote on yes and no, among so many who may vote.
    func yesNoRule(members: Int) throws -> YesNoRule {
        try file.vote.yesNoRule(touching: flags.touches, members: members, in: file.workflow)
    }

    /// The tally of ballots over options, with the quorum of all ballots before it.
    ///
    /// - Throws: ``BadFile`` through the caller when the electorate is asked for and not stated.
    func tally(_ ballots: BallotFile) throws -> Tally {
        let members = flags.electorate ?? ballots.electorate
        let paper = RuleDefinition.Paper(
            options: ballots.ballots.options.map { _ in flags.touches },
            defaultOption: try flags.defaultOption.map(ballots.index), ballot: file.vote.ballot,
            members: try members
                ?? (Fraction(ballots.ballots.total) * ballots.ballots.unit).ceiling)
        guard members != nil || !asksForElectorate else {
            throw BallotFileError(line: 1, Statement("electorate-not-stated"))
        }
        var settings = try rule.countingSettings(for: paper, ties: ties(ballots), in: file.workflow)
        let used = rule.counted?.type?.settings ?? []
        if used.contains(.budget) { settings.budget = ballots.budget }
        let asksOptions = rule.counted?.asksOfEachOption ?? false
        let method =
            asksOptions
            ? try rule.method(for: paper, ties: ties(ballots), in: file.workflow)
            : try CountingMethods.method(named: rule.counted?.method ?? "", settings: settings)
        let tally = try method.count(ballots.ballots, with: .everyCore)
        guard
            let quorum = try rule.ballotQuorum(
                touching: flags.touches, members: paper.members, in: file.workflow)
        else { return tally }
        let cast = try Fraction(ballots.ballots.total) * ballots.ballots.unit
        let progress = try quorum.progress(
            of: ChoiceCount(
                weighted: [WeightedChoice(.abstain, weight: cast)], eligible: Fraction(paper.members)))
        var transcript = Transcript()
        for statement in progress.transcript.statements {
            transcript.add(
                Statement("ballot-" + statement.code, statement.facts.filter { $0.name != "counting" }))
        }
        transcript.add(tally.transcript)
        if !progress.isMet { transcript.add(Statement("count-without-quorum")) }
        return Tally(
            method: tally.method, ballots: tally.ballots, options: tally.options, seats: tally.seats,
            winners: progress.isMet ? tally.winners : [], tied: progress.isMet ? tally.tied : [],
            ranking: tally.ranking, dropped: tally.dropped,
            outcome: progress.isMet ? tally.outcome : .noQuorum, transcript: transcript)
    }

    /// Whether the rule measures anything by how many may vote.
    private var asksForElectorate: Bool {
        let quorum = rule.counted?.quorum?.value(touching: flags.touches)
        return quorum.flatMap { $0 } != nil || rule.counted?.optionQuorum != nil
    }

    /// The ways of the flag, where it is given; else those of the file that need nothing more.
    private func ties(_ ballots: BallotFile) throws -> TieBreaking {
        if let tieBreak = flags.tieBreak { return try TieBreaking(flag: tieBreak, file: ballots) }
        var ways: [TieBreak] = []
        for tie in file.vote.ties {
            switch tie {
            case .earlierRounds(let direction): ways.append(.earlierRounds(direction))
            case .revote: return TieBreaking(ways + [.revote])
            // A lot needs its seed and a casting vote its holder: both come with --tie-break.
            case .fails, .outcome, .lot, .castingVote: return TieBreaking(ways)
            }
        }
        return TieBreaking(ways)
    }
}

extension CountFlags {
    /// Whether a flag is given that says what a rule file says.
    fileprivate var saysWhatRulesSay: Bool {
        let texts = [quorum, unranked, variant, overvotes]
        let numbers = [seats, skippedRanks, mostRanks, decimals, points]
        return !texts.allSatisfy { $0 == nil } || !numbers.allSatisfy { $0 == nil } || mustRankAll
            || !majority.isEmpty || !group.isEmpty || groupCap != nil
    }
}
