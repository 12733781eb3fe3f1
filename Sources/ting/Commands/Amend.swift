import ArgumentParser
import TingClerk
import TingProceedings
import TingTally

/// `ting amend`: changes a proposal's text.
struct Amend: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("amend"), discussion: help("amend-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Option(help: ArgumentHelp(help("propose-title")))
    var title: String?
    @Option(help: ArgumentHelp(help("text-file")))
    var file: String?

    @Flag(help: ArgumentHelp(help("amend-minor")))
    var minor = false

    func run() throws {
        let office = try Office(options)
        let member = try office.member()
        let now = try office.clerk.file(proposal.number, at: office.moment)
        let screen = Screen(options, office)
        let receipt = try Written.take(
            file, beginning: now.texts[now.proposal.text] ?? "", name: "P-\(proposal.number)",
            instead: "--file", screen
        ) { text in
            let draft = try ProposalFile(Array(text.utf8), name: file ?? "text")
            guard !draft.body.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
            let newTitle = title ?? (draft.title.isEmpty ? nil : draft.title)
            return try office.clerk.amend(
                title: newTitle, text: draft.text, sections: Sections(draft.body).names, fields: draft.fields,
                isMinor: minor,
                on: proposal.number, by: member, at: office.moment)
        }
        screen.show(receipt, office)
    }
}
