import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// An error put into words, with the exit code that goes with it.
///
/// Codes follow sysexits: 1 refused by the rules · 64 usage · 65 bad file · 66
/// no such thing · 70 fault of the program · 74 storage · 75 busy · 76 integrity · 77 not signed in.
struct Failure {
    /// The exit code.
    let code: Int32
    /// The machine's word for it.
    let kind: String
    /// What to print on standard error.
    let text: String
    /// The same for scripts.
    let reasons: [JSON]

    /// Prints an error and ends the program.
    static func leave(with error: any Error, arguments: [String]) -> Never {
        if error is ExitCode || error is CleanExit || Ting.exitCode(for: error) == .success {
            Ting.exit(withError: error)
        }
        let failure = Failure(error, arguments: arguments)
        if arguments.contains("--json") {
            Output.out(
                JSON.object([
                    "error": .object([
                        "kind": .string(failure.kind), "exit": .integer(Int(failure.code)),
                        "message": .string(failure.text), "reasons": .array(failure.reasons),
                    ])
                ]).prettyText + "\n")
        }
        Output.error(failure.text + "\n")
        exit(failure.code)
    }

    init(_ error: any Error, arguments: [String]) {
        let speaker = Speaker(arguments)
        switch error {
        case let refusal as Refusal:
            self.init(1, "refused", speaker.refusal(refusal), refusal.reasons.map(speaker.json))
        case let missing as NotFound: self.init(66, "not-found", missing.statement, speaker)
        case let none as NoReport: self.init(76, "integrity", none.statement, speaker)
        case is NotSignedIn: self.init(77, "not-signed-in", Statement("not-signed-in"), speaker)
        case let wrong as WrongUse: self.init(64, "usage", wrong.statement, speaker)
        case let file as UnreadableFile:
            let frame = Frame(
                words: speaker.words, file: file.file.name, source: file.file.bytes, colour: Output.colours)
            self.init(65, "bad-file", frame.text(file.findings).trimmingCharacters(in: .newlines), [])
        case let page as BrokenPage:
            self.init(65, "bad-file", speaker.page(page), [])
        case let register as Register.Mistakes:
            let lines = register.mistakes.map { speaker.error($0.statement) }
            self.init(
                65, "bad-file", lines.joined(separator: "\n"), register.mistakes.map { $0.statement.json })
        case let bad as BadFile: self.init(65, "bad-file", bad.statement, speaker)
        case let disk as DiskError: self.init(disk.isMissing ? 66 : 74, "disk", disk.statement, speaker)
        case let minutes as MinutesError: self.init(minutes, speaker)
        case let tally as TallyError: self.init(65, "bad-file", tally.statement, speaker)
        case let formula as FormulaError: self.init(65, "bad-file", formula.statement, speaker)
        case let fault as Fault: self.init(70, "fault", fault.statement, speaker)
        default:
            // The parser repeats words of the command line, whatever they hold.
            let text = Visible.lines(Ting.fullMessage(for: error))
            let usage = Ting.exitCode(for: error) == .validationFailure
            self.init(usage ? 64 : 70, usage ? "usage" : "fault", text, [])
        }
    }

    private init(_ code: Int32, _ kind: String, _ text: String, _ reasons: [JSON]) {
        self.code = code
        self.kind = kind
        self.text = text
        self.reasons = reasons
    }

    private init(_ code: Int32, _ kind: String, _ statement: Statement, _ speaker: Speaker) {
        self.init(code, kind, speaker.error(statement), [statement.json])
    }

    private init(_ error: MinutesError, _ speaker: Speaker) {
        switch error {
        case .conflict: self.init(75, "busy", Statement("minutes-conflict"), speaker)
        case .busy: self.init(75, "busy", Statement("minutes-busy"), speaker)
        case .diskFull: self.init(74, "storage", Statement("minutes-disk-full"), speaker)
        case .readOnly(let path):
            self.init(74, "storage", Statement("minutes-read-only", [.text("path", path)]), speaker)
        case .unusable(let path, let reason):
            self.init(
                74, "storage",
                Statement(
                    "minutes-unusable", [.text("path", path), Fact("reason", .statement(reason.statement))]),
                speaker)
        case .tooNew(let path):
            self.init(74, "storage", Statement("minutes-too-new", [.text("path", path)]), speaker)
        case .damaged(let place):
            self.init(76, "integrity", Statement("minutes-damaged", [.text("place", place)]), speaker)
        }
    }
}

/// A file that a command was given and cannot use.
struct BadFile: Error {
    /// What is wrong with it.
    let statement: Statement

    init(_ code: String, _ facts: [Fact]) {
        statement = Statement(code, facts)
    }

    init(_ statement: Statement) {
        self.statement = statement
    }
}
