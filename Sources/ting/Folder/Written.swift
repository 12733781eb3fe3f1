import ArgumentParser
import TingClerk
import TingProceedings
import TingTally

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

    /// The text of a file, or of standard input where the path is `-`.
    static func text(in path: String) throws -> String {
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
