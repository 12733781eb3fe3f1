public import TingWorkflow
import TingTally

/// An explanation as a page of Markdown: numbered sections, numbered paragraphs, points below them.
public struct ExplanationPage: Sendable {
    /// The page; ends with a newline.
    public let text: String

    /// Writes the page in the language of the words.
    public init(_ explanation: Explanation, words: Words) {
        let basis = words.plain("explain.basis", [.text("basis", explanation.basis)])
        var lines = ["# " + Markdown.line(explanation.title), "", Markdown.line(basis)]
        for section in explanation.sections {
            let facts: [Fact] = [.number("number", section.number), Fact("heading", section.heading)]
            var heading = words.plain("explain.heading", facts)
            if let basis = section.basis { heading += " (" + Visible.line(basis) + ")" }
            lines += ["", "## " + Markdown.line(heading), ""]
            for (place, paragraph) in section.paragraphs.enumerated() {
                lines.append("\(place + 1). " + Markdown.line(words.render(paragraph.sentence)))
                lines += paragraph.points.map { "   - " + Markdown.line(words.render($0)) }
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}
