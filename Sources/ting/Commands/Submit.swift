import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// `ting submit`: hands the draft in.
struct Submit: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("submit")) }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName

    func run() throws { try act("submit", on: proposal, options) }
}
