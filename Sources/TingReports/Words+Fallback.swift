import TingTally
import TingWorkflow

extension Words {
    /// The few English words for the moment when the words file itself cannot be read.
    ///
    /// Statements show as `[code: name=value]` with them; only frames and the
    /// sentence that names the broken file are in words.
    public static let fallback = Words(
        language: "en",
        lines: [
            label("frame", "error", "error"), label("frame", "warning", "warning"),
            label("frame", "allowed", "Expected one of: {allowed:commas}"),
            label("frame", "suggestion", "Did you mean \"{suggestion}\"?"),
            label("frame", "errors", "{count} {count|error|errors}"),
            label("frame", "warnings", "{count} {count|warning|warnings}"),
            label("frame", "summary", "{counts:commas} in {file}"),
            label("list", "comma", ", "), label("list", "and", " and "), label("list", "or", " or "),
            label("list", "none", "none"),
            Line(
                section: "words", code: "words-unreadable",
                text: "The words file {file} cannot be read, so sentences show as codes.", mark: .start,
                width: 1, isLabel: false),
        ])

    private static func label(_ section: String, _ key: String, _ text: String) -> Line {
        Line(section: section, code: key, text: text, mark: .start, width: 1, isLabel: true)
    }
}
