import TingTally
import TingWorkflow

/// Signs that mean something to YAML at the start of a text or line.
extension Scene {
    /// Explains a sign that cannot stand where it stands, if it is one.
    func aboutSigns() -> Diagnosis? {
        if problem.context.contains("directive") || problem.text == "found incompatible YAML document" {
            return directive(problem.contextMark.line)
        }
        if problem.context.hasPrefix("while scanning a tag")
            || problem.context.hasPrefix("while parsing a tag")
            || problem.text == "found undefined tag handle"
        {
            return tag(at: problem.contextMark)
        }
        switch (problem.context, problem.text) {
        case ("while scanning for the next token", _):
            if column == 0, character == "%" { return directive(line) }
            return reservedStart(problem.mark)
        case ("while scanning an anchor", _), ("while scanning an alias", _):
            return reservedStart(problem.contextMark)
        case ("while scanning a block scalar", _):
            return blockStart(problem.contextMark)
        case (_, "mapping keys are not allowed in this context"):
            return reservedStart(problem.mark)
        case (_, "block sequence entries are not allowed in this context"):
            return Diagnosis(
                "yaml-item-after-key", line: line, columns: column..<max(column + 1, shape.end), repair: true)
        case (_, "did not find expected key"):
            guard character == ":", shape.indent == column else { return nil }
            let finding = Finding(.error, Statement("yaml-key-not-text"), at: problem.mark)
            return Diagnosis(finding, repair: .comment(line: line, columns: column..<shape.scalars.count))
        case (_, "did not find expected node content"):
            guard openBracket == nil, character == "," else { return nil }
            return reservedStart(problem.mark)
        default:
            return nil
        }
    }

    private func directive(_ number: Int) -> Diagnosis? {
        let scalars = source.line(number)
        let finding = Finding(
            .error, Statement("yaml-directive"), at: Mark(line: number, column: 1),
            width: max(1, scalars.count))
        return Diagnosis(finding, repair: .comment(line: number, columns: 0..<scalars.count))
    }

    private func tag(at mark: Mark) -> Diagnosis? {
        let scalars = source.line(mark.line)
        guard let start = scalars.indices.first(where: { $0 >= mark.column - 1 && scalars[$0] == "!" }) else {
            return nil
        }
        let end = scalars[start...].firstIndex { " \t,]}".unicodeScalars.contains($0) } ?? scalars.count
        let word = LineShape.text(scalars[start..<end])
        return Diagnosis(
            "yaml-tag", [.text("word", word)], line: mark.line, columns: start..<end, repair: true)
    }

    /// A text that begins with a sign which YAML keeps for itself.
    private func reservedStart(_ mark: Mark) -> Diagnosis? {
        let scalars = source.line(mark.line)
        guard mark.line == line, scalars.indices.contains(mark.column - 1) else { return nil }
        let facts: [Fact] = [.text("character", String(scalars[mark.column - 1]))]
        return quotable("yaml-reserved-start", facts, from: mark.column - 1, in: shape)
    }

    /// Text on the line of a `|` or `>`.
    private func blockStart(_ mark: Mark) -> Diagnosis? {
        let shape = LineShape(source.line(mark.line))
        guard shape.scalars.indices.contains(mark.column - 1) else { return nil }
        let facts: [Fact] = [.text("character", String(shape.scalars[mark.column - 1]))]
        let columns = mark.column - 1..<max(mark.column, shape.end)
        return Diagnosis("yaml-block-start", facts, line: mark.line, columns: columns, repair: true)
    }
}
