import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// `ting sponsor`: backs a proposal, or an option on its ballot.
struct Sponsor: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("sponsor"), discussion: help("sponsor-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Option(help: ArgumentHelp(help("sponsor-option")))
    var option: String?
    @Flag(help: ArgumentHelp(help("sponsor-withdraw")))
    var withdraw = false

    func run() throws {
        guard option == nil || !withdraw else { throw WrongUse("no-unseconding") }
        guard let option else { return try act(withdraw ? "unsponsor" : "sponsor", on: proposal, options) }
        let office = try Office(options)
        let receipt = try office.clerk.second(
            option.uppercased(), on: proposal.number, by: try office.member(), at: office.moment)
        Screen(options, office).show(receipt, office)
    }
}
