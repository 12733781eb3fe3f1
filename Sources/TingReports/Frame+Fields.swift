import TingTally
public import TingWorkflow

extension Frame {
    /// A finding for `--json`, as keys and values in the order to print them.
    ///
    /// Keys and codes are never translated; `message` and `notes` are. Texts are as
    /// they are in the file, since a JSON writer escapes control characters itself;
    /// sentences have theirs escaped already.
    public func fields(_ finding: Finding) -> [(key: String, value: FindingField)] {
        let help = finding.id.flatMap { Check.entry(id: $0) }
        return [
            ("id", finding.id.map(FindingField.text) ?? .absent),
            ("code", .text(finding.statement.code)),
            ("severity", .text(finding.severity.rawValue)),
            ("file", .text(file)),
            ("line", .number(finding.mark.line)),
            ("column", .number(finding.mark.column)),
            ("width", .number(finding.width)),
            ("message", .text(words.render(finding.statement))),
            ("check", help.map { .text(words.render(Statement($0.title))) } ?? .absent),
            ("allowed", .texts(finding.allowed)),
            ("suggestion", finding.suggestion.map(FindingField.text) ?? .absent),
            ("notes", .texts(finding.notes.map { words.render($0) })),
            ("promise", finding.promise.map { .text(words.render($0.statement)) } ?? .absent),
            ("promise-line", finding.promise.map { .number($0.mark.line) } ?? .absent),
            ("story", .texts(finding.story.map { line($0) })),
            ("mends", .texts(finding.mends.map { words.render($0) })),
        ]
    }
}
