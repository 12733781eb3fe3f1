import ArgumentParser
import TingClerk
import TingProceedings
import TingWorkflow

/// `ting contribute`: brings a need, an idea or evidence to a proposal that collects them.
struct Contribute: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: help("contribute"), discussion: help("contribute-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Argument(help: ArgumentHelp(help("contribute-text")))
    var text: String?
    @Option(help: ArgumentHelp(help("text-file")))
    var file: String?

    func run() throws {
        let office = try Office(options)
        let member = try office.member()
        let screen = Screen(options, office)
        let receipt = try Written.words(text, file: file, name: "contribution", screen) { words in
            try office.clerk.act(
                Clerk.Act(verb: CollectKind.contributeVerb, text: words), on: proposal.number, by: member,
                at: office.moment)
        }
        screen.show(receipt, office)
    }
}
