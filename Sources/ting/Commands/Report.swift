import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally

/// `ting report`: the tally report of a proposal's last vote, or of the vote named.
struct Report: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("report")) }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Option(help: ArgumentHelp(help("report-state")))
    var state: String?

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let file = try office.clerk.file(proposal.number, at: office.moment)
        let votes = file.proposal.closedVotes.filter { state == nil || $0.opened.state == state }
        if let state, votes.isEmpty, !file.proposal.closedVotes.isEmpty {
            let states = Set(file.proposal.closedVotes.map(\.opened.state)).sorted()
            throw NotFound(
                "no-such-vote",
                [.text("proposal", file.proposal.name), .text("state", state), .list("states", states)])
        }
        guard let vote = votes.last else {
            throw Refusal(Statement("no-report", [.text("proposal", file.proposal.name)]))
        }
        let press = try ReportPress(office.folder)
        let report = try press.report(
            of: VoteKey(proposal: file.proposal.number, state: vote.opened.state, visit: vote.opened.visit),
            in: file, author: try Names(file, office)[file.proposal.author])
        screen.answer(report.json)
        if !screen.json { Output.out(try press.markdown(report)) }
    }
}
