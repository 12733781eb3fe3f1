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
        screen.answer(receipt.json)
        // The ballot is on record; whatever goes wrong from here on must not say that it is not.
        if let file = try? office.clerk.file(proposal.number, at: office.moment) {
            show(file, receipt, office, screen)
        }
        screen.say("recorded", [.text("receipt", receipt.code)])
    }

    private func show(_ file: Clerk.File, _ receipt: Receipt, _ office: Office, _ screen: Screen) {
        // A ballot can close its vote; it was cast in that vote, wherever the proposal is now.
        let opened = file.proposal.openVote ?? file.proposal.closedVotes.last?.opened
        let state = opened.flatMap { file.workflow.state($0.state) }
        screen.say(
            "vote-about",
            [
                .text("proposal", file.proposal.name), .text("title", file.proposal.title),
                .number("version", file.proposal.version),
                .text("state", state?.title.text(in: Program.language) ?? ""),
            ])
        screen.say("vote-cast", [.text("ballot", ballot)])
        if let closes = file.proposal.openVote?.closes, let vote = state?.kind.vote {
            screen.say(
                vote.changeable ? "vote-changeable" : "vote-final", [.instant("closes", closes.seconds)])
        } else if let card = receipt.card {
            screen.line(CardLine(card, office, screen).text)
        }
    }

    /// The words of the command line, with a ballot such as `-1` put where it is not taken for a flag.
    static func shielding(_ arguments: [String]) -> [String] {
        guard arguments.contains("vote"), !arguments.contains("--"),
            let place = arguments.firstIndex(where: { ["-1", "-"].contains($0) })
        else { return arguments }
        var shielded = arguments
        let ballot = shielded.remove(at: place)
        return shielded + ["--", ballot]
    }
}
