import ArgumentParser
import Foundation
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
        let comment = try text ?? Written.text(file, beginning: "", name: "comment", instead: "--file")
        guard !comment.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
        let receipt = try office.clerk.comment(comment, on: proposal.number, by: member, at: office.moment)
        Screen(options, office).show(receipt, office)
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
        let text = try Written.text(
            file, beginning: now.texts[now.proposal.text] ?? "", name: "P-\(proposal.number)",
            instead: "--file")
        let draft = try ProposalFile(Array(text.utf8), name: file ?? "text")
        guard !draft.body.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
        let newTitle = title ?? (draft.title.isEmpty ? nil : draft.title)
        let receipt = try office.clerk.amend(
            title: newTitle, text: draft.text, sections: Sections(draft.body).names, on: proposal.number,
            by: member, at: office.moment)
        Screen(options, office).show(receipt, office)
    }
}

/// A text from a file, from standard input, or from the person's editor.
enum Written {
    /// The text; `-` is standard input.
    static func text(_ file: String?, beginning: String, name: String, instead flag: String) throws -> String
    {
        let path: String
        if let file {
            path = file
        } else {
            let draft = try Editor.write(beginning, name: "ting-\(name)-\(getpid()).md", instead: flag)
            guard let draft else { throw Refusal(Statement("nothing-written")) }
            path = draft
        }
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
