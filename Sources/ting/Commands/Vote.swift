import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// `ting vote`: casts a ballot.
struct Vote: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("vote"), discussion: help("vote-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Argument(help: ArgumentHelp(help("vote-ballot")))
    var ballot: String

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let receipt = try office.clerk.vote(
            ballot, on: proposal.number, by: try office.member(), at: office.moment)
        let file = try office.clerk.file(proposal.number, at: office.moment)
        screen.answer(receipt.json)
        screen.say(
            "vote-about",
            [
                .text("proposal", file.proposal.name), .text("title", file.proposal.title),
                .number("version", file.proposal.version),
            ])
        screen.say("vote-cast", [.text("ballot", ballot)])
        if let closes = file.proposal.openVote?.closes,
            let vote = file.proposal.visit.flatMap({ file.workflow.state($0.state)?.kind.vote })
        {
            screen.say(
                vote.changeable ? "vote-changeable" : "vote-final", [.instant("closes", closes.seconds)])
        } else if let card = receipt.card {
            screen.line(CardLine(card, office, screen).text)
        }
        screen.say("recorded", [.text("receipt", receipt.code)])
    }
}
