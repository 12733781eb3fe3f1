/// Draws a workflow as a state diagram in the language of Mermaid.
///
/// The same workflow gives the same text.
public enum Mermaid {
    /// The text of the diagram; ends with a line feed.
    ///
    /// - Parameter language: The language of the titles, such as `sv`.
    public static func text(_ workflow: Workflow, language: String) -> String {
        let drawing = Drawing(workflow, language: language)
        var ids: [String: String] = [:]
        for (index, box) in drawing.boxes.enumerated() { ids[box.name] = id(of: box.name, index) }
        var lines = ["stateDiagram-v2"]
        for box in drawing.boxes {
            let label = box.lines.map(escaped).joined(separator: "<br/>")
            lines.append("    state \"\(label)\" as \(ids[box.name] ?? "")")
        }
        if let first = ids[drawing.first] { lines.append("    [*] --> \(first)") }
        for arrow in drawing.arrows {
            guard let from = ids[arrow.from], let to = ids[arrow.to] else { continue }
            lines.append("    \(from) --> \(to) : \(escaped(arrow.label))")
        }
        for box in drawing.boxes where box.isFinal { lines.append("    \(ids[box.name] ?? "") --> [*]") }
        return lines.joined(separator: "\n") + "\n"
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
