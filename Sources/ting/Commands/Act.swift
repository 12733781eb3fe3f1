import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// `ting act`: does anything else that the state lets a person do.
struct Act: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("act"), discussion: help("act-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Argument(help: ArgumentHelp(help("act-verb")))
    var verb: String
    @Argument(help: ArgumentHelp(help("act-choice")))
    var choice: String?
    @Option(help: ArgumentHelp(help("reason")))
    var reason: String?
    @Option(help: ArgumentHelp(help("act-date")))
    var date: String?
    @Option(help: ArgumentHelp(help("act-option")))
    var option: String?
    @Option(help: ArgumentHelp(help("act-title")))
    var title: String?
    @Option(help: ArgumentHelp(help("act-text")))
    var text: String?
    @Option(help: ArgumentHelp(help("act-file")))
    var file: String?
    @Option(help: ArgumentHelp(help("act-cost")))
    var cost: String?
    @Option(help: ArgumentHelp(help("act-group")))
    var group: String?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("propose-touches")))
    var touches: [String] = []

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let member = try office.member()
        switch verb {
        case "offer":
            let paper = try file.map { try ProposalFile(try Disk.read($0), name: $0) }
            let receipt = try office.clerk.offer(
                title: title ?? paper?.title ?? "", text: paper?.text ?? text ?? title ?? "",
                touches: touches + (paper?.touches ?? []), cost: cost ?? paper?.fields["cost"],
                group: group ?? paper?.fields["group"],
                filled: paper?.fields.filter { !$0.value.allSatisfy(\.isWhitespace) }.map(\.key) ?? [],
                on: proposal.number, by: member, at: office.moment)
            screen.show(receipt, office)
        case "classify":
            let receipt = try office.clerk.classify(
                touches, option: option?.uppercased(), reason: reason, on: proposal.number, by: member,
                at: office.moment)
            screen.show(receipt, office)
        default:
            let words = try text ?? file.map { try Written.text(in: $0) }
            try act(
                verb, on: proposal, options, choice: choice, reason: reason, date: date, title: title,
                text: words)
        }
    }
}
