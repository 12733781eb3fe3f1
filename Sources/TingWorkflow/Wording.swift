/// Words for people in one or several languages, as a file gives them.
///
/// A file may give plain text, which then serves every language, or a map from
/// language codes to texts.
public struct Wording: Hashable, Sendable {
    /// Language code and text, in file order; the code is empty for plain text.
    public let texts: [Text]

    /// A text in one language.
    public struct Text: Hashable, Sendable {
        /// The language code, such as `sv`; empty when the file gave plain text.
        public let language: String
        /// The text.
        public let text: String

        /// Makes a text in a language.
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// Makes a wording from its texts.
    public init(_ texts: [Text]) {
        self.texts = texts
    }

    /// Makes a wording that is the same in every language.
    public init(plain text: String) {
        texts = [Text(language: "", text: text)]
    }

    /// The text in a language, else the plain text, else the first text given.
    public func text(in language: String) -> String {
        let fitting = texts.first { $0.language == language } ?? texts.first { $0.language.isEmpty }
        return (fitting ?? texts.first)?.text ?? ""
    }
}
