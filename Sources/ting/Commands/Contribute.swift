import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
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
        func record(_ text: String) throws -> Receipt {
            guard !text.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
            return try office.clerk.act(
                Clerk.Act(verb: CollectKind.contributeVerb, text: text), on: proposal.number, by: member,
                at: office.moment)
        }
        let receipt =
            if let text {
                try record(text)
            } else {
                try Written.take(file, beginning: "", name: "contribution", instead: "--file", screen, record)
            }
        screen.show(receipt, office)
    }
}
