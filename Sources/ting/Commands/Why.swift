import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingWorkflow

/// `ting why`: where a proposal stands, and why.
struct WhyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "why", abstract: help("why"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let file = try office.clerk.file(proposal.number, at: office.moment)
        let why = try Why(
            file.proposal, in: file.situation, tallies: file.tallies, now: office.moment.effective,
            language: Program.language)
        screen.answer(why.json)
        for line in why.lines(screen.words) { screen.line(line) }
    }
}
