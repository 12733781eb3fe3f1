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
    @Option(help: ArgumentHelp(help("act-file")))
    var file: String?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("propose-touches")))
    var touches: [String] = []

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let member = try office.member()
        switch verb {
        case "offer":
            let text = try file.map { try ProposalFile(try Disk.read($0), name: $0) }
            let receipt = try office.clerk.offer(
                title: title ?? text?.title ?? "", text: text?.text ?? title ?? "",
                touches: touches + (text?.touches ?? []), on: proposal.number, by: member, at: office.moment)
            screen.show(receipt, office)
        case "classify":
            let receipt = try office.clerk.classify(
                touches, option: option?.uppercased(), reason: reason, on: proposal.number, by: member,
                at: office.moment)
            screen.show(receipt, office)
        default:
            try act(verb, on: proposal, options, choice: choice, reason: reason, date: date)
        }
    }
}

/// Does one thing and shows what became of it.
private func act(
    _ verb: String, on proposal: ProposalName, _ options: GlobalOptions, choice: String? = nil,
    reason: String? = nil, date: String? = nil
) throws {
    let office = try Office(options)
    let instant = try date.map { text in
        guard let instant = InstantText.read(text, in: office.zone) else {
            throw WrongUse("instant-form", [.text("text", text)])
        }
        return instant
    }
    let receipt = try office.clerk.act(
        Clerk.Act(verb: verb, choice: choice, reason: reason, date: instant), on: proposal.number,
        by: try office.member(), at: office.moment)
    Screen(options, office).show(receipt, office)
}
