import ArgumentParser
import TingClerk
import TingProceedings
import TingTally

/// `ting comment`: says something about a proposal.
struct CommentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "comment", abstract: help("comment"), discussion: help("comment-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName
    @Argument(help: ArgumentHelp(help("comment-text")))
    var text: String?
    @Option(help: ArgumentHelp(help("text-file")))
    var file: String?

    func run() throws {
        let office = try Office(options)
        let member = try office.member()
        let screen = Screen(options, office)
        func record(_ comment: String) throws -> Receipt {
            guard !comment.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
            return try office.clerk.comment(comment, on: proposal.number, by: member, at: office.moment)
        }
        let receipt =
            if let text {
                try record(text)
            } else {
                try Written.take(file, beginning: "", name: "comment", instead: "--file", screen, record)
            }
        screen.show(receipt, office)
    }
}

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
                title: newTitle, text: draft.text, sections: Sections(draft.body).names,
                on: proposal.number, by: member, at: office.moment)
        }
        screen.show(receipt, office)
    }
}

/// A text from a file, from standard input, or from the person's editor.
enum Written {
    /// Does something with the text; `-` is standard input, and a draft is kept until that is done.
    static func take<Result>(
        _ file: String?, beginning: String, name: String, instead flag: String, _ screen: Screen,
        _ body: (String) throws -> Result
    ) throws -> Result {
        guard let file else {
            return try Editor.write(beginning, name: name, instead: flag, screen) { try body(text(in: $0)) }
        }
        return try body(text(in: file))
    }

    private static func text(in path: String) throws -> String {
        let bytes = try Disk.read(path)
        guard bytes.count <= ProposalFile.largest else {
            throw BadFile(
                "text-too-long", [.number("length", bytes.count), .number("limit", ProposalFile.largest)])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BadFile("text-not-utf8", [.text("file", path)])
        }
        return text
    }
}
