import TingTally
import TingWorkflow

/// Mistakes within a text: a colon in it, a quote that does not close, an escape.
extension Scene {
    /// Explains a mistake within a text, if it is one.
    func aboutTexts() -> Diagnosis? {
        switch problem.text {
        case "mapping values are not allowed in this context":
            colonOutOfPlace()
        case "could not find expected ':'":
            colonMissing(inLine: problem.contextMark.line)
        case "found unexpected end of stream", "found unexpected document indicator":
            unclosedQuote(at: problem.contextMark)
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            escape()
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>", "did not find expected ',' or ']'",
            "did not find expected ',' or '}'":
            textAfterQuote()
        default: nil
        }
    }

    /// A colon where none can be: within a text, or on a line that is indented too far.
    private func colonOutOfPlace() -> Diagnosis? {
        if let found = textAfterQuote() { return found }
        let shape = shape
        if let first = shape.colon, first < column, let start = shape.valueStart {
            if let end = shape.quoteEnd(from: start) { return after(quote: start, end, in: shape) }
            return quotable("yaml-colon-in-text", from: start, in: shape)
        }
        guard let before = lineBefore(line) else { return nil }
        if before.shape.indent == shape.indent, before.shape.colon == nil {
            return colonMissing(inLine: before.number)
        }
        guard shape.indent > before.shape.indent else { return nil }
        let facts: [Fact] = [.number("spaces", shape.indent), .number("line", before.number)]
        return Diagnosis("yaml-indented-too-far", facts, line: line, columns: shape.start..<shape.end)
    }

    /// A line without a key: its colon is missing, or the space after the colon is.
    private func colonMissing(inLine number: Int) -> Diagnosis? {
        let shape = LineShape(source.line(number))
        guard !shape.isBlank else { return nil }
        if let quote = shape.scalars.indices.first(where: { $0 == shape.start }),
            "\"'".unicodeScalars.contains(shape.scalars[quote]), shape.quoteEnd(from: quote) == nil
        {
            return unclosedQuote(at: Mark(line: number, column: quote + 1))
        }
        let tight = shape.tightColon
        let code = tight == nil ? "yaml-colon-missing" : "yaml-space-after-colon"
        let columns = tight.map { $0..<($0 + 1) } ?? shape.start..<shape.end
        let facts: [Fact] = [.text("text", shape.content(from: shape.start))]
        let diagnosis = Diagnosis(code, facts, line: number, columns: columns)
        // Lines that belong below this one would lose their place.
        if let next = lineAfter(number), next.indent > shape.indent { return diagnosis }
        let whole = shape.indent..<shape.scalars.count
        return Diagnosis(diagnosis.finding, repair: .comment(line: number, columns: whole))
    }

    private func unclosedQuote(at mark: Mark) -> Diagnosis? {
        let scalars = source.line(mark.line)
        guard scalars.indices.contains(mark.column - 1) else { return nil }
        let quote = String(scalars[mark.column - 1])
        return Diagnosis(
            "yaml-unclosed-quote", [.text("quote", quote), .number("line", mark.line)], line: mark.line,
            columns: mark.column - 1..<max(mark.column, LineShape(scalars).scalars.count))
    }

    /// Text behind a closing quote; or a quote that closed by accident, lines below.
    private func textAfterQuote() -> Diagnosis? {
        guard let last = tree.lastText, !last.plain, last.end.line == line, last.end.column <= column + 1
        else {
            return nil
        }
        let opening = source.line(last.mark.line)
        guard opening.indices.contains(last.mark.column - 1) else { return nil }
        guard "\"'".unicodeScalars.contains(opening[last.mark.column - 1]) else { return nil }
        if last.mark.line < line { return unclosedQuote(at: last.mark) }
        return after(quote: last.mark.column - 1, last.end.column - 1, in: shape)
    }

    private func after(quote start: Int, _ end: Int, in shape: LineShape) -> Diagnosis? {
        let last = textEnd(from: end, in: shape)
        guard let first = shape.scalars[end..<max(end, last)].firstIndex(where: { $0 != " " }) else {
            return nil
        }
        let whole = Self.unquoted(shape.scalars[start..<last])
        let finding = Finding(
            .error, Statement("yaml-text-after-quote"), at: Mark(line: line, column: first + 1),
            width: last - first,
            notes: [Statement("yaml-write-quoted", [.text("text", Self.quoted(whole))])])
        return Diagnosis(finding, repair: .text(line: line, columns: start..<last))
    }

    private func escape() -> Diagnosis? {
        let scalars = source.line(line)
        guard let start = scalars.prefix(column + 1).lastIndex(of: "\\") else { return nil }
        let end = min(start + 2, scalars.count)
        let word = LineShape.text(scalars[start..<end])
        return Diagnosis(
            "yaml-escape", [.text("escape", word)], line: line, columns: start..<end, repair: true)
    }

    /// A text that has to be put in quotes, with the quoted text to write.
    func quotable(_ code: String, _ facts: [Fact] = [], from start: Int, in shape: LineShape) -> Diagnosis {
        let end = textEnd(from: start, in: shape)
        let text = LineShape.text(shape.scalars[start..<end])
        return Diagnosis(
            code, facts, line: line, columns: start..<end, repair: true,
            notes: [Statement("yaml-write-quoted", [.text("text", Self.quoted(text))])])
    }

    /// Where a text ends: before a comma or bracket when it stands in brackets, else with the line.
    private func textEnd(from start: Int, in shape: LineShape) -> Int {
        guard openBracket != nil, start < shape.end else { return max(shape.end, start) }
        let stop = shape.scalars[start..<shape.end].firstIndex { ",]}".unicodeScalars.contains($0) }
        return stop ?? shape.end
    }

    /// The text that was meant: an odd quote within is an apostrophe, so the outer two are quotes.
    private static func unquoted(_ whole: ArraySlice<Unicode.Scalar>) -> String {
        guard let quote = whole.first, whole.last == quote, whole.count > 2 else {
            return LineShape.text(whole)
        }
        let inner = whole.dropFirst().dropLast()
        return LineShape.text(inner.count { $0 == quote } % 2 == 1 ? inner : whole)
    }

    /// A text in the quotes that need the least escaping.
    private static func quoted(_ text: String) -> String {
        guard text.contains("\"") || text.contains("\\") else { return "\"\(text)\"" }
        let doubled = text.map { $0 == "'" ? "''" : String($0) }.joined()
        return "'\(doubled)'"
    }
}
