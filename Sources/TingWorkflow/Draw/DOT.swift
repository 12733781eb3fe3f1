/// Draws a workflow as a graph in the language of Graphviz.
///
/// Outcomes are whole lines, actions dashed ones, and where a limit of visits
/// leads is dotted; the shortest way to an adoption is heavy and straight, and
/// final states stand in the last row. The same drawing gives the same text.
public enum DOT {
    /// The text of the graph; ends with a line feed.
    public static func text(_ drawing: Drawing) -> String {
        var lines = ["digraph \(quoted(drawing.id)) {"]
        lines.append(
            "  graph [rankdir=TB, label=\(quoted(drawing.title)), labelloc=t, fontname=\"sans-serif\"];")
        lines.append(
            "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];")
        lines.append("  edge [fontname=\"sans-serif\", fontsize=10];")
        for box in drawing.boxes { lines.append("  \(quoted(box.name)) [\(attributes(of: box))];") }
        let finals = drawing.boxes.filter { $0.result != nil }.map { quoted($0.name) + ";" }
        if !finals.isEmpty { lines.append("  { rank=sink; \(finals.joined(separator: " ")) }") }
        if let first = drawing.first {
            lines.append("  \"\" [shape=point, width=0.15];")
            lines.append("  \"\" -> \(quoted(drawing.boxes[first].name)) [weight=10];")
        }
        for arrow in drawing.arrows {
            let names = [arrow.from, arrow.to].map { quoted(drawing.boxes[$0].name) }
            lines.append("  \(names.joined(separator: " -> ")) [\(attributes(of: arrow))];")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    private static func attributes(of box: Drawing.Box) -> String {
        let label = [box.title, box.kind, box.rule].filter { !$0.isEmpty }
        var attributes = ["label=\(quoted(label.joined(separator: "\n")))"]
        if let result = box.result {
            let colour =
                switch result {
                case .adopted: "palegreen"
                case .rejected: "mistyrose"
                case .lapsed, .postponed, .closed: "gray92"
                case .withdrawn: "cornsilk"
                }
            attributes.append("peripheries=2, fillcolor=\(colour)")
        }
        if box.isVote { attributes.append("penwidth=2, fillcolor=aliceblue") }
        return attributes.joined(separator: ", ")
    }

    private static func attributes(of arrow: Drawing.Arrow) -> String {
        var attributes = ["label=\(quoted(arrow.moves.map(\.label).joined(separator: "\n")))"]
        switch arrow.style {
        case .outcome: break
        case .action: attributes.append("style=dashed")
        case .limit: attributes.append("style=dotted")
        }
        if arrow.isMain { attributes.append("penwidth=2.5, weight=10") }
        return attributes.joined(separator: ", ")
    }

    /// A text in quotes, in which nothing is an escape of Graphviz.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            // Graphviz reads these as the entities of HTML.
            case "&": result += "&amp;"
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
