/// Draws a workflow as a graph in the language of Graphviz.
///
/// Outcomes are whole lines, actions dashed ones, and where a limit of visits
/// leads is dotted. The same workflow gives the same text.
public enum DOT {
    /// The text of the graph; ends with a line feed.
    ///
    /// - Parameter language: The language of the titles, such as `sv`.
    public static func text(_ workflow: Workflow, language: String) -> String {
        let drawing = Drawing(workflow, language: language)
        var lines = ["digraph \(quoted(workflow.id)) {", "  rankdir=TB;"]
        lines.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];")
        lines.append("  edge [fontname=\"sans-serif\", fontsize=10];")
        lines.append("  \"\" [shape=point];")
        for box in drawing.boxes {
            var attributes = ["label=\(quoted(box.lines.joined(separator: "\n")))"]
            if box.isFinal { attributes.append("peripheries=2") }
            if box.isVote { attributes.append("penwidth=2") }
            lines.append("  \(quoted(box.name)) [\(attributes.joined(separator: ", "))];")
        }
        lines.append("  \"\" -> \(quoted(drawing.first));")
        for arrow in drawing.arrows {
            var attributes = ["label=\(quoted(arrow.label))"]
            switch arrow.style {
            case .outcome: break
            case .action: attributes.append("style=dashed")
            case .limit: attributes.append("style=dotted")
            }
            lines.append(
                "  \(quoted(arrow.from)) -> \(quoted(arrow.to)) [\(attributes.joined(separator: ", "))];")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    /// A text in quotes, in which nothing is an escape of Graphviz.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    result += " "
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
