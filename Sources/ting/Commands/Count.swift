import ArgumentParser
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// `ting count`: counts any ballot file; no assembly is needed.
struct Count: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("count"), discussion: help("count-examples"))
    }

    /// The method for ballots of yes, no and abstain.
    static let yesNo = "yes-no"

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("count-file")))
    var file: String
    @Option(help: ArgumentHelp(help("count-method")))
    var method: String
    @Option(name: .customLong("default"), help: ArgumentHelp(help("count-default")))
    var defaultOption: String?
    @Option(help: ArgumentHelp(help("count-quorum")))
    var quorum: String?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("count-majority")))
    var majority: [String] = []
    @Option(help: ArgumentHelp(help("count-unranked")))
    var unranked: String = Unranked.last.rawValue
    @Option(help: ArgumentHelp(help("count-electorate")))
    var electorate: Int?

    func run() throws {
        let bytes = try Disk.read(file)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BadFile("text-not-utf8", [.text("file", file)])
        }
        do {
            let ballots = try BallotFile.read(text)
            try method == Self.yesNo ? countYesNo(ballots) : countRanked(ballots)
        } catch let error as BallotFileError {
            throw BadFile(
                "ballot-file-refused",
                [
                    .text("file", file), .number("line", error.line),
                    Fact("mistake", .statement(error.statement)),
                ])
        }
    }

    private func countRanked(_ file: BallotFile) throws {
        guard CountingMethods.named(method) != nil else {
            throw WrongUse(
                "method-unknown",
                [
                    .text("method", method),
                    .list("methods", CountingMethods.all.map { $0.name } + [Self.yesNo]),
                ])
        }
        guard let unranked = Unranked(rawValue: unranked) else {
            throw WrongUse(
                "unranked-unknown",
                [.text("given", self.unranked), .list("allowed", Unranked.allCases.map(\.rawValue))])
        }
        var settings = CountingSettings(unranked: unranked)
        settings.defaultOption = try defaultOption.map(file.index)
        settings.quorum = try quorum.map { Surd(try number($0, "--quorum")) }
        let ratios = try ratios()
        // One count asks either "at least" or "more than" of every ratio; mixing would change what was asked.
        guard Set(ratios.map(\.comparison)).count < 2 else { throw WrongUse("ratios-of-two-kinds") }
        settings.ratioComparison = ratios.first?.comparison ?? settings.ratioComparison
        for ratio in ratios { settings.ratios[try file.index(ofOption: ratio.option)] = ratio.ratio }
        guard electorate == nil else { throw WrongUse("count-no-electorate", [.text("method", method)]) }
        let tally = try CountingMethods.method(named: method, settings: settings).count(file.ballots)
        let screen = Screen(options)
        screen.answer(
            answer(
                ballots: tally.ballots, options: tally.options, winners: tally.winnerNames,
                ranking: tally.rankingNames, outcome: tally.outcome, tally.transcript, screen))
        screen.say(
            "count-winners", [.list("winners", tally.winnerNames), .number("count", tally.winners.count)])
        screen.line()
        show(tally.transcript, screen)
        screen.line()
        screen.line(screen.label("count.ranking"))
        for (place, group) in tally.rankingNames.enumerated() {
            screen.line("  \(place + 1). " + Screen.visible(group.joined(separator: " = ")))
        }
    }

    private func countYesNo(_ file: BallotFile) throws {
        guard defaultOption == nil else { throw WrongUse("count-no-default", [.text("method", method)]) }
        guard unranked == Unranked.last.rawValue else {
            throw WrongUse("count-no-unranked", [.text("method", method)])
        }
        let rule: YesNoRule
        do {
            rule = try YesNoRule(name: Self.yesNo, quorum: quorum, majorities: majority)
        } catch {
            throw WrongUse(error.statement)
        }
        let stated = electorate ?? file.electorate
        // Where no electorate is stated, only rules that do not ask for one can be counted.
        let eligible = rule.asksForElectorate ? stated : stated ?? file.ballots.total
        let ballots = try file.yesNoBallots(eligible: eligible)
        let verdict = try rule.decide(ballots)
        let transcript = stated == nil ? verdict.transcript.withoutElectorate : verdict.transcript
        let winners: [String] =
            switch verdict.outcome {
            case .passed: ["yes"]
            case .failed: ["no"]
            case .tied, .noQuorum: []
            }
        let ranking = winners.isEmpty ? [] : [winners, winners == ["yes"] ? ["no"] : ["yes"]]
        let screen = Screen(options)
        screen.answer(
            answer(
                ballots: ballots.whole.received, options: file.ballots.options, winners: winners,
                ranking: ranking, outcome: verdict.outcome, transcript, screen))
        screen.say("count-outcome", [.term("outcome", verdict.outcome.rawValue)])
        screen.line()
        show(transcript, screen)
    }

    private func number(_ text: String, _ flag: String) throws -> Fraction {
        guard let number = Fraction(text: text), number >= Fraction(0) else {
            throw WrongUse("number-form", [.text("flag", flag), .text("text", text)])
        }
        return number
    }

    private func ratios() throws -> [OptionRatio] {
        try majority.map { text in
            guard let ratio = OptionRatio(flag: text) else {
                throw WrongUse("majority-form", [.text("text", text)])
            }
            return ratio
        }
    }

    private func answer(
        ballots: Int, options: [String], winners: [String], ranking: [[String]], outcome: VoteOutcome?,
        _ transcript: Transcript, _ screen: Screen
    ) -> JSON {
        var keys: [String: JSON] = [
            "method": .string(method), "ballots": .integer(ballots), "options": .strings(options),
            "winners": .strings(winners), "ranking": .array(ranking.map(JSON.strings)),
            "transcript": .array(
                transcript.steps.map { step in
                    var keys: [String: JSON] = [
                        "step": .string(step.statement.code),
                        "text": .string(screen.words.render(step.statement)),
                    ]
                    if let table = step.table {
                        keys["table"] = table.json
                    }
                    return .object(keys)
                }),
        ]
        if let outcome { keys["outcome"] = .string(outcome.rawValue) }
        return .object(keys)
    }

    private func show(_ transcript: Transcript, _ screen: Screen) {
        for step in transcript.steps {
            screen.line(String(repeating: "  ", count: step.depth) + screen.words.render(step.statement))
            if let table = step.table { screen.line(TableText(table, screen.words).text) }
        }
    }
}

extension YesNoRule {
    /// Whether the rule measures anything by how many may vote.
    fileprivate var asksForElectorate: Bool {
        if let quorum, case .share(let share) = quorum.need, share.base == .electorate { return true }
        return majority?.base == .electorate || rejectedWhen?.share.base == .electorate
    }
}

extension Transcript {
    /// The same lines, where nobody has said how many may vote.
    fileprivate var withoutElectorate: Transcript {
        var transcript = Transcript()
        for step in steps {
            var line = Transcript()
            let isCount = step.statement.code == "ballots-counted"
            line.add(
                isCount ? Statement("ballots-counted-alone", step.statement.facts) : step.statement,
                table: step.table)
            transcript.add(line, indentedBy: step.depth)
        }
        return transcript
    }
}
