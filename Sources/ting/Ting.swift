import ArgumentParser
import Foundation
import TingTally

/// The program `ting`.
@main
struct Ting: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ting", abstract: help("ting"), discussion: help("ting-discussion"),
            version: Program.version,
            subcommands: [
                Status.self, Init.self, MemberCommand.self, Propose.self, Submit.self, Sponsor.self,
                CommentCommand.self, Contribute.self, Amend.self, Act.self, Vote.self, Withdraw.self,
                List.self, Show.self,
                WhyCommand.self, Report.self, Run.self, WorkflowCommand.self, Explain.self, Count.self,
                Convert.self, Demo.self,
            ],
            defaultSubcommand: Status.self)
    }

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--version"] {
            // Asked often by scripts; needs neither words nor a folder.
            print(Program.version)
            return
        }
        runProgramBeside(arguments)
        // Then a reader that has gone away is seen when writing, and the program ends quietly.
        signal(SIGPIPE, SIG_IGN)
        do {
            try refuseUnknownCommand(arguments)
            var command = try parseAsRoot(Vote.shielding(arguments))
            try command.run()
        } catch {
            Failure.leave(with: error, arguments: arguments)
        }
    }

    /// Runs `ting-x` beside this program for a subcommand `x` that is none of ours, as git does.
    private static func runProgramBeside(_ arguments: [String]) {
        guard let name = arguments.first, Name(name).isPlain,
            !configuration.subcommands.contains(where: { $0._commandName == name }), name != "help"
        else { return }
        let path = Program.folder + "/ting-" + name
        guard access(path, X_OK) == 0 else { return }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments.dropFirst()).map { strdup($0) }
        words.append(nil)
        execv(path, words)
    }

    /// Refuses a first word that is no command, instead of taking it for a mistake in `ting status`.
    private static func refuseUnknownCommand(_ arguments: [String]) throws {
        guard let name = arguments.first, !name.hasPrefix("-") else { return }
        let known = configuration.subcommands.map { $0._commandName } + ["help"]
        guard !known.contains(name) else { return }
        guard let nearest = didYouMean(name, among: known) else {
            throw WrongUse("command-unknown", [.text("command", name)])
        }
        throw WrongUse("command-nearest", [.text("command", name), .text("nearest", nearest)])
    }

    /// A word of the command line that may be the name of a subcommand.
    private struct Name {
        let isPlain: Bool
        init(_ word: String) {
            isPlain =
                !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
                && word.first != "-"
        }
    }
}
