import ArgumentParser
import TingClerk
import TingProceedings
import TingTally

/// `ting comment`: says something about a proposal.
struct CommentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "comment", abstract: help("comment"), discussion: help("comment-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Argument(help: ArgumentHelp(help("comment-text")))
    var text: String?
    @Option(help: ArgumentHelp(help("text-file")))
    var file: String?

    func run() throws {
        let office = try Office(options)
        let member = try office.member()
        let screen = Screen(options, office)
        func record(_ comment: String) throws -> Receipt {
            guard !comment.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
            return try office.clerk.comment(comment, on: proposal.number, by: member, at: office.moment)
        }
        let receipt =
            if let text {
                try record(text)
            } else {
                try Written.take(file, beginning: "", name: "comment", instead: "--file", screen, record)
            }
        screen.show(receipt, office)
    }
}
