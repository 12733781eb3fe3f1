import ArgumentParser
import TingProceedings
import TingTally

/// `ting convert`: writes a ballot file in another format.
struct Convert: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("convert"), discussion: help("convert-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("count-file")))
    var file: String
    @Argument(help: ArgumentHelp(help("convert-target")))
    var target: String
    @Option(help: ArgumentHelp(help("count-format")))
    var format: String?
    @Option(help: ArgumentHelp(help("convert-to")))
    var to: String?
    @Option(help: ArgumentHelp(help("convert-seats")))
    var seats: WholeNumber?

    func run() throws {
        let format = try format.map { try BallotFile.Format(flag: "--format", $0) }
        let wanted = try to.map { try BallotFile.Format(flag: "--to", $0) }
        guard let wanted = wanted ?? BallotFile.Format(fileName: target) else {
            throw WrongUse(
                "convert-to-what",
                [.text("file", target), .list("allowed", BallotFile.Format.allCases.map(\.rawValue))])
        }
        let text: String
        let ballots: BallotFile
        do {
            ballots = try BallotFile.read(bytes: try Disk.read(file), named: file, format: format)
            // A name ending in .csv says nothing of what the cells hold.
            let isScored = if case .scored = ballots.ballots { true } else { false }
            let written = to == nil && wanted == .csv && isScored ? .csvScores : wanted
            text = try ballots.text(as: written, seats: seats?.value(of: "--seats", from: 1))
        } catch let error as BallotFileError {
            throw BadFile(
                "ballot-file-refused",
                [
                    .text("file", file), .number("line", error.line),
                    Fact("mistake", .statement(error.statement)),
                ])
        } catch let error as TallyError {
            throw BadFile(
                "ballots-not-converted", [.text("file", file), Fact("mistake", .statement(error.statement))])
        }
        let screen = Screen(options)
        guard target != "-" else { return Output.out(text) }
        try Disk.write(text, to: target)
        screen.answer(
            .object(["file": .string(target), "ballots": .integer(ballots.ballots.total)]))
        screen.say("ballots-converted", [.text("file", target), .number("ballots", ballots.ballots.total)])
    }
}

extension BallotFile.Format {
    /// The format that a flag names.
    ///
    /// - Throws: ``WrongUse`` for a word that is none.
    init(flag: String, _ word: String) throws {
        guard let format = BallotFile.Format(rawValue: word) else {
            let allowed = BallotFile.Format.allCases.map(\.rawValue)
            throw WrongUse(
                "flag-word-unknown", [.text("flag", flag), .text("given", word), .list("allowed", allowed)])
        }
        self = format
    }
}
