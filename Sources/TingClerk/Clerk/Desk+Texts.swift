import TingProceedings
import TingTally

extension Desk {
    /// The longest text taken, in bytes: 1 MiB.
    static let longestText = 1_024 * 1_024

    /// Keeps a text a person has written, and returns the commitment to it.
    ///
    /// - Throws: ``Refusal`` for a text without a letter, or one longer than 1 MiB.
    func keep(text: String, for use: String) throws -> Digest {
        let text = PlainText.kept(text)
        if text.allSatisfy(\.isWhitespace) { throw Refusal(Statement("nothing-written")) }
        guard text.utf8.count <= Desk.longestText else {
            throw Refusal(
                Statement(
                    "text-over-limit",
                    [.number("length", text.utf8.count), .number("limit", Desk.longestText)]))
        }
        let salt = clerk.chance.bytes(16, for: use, at: try transaction.length())
        let commitment = Hashing.commitment(to: text, salt: salt)
        try transaction.keep(text: text, salt: salt, under: commitment)
        return commitment
    }
}
