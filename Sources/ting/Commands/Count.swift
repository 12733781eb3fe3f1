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
    var method: String?
    @Option(help: ArgumentHelp(help("count-rule")))
    var rule: String?
    @Option(help: ArgumentHelp(help("count-format")))
    var format: String?
    @OptionGroup var flags: CountFlags

    func run() throws {
        // What is wrong with the flags or the rule is said before a file is read.
        guard (method == nil) != (rule == nil) else { throw WrongUse("count-method-or-rule") }
        let rule = try rule.map { try CountRule($0, flags) }
        guard flags.touches.isEmpty || rule != nil else { throw WrongUse("count-touches-without-rule") }
        do {
            let ballots = try read(file, overvotes: rule?.overvotes)
            if rule?.isYesNo ?? (method == Self.yesNo) {
                try countYesNo(ballots, rule)
            } else {
                try countOptions(ballots, rule)
            }
        } catch let error as BallotFileError {
            throw refused(file, error)
        } catch let error as TallyError {
            throw error.asCountRefusal
        }
    }

    private func read(_ path: String, overvotes: BallotRules.Overvotes? = nil) throws -> BallotFile {
        let format = try format.map { try BallotFile.Format(flag: "--format", $0) }
        return try BallotFile.read(
            bytes: try Disk.read(path), named: path, format: format,
            overvotes: try flags.overvotesRule ?? overvotes ?? .exhaust)
    }

    private func refused(_ path: String, _ error: BallotFileError) -> BadFile {
        BadFile(
            "ballot-file-refused",
            [
                .text("file", path), .number("line", error.line),
                Fact("mistake", .statement(error.statement)),
            ])
    }

    private func countOptions(_ file: BallotFile, _ rule: CountRule?) throws {
        guard flags.classes.isEmpty else { throw WrongUse("count-class-not-for-options") }
        var tally = try rule?.tally(file) ?? counting(file).count(file.ballots, with: .everyCore)
        if let option = try flags.defaultOption.map(file.index) { tally = tally.above(defaultOption: option) }
        let answer = CountAnswer(tally, of: file)
        let screen = Screen(options)
        screen.answer(answer.json(screen))
        answer.show(screen)
    }

    /// The method that the flags name.
    private func counting(_ file: BallotFile) throws -> any CountingMethod {
        let name = method ?? ""
        guard let type = CountingMethods.named(name) else {
            let methods = [Self.yesNo] + CountingMethods.all.map { $0.name }
            throw WrongUse(
                didYouMean(name, among: methods).map {
                    Statement("method-unknown-near", [.text("method", name), .text("nearest", $0)])
                } ?? Statement("method-unknown", [.text("method", name), .list("methods", methods)]))
        }
        let settings = try flags.settings(for: file, method: type)
        do {
            return try CountingMethods.method(named: name, settings: settings)
        } catch {
            throw WrongUse(error.statement)
        }
    }

    private func countYesNo(_ file: BallotFile, _ ruleFile: CountRule?) throws {
        guard flags.isFitForYesNo else { throw WrongUse("count-flag-not-for-yes-no") }
        let stated = try flags.electorate(of: file)
        let rule =
            try ruleFile?.yesNoRule(members: stated ?? file.ballots.total)
            ?? YesNoRule(name: Self.yesNo, quorum: flags.quorum, majorities: flags.majority)
        // Where no electorate is stated, only rules that do not ask for one can be counted.
        guard stated != nil || !rule.asksForElectorate else { throw WrongUse("electorate-not-stated") }
        var ballots = try file.yesNoBallots(eligible: stated ?? file.ballots.total)
        ballots.classes = try classes(rule, of: ballots.whole)
        let verdict = try rule.decide(ballots)
        let answer = CountAnswer(
            verdict, ballots: ballots.whole.received, unit: ballots.whole.unit,
            options: file.ballots.options,
            transcript: stated == nil ? verdict.transcript.withoutElectorate : verdict.transcript)
        let screen = Screen(options)
        screen.answer(answer.json(screen))
        screen.say("count-outcome", [.term("outcome", verdict.outcome.rawValue)])
        screen.line()
        answer.showTranscript(screen)
    }

    /// The counts of classes, each from a file of its own: `--class workers=workers.abif`.
    private func classes(_ rule: YesNoRule, of whole: ChoiceCount) throws -> [ClassCount] {
        var names: Set<String> = []
        return try flags.classes.map { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw WrongUse("class-form", [.text("text", text)])
            }
            let name = String(text[..<equals])
            guard rule.classNames.contains(name) else {
                throw WrongUse("class-not-asked", [.text("class", name)])
            }
            guard names.insert(name).inserted else { throw WrongUse("class-twice", [.text("class", name)]) }
            let path = String(text[text.index(after: equals)...])
            do {
                let file = try read(path)
                let counts = try file.yesNoBallots(eligible: file.electorate ?? file.ballots.total)
                let isWithin = Choice.allCases.allSatisfy {
                    counts.whole.unit == whole.unit ? counts.whole[$0] <= whole[$0] : true
                }
                guard isWithin else {
                    throw BallotFileError(
                        line: 1, Statement("class-larger-than-whole", [.text("class", name)]))
                }
                return ClassCount(name: name, count: counts.whole)
            } catch let error as BallotFileError {
                throw refused(path, error)
            }
        }
    }
}

extension CountFlags {
    /// Whether no flag is given that only counts of options know.
    fileprivate var isFitForYesNo: Bool {
        let texts = [defaultOption, unranked, tieBreak, variant, overvotes]
        let numbers = [seats, skippedRanks, mostRanks, decimals, points, groupCap].map { $0?.text }
        return (texts + numbers).allSatisfy { $0 == nil } && !mustRankAll && group.isEmpty && money.isEmpty
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
