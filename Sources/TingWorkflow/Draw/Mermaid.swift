/// Draws a workflow as a state diagram in the language of Mermaid.
///
/// The same workflow gives the same text.
public enum Mermaid {
    /// The text of the diagram; ends with a line feed.
    public static func text(_ drawing: Drawing) -> String {
        let ids = drawing.boxes.enumerated().map { id(of: $0.element.name, $0.offset) }
        var lines = ["stateDiagram-v2", "    direction TB", "    accTitle: \(escaped(drawing.title))"]
        for style in styles(of: drawing) { lines.append("    classDef \(style)") }
        for (box, id) in zip(drawing.boxes, ids) {
            let texts = [box.title, box.kind, box.rule].filter { !$0.isEmpty }
            lines.append("    state \"\(texts.map(escaped).joined(separator: "<br/>"))\" as \(id)")
        }
        if let first = drawing.first { lines.append("    [*] --> \(ids[first])") }
        for arrow in drawing.arrows {
            let label = arrow.moves.map { escaped($0.label) }.joined(separator: "<br/>")
            lines.append("    \(ids[arrow.from]) --> \(ids[arrow.to]) : \(label)")
        }
        for (box, id) in zip(drawing.boxes, ids) where box.result != nil { lines.append("    \(id) --> [*]") }
        for (box, id) in zip(drawing.boxes, ids) {
            if let name = box.result?.rawValue ?? (box.isVote ? "vote" : nil) {
                lines.append("    class \(id) \(name)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The classes of boxes that occur, with their colours.
    private static func styles(of drawing: Drawing) -> [String] {
        var styles: [String] = []
        if drawing.boxes.contains(where: \.isVote) {
            styles.append("vote fill:#e6effa,stroke:#2f6db3,color:#1c2430")
        }
        let colours: [(FinalKind.Result, String)] = [
            (.adopted, "fill:#e3f3e7,stroke:#1f7a3d"), (.rejected, "fill:#fae9e7,stroke:#b3372f"),
            (.lapsed, "fill:#eceef1,stroke:#6b7480"), (.withdrawn, "fill:#f8f0dd,stroke:#94640b"),
        ]
        for (result, colour) in colours where drawing.boxes.contains(where: { $0.result == result }) {
            styles.append("\(result.rawValue) \(colour),color:#1c2430")
        }
        return styles
    }

    /// A name that Mermaid takes for a state and for nothing else.
    private static func id(of name: String, _ index: Int) -> String {
        let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isPlain else { return "s\(index)" }
        return "s_" + String(name.map { $0 == "-" ? "_" : $0 })
    }

    /// A text with the signs of Mermaid written as their numbers.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isSafe =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " -,.()".unicodeScalars.contains(scalar)
            if isSafe || scalar.value > 0x7F {
                result.unicodeScalars.append(scalar)
            } else if scalar.value < 0x20 || scalar.value == 0x7F {
                result += " "
            } else {
                result += "#\(scalar.value);"
            }
        }
        return result
    }
}
