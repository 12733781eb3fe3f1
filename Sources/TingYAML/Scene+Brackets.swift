import TingTally
import TingWorkflow

/// Mistakes around lists and maps in brackets.
extension Scene {
    /// Explains a mistake in or around brackets, if it is one.
    func aboutBrackets() -> Diagnosis? {
        switch problem.text {
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            return withinBrackets(openedAt: problem.contextMark)
        case "did not find expected node content":
            if let bracket = openBracket {
                if character == nil || character == "-" { return withinBrackets(openedAt: bracket.mark) }
                return Diagnosis(
                    "yaml-item-missing", [.text("character", character.map { String($0) } ?? "")], line: line,
                    columns: column..<(column + 1), repair: character == ",")
            }
            return strayBracket()
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            return strayBracket() ?? textAfterBracket()
        default:
            return nil
        }
    }

    private func withinBrackets(openedAt opening: Mark) -> Diagnosis? {
        let scalars = source.line(opening.line)
        guard scalars.indices.contains(opening.column - 1) else { return nil }
        let bracket = scalars[opening.column - 1]
        let closing = bracket == "{" ? "}" : "]"
        let facts: [Fact] = [
            .text("bracket", String(bracket)), .text("closing", closing), .number("line", opening.line),
        ]
        let shape = shape
        if line == opening.line, character == ":" {
            let start = entryStart(before: column, in: shape.scalars)
            let stop = shape.scalars[column...].firstIndex { ",]}".unicodeScalars.contains($0) }
            return Diagnosis(
                "yaml-comma-missing", facts, line: line, columns: start..<(stop ?? max(start + 1, shape.end)),
                repair: true)
        }
        if line == opening.line, let character, !"]}".unicodeScalars.contains(character) {
            return Diagnosis("yaml-comma-missing", facts, line: line, columns: column..<(column + 1))
        }
        return Diagnosis(
            "yaml-unclosed-bracket", facts, line: opening.line, columns: opening.column - 1..<opening.column)
    }

    /// Where the text begins that ends at a colon: behind the comma, bracket or colon before it.
    private func entryStart(before column: Int, in scalars: [Unicode.Scalar]) -> Int {
        let sign = scalars[..<column].lastIndex { ",[{:".unicodeScalars.contains($0) }
        let from = sign.map { $0 + 1 } ?? 0
        return scalars[from..<column].firstIndex { $0 != " " } ?? column
    }

    private func strayBracket() -> Diagnosis? {
        guard let character, "]}".unicodeScalars.contains(character) else { return nil }
        return Diagnosis(
            "yaml-stray-bracket", [.text("bracket", String(character))], line: line,
            columns: column..<(column + 1),
            repair: true)
    }

    private func textAfterBracket() -> Diagnosis? {
        guard let end = tree.lastBracketEnd, end.line == line, end.column <= column + 1 else { return nil }
        return Diagnosis(
            "yaml-text-after-bracket", line: line, columns: column..<max(column + 1, shape.end))
    }
}
