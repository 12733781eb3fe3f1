/// A template file: its name and what stands in it.
public struct PageSource: Hashable, Sendable {
    /// The file's name, as it is shown with mistakes.
    public let file: String
    /// The text of the file.
    public let text: String

    /// Takes a template that was read from a file.
    public init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    /// The name by which another template includes this one: `ballots` for `reports/ballots.md.mustache`.
    public var name: String {
        let last = file.split(separator: "/").last ?? ""
        return String(last.prefix { $0 != "." })
    }

    /// Whether values are escaped for HTML: in files that end with `.html.mustache`.
    ///
    /// In every other file they stand as they are.
    public var isHTML: Bool { file.hasSuffix(".html.mustache") }
}
