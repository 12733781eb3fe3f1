import ArgumentParser
import TingClerk
import TingProceedings

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
        let receipt = try Written.words(text, file: file, name: "comment", screen) { comment in
            try office.clerk.comment(comment, on: proposal.number, by: member, at: office.moment)
        }
        screen.show(receipt, office)
    }
}
