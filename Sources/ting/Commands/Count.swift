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
    @OptionGroup var flags: CountFlags

    func run() throws {
        let bytes = try Disk.read(file)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BadFile("text-not-utf8", [.text("file", file)])
        }
        do {
            let ballots = try BallotFile.read(text)
            try method == Self.yesNo ? countYesNo(ballots) : countOptions(ballots)
        } catch let error as BallotFileError {
            throw BadFile(
                "ballot-file-refused",
                [
                    .text("file", file), .number("line", error.line),
                    Fact("mistake", .statement(error.statement)),
                ])
        }
    }

    private func countOptions(_ file: BallotFile) throws {
        guard let type = CountingMethods.named(method) else {
            throw WrongUse(
                "method-unknown",
                [
                    .text("method", method),
                    .list("methods", [Self.yesNo] + CountingMethods.all.map { $0.name }),
                ])
        }
        let settings = try flags.settings(for: file, method: type)
        let counting: any CountingMethod
        do {
            counting = try CountingMethods.method(named: method, settings: settings)
        } catch {
            throw WrongUse(error.statement)
        }
        let tally = try counting.count(file.ballots, with: .everyCore)
        let answer = CountAnswer(tally, unit: file.ballots.unit)
        let screen = Screen(options)
        screen.answer(answer.json(screen))
        answer.show(screen)
    }

    private func countYesNo(_ file: BallotFile) throws {
        guard flags.isFitForYesNo else {
            throw WrongUse("count-flag-not-for-yes-no", [.text("method", method)])
        }
        let rule: YesNoRule
        do {
            rule = try YesNoRule(name: Self.yesNo, quorum: flags.quorum, majorities: flags.majority)
        } catch {
            throw WrongUse(error.statement)
        }
        let stated = flags.electorate ?? file.electorate
        // Where no electorate is stated, only rules that do not ask for one can be counted.
        let eligible = rule.asksForElectorate ? stated : stated ?? file.ballots.total
        let ballots = try file.yesNoBallots(eligible: eligible)
        let verdict = try rule.decide(ballots)
        let answer = CountAnswer(
            verdict, ballots: ballots.whole.received, options: file.ballots.options,
            transcript: stated == nil ? verdict.transcript.withoutElectorate : verdict.transcript)
        let screen = Screen(options)
        screen.answer(answer.json(screen))
        screen.say("count-outcome", [.term("outcome", verdict.outcome.rawValue)])
        screen.line()
        answer.showTranscript(screen)
    }
}

extension CountFlags {
    /// Whether no flag is given that only counts of options know.
    fileprivate var isFitForYesNo: Bool {
        let texts = [defaultOption, unranked, tieBreak, variant, overvotes]
        let numbers = [seats, skippedRanks, mostRanks, decimals, points, groupCap]
        return texts.allSatisfy { $0 == nil } && numbers.allSatisfy { $0 == nil } && !mustRankAll
            && group.isEmpty
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
