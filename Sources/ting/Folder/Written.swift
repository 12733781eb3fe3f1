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

    /// Does something with words given on the command line, else with those of a file or of the editor.
    ///
    /// - Throws: ``Refusal`` `nothing-written` when there are none.
    static func words<Result>(
        _ given: String?, file: String?, name: String, _ screen: Screen, _ body: (String) throws -> Result
    ) throws -> Result {
        func take(_ words: String) throws -> Result {
            guard !words.allSatisfy(\.isWhitespace) else { throw Refusal(Statement("nothing-written")) }
            return try body(words)
        }
        if let given { return try take(given) }
        return try self.take(file, beginning: "", name: name, instead: "--file", screen, take)
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
