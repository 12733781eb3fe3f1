import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// `ting withdraw`: takes a proposal back.
struct Withdraw: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("withdraw")) }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Option(help: ArgumentHelp(help("reason")))
    var reason: String?

    func run() throws { try act("withdraw", on: proposal, options, reason: reason) }
}
