import TingTally
public import TingWorkflow

extension Frame {
    /// A finding for `--json`, as keys and values in the order to print them.
    ///
    /// Keys and codes are never translated; `message` and `notes` are. Texts are as
    /// they are in the file, since a JSON writer escapes control characters itself;
    /// sentences have theirs escaped already.
    public func fields(_ finding: Finding) -> [(key: String, value: FindingField)] {
        [
            ("file", .text(file)),
            ("line", .number(finding.mark.line)),
            ("column", .number(finding.mark.column)),
            ("width", .number(finding.width)),
            ("severity", .text(finding.severity.rawValue)),
            ("rule", .text(finding.statement.code)),
            ("message", .text(words.render(finding.statement))),
            ("allowed", .texts(finding.allowed)),
            ("suggestion", finding.suggestion.map(FindingField.text) ?? .absent),
            ("notes", .texts(finding.notes.map { words.render($0) })),
        ]
    }
}
