import TingTally
import TingWorkflow
import TingYAML

/// A rule file and what the flags add to it, for one ballot file.
struct CountRule {
    let file: RuleFile
    private let path: String
    private let flags: CountFlags
    private let rule: RuleDefinition

    /// Reads a rule file.
    ///
    /// - Throws: ``UnreadableFile`` with every mistake in it; ``WrongUse`` for a subject it does not know,
    ///   and for a flag that would say what the file says.
    init(_ path: String, _ flags: CountFlags) throws {
        self.path = path
        let bytes = try Disk.read(path)
        file = try SourceFile(name: path, bytes: bytes).reading { try RuleFile.read(YAML.read(bytes)) }
        self.flags = flags
        guard !flags.saysWhatRulesSay else { throw WrongUse("count-flag-with-rule") }
        let subjects = file.workflow.subjects.map(\.name)
        if let unknown = flags.touches.first(where: { !subjects.contains($0) }) {
            guard !subjects.isEmpty else { throw WrongUse("count-touches-without-subjects") }
            throw WrongUse(
                "flag-word-unknown",
                [.text("flag", "--touches"), .text("given", unknown), .list("allowed", subjects)])
        }
        rule = try file.rule(touching: flags.touches)
        guard flags.group.isEmpty || rule.counted?.groupCap != nil else {
            throw WrongUse("group-without-cap-in-rule")
        }
        guard flags.money.cost.isEmpty || rule.counted?.spendsBudget ?? false else {
            throw WrongUse("cost-without-budget-in-rule")
        }
    }

    /// What becomes of several options at one rank; nil where the rule says nothing of it.
    var overvotes: BallotRules.Overvotes? { rule.counted?.overvotes }

    /// Whether the ballots say yes, no or abstain.
    var isYesNo: Bool { file.vote.isYesNo }

    /// The rule for a vote on yes and no, among so many who may vote.
    ///
    /// - Throws: ``BadFile`` when the rule cannot be used, whatever the ballots.
    func yesNoRule(members: Int) throws -> YesNoRule {
        try resolving {
            try file.vote.yesNoRule(touching: flags.touches, members: members, in: file.workflow)
        }
    }

    /// The tally of ballots over options, with the quorum of all ballots before it.
    ///
    /// - Throws: ``BadFile`` when the rule cannot be used, whatever the ballots; ``WrongUse`` when the
    ///   electorate or the default option is asked for and not stated; what the count throws.
    func tally(_ ballots: BallotFile) throws -> Tally {
        let members = try flags.electorate(of: ballots)
        guard members != nil || !asksForElectorate else { throw WrongUse("electorate-not-stated") }
        let cast = try Fraction(ballots.ballots.total) * ballots.ballots.unit
        let costs = rule.counted?.spendsBudget ?? false ? try flags.money.costs(of: ballots) : nil
        guard costs != nil || rule.counted?.budget == nil else { throw WrongUse("budget-without-cost") }
        var paper = RuleDefinition.Paper(
            options: ballots.ballots.options.map { _ in flags.touches },
            defaultOption: try flags.defaultOption.map(ballots.index), ballot: file.vote.ballot,
            members: members ?? cast.ceiling, budget: try budget(ballots),
            costs: costs,
            groups: rule.counted?.groupCap == nil ? nil : try flags.groups(of: ballots))
        paper.leastSum = ballots.budget?.leastSum
        let ties = try ties(ballots)
        let method = try resolving { try rule.method(for: paper, ties: ties, in: file.workflow) }
        var transcript = Transcript()
        if let stated = ballots.seats, let seats = rule.counted?.seats, stated != seats {
            transcript.add(
                Statement("seats-by-rule", [.number("stated", stated), .number("seats", seats)]))
        }
        let hasQuorum = try resolving {
            try rule.hasBallotQuorum(
                of: cast, touching: flags.touches, members: paper.members, in: file.workflow,
                writing: &transcript)
        }
        return try method.count(ballots.ballots, with: .everyCore)
            .after(transcript, hasQuorum: hasQuorum)
    }

    /// How much there is to spend: what the rule says goes before what the ballot file says.
    private func budget(_ ballots: BallotFile) throws -> Fraction? {
        switch rule.counted?.budget {
        case .amount(let amount): amount
        case .field(let name): throw WrongUse("budget-field-in-rule-file", [.text("field", name)])
        case nil: ballots.budget?.limit
        }
    }

    /// Does something with the rule, and says in which file it stands when it cannot be used.
    private func resolving<Value>(_ body: () throws -> Value) throws -> Value {
        func refused(_ mistake: Statement) -> BadFile {
            BadFile("rule-file-refused", [.text("file", path), Fact("mistake", .statement(mistake))])
        }
        do { return try body() } catch let error as FormulaError {
            throw refused(error.statement)
        } catch let error as TallyError {
            // What flags or ballots have to say is no mistake of the rule.
            let isElsewhere = ["default-option-needed", "budget-needed", "option-without-cost"].contains(
                error.statement.code)
            throw isElsewhere ? WrongUse(error.statement) : refused(error.statement)
        }
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

extension Tally {
    /// The same count after its quorum was asked; missed, it decides nothing.
    fileprivate func after(_ quorum: Transcript, hasQuorum: Bool) -> Tally {
        var transcript = quorum
        transcript.add(self.transcript)
        if !hasQuorum { transcript.add(Statement("count-without-quorum")) }
        return Tally(
            method: method, ballots: ballots, options: options, seats: seats,
            winners: hasQuorum ? winners : [], tied: hasQuorum ? tied : [],
            emptySeats: hasQuorum ? emptySeats : 0, ranking: ranking,
            dropped: dropped, outcome: hasQuorum ? outcome : .noQuorum, transcript: transcript)
    }
}

extension CountFlags {
    /// Whether a flag is given that says what a rule file says.
    fileprivate var saysWhatRulesSay: Bool {
        let texts = [quorum, unranked, variant, overvotes]
        let numbers = [seats, skippedRanks, mostRanks, decimals, points, groupCap].map { $0?.text }
        return !(texts + numbers).allSatisfy { $0 == nil } || mustRankAll || !majority.isEmpty
            || money.saysWhatRulesSay
    }
}
