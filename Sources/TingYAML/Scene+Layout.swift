import TingTally
import TingWorkflow

/// Lines that stand where they do not belong.
extension Scene {
    /// Explains a line that is out of place, if that is it.
    func aboutLayout() -> Diagnosis? {
        let shape = shape
        let whole = column..<max(column + 1, shape.end)
        let open = tree.levels.last
        switch problem.text {
        case "did not find expected '-' indicator":
            if let open, open.mark.column == column + 1 {
                return Diagnosis(
                    "yaml-not-an-item", [.number("line", open.mark.line)], line: line, columns: whole)
            }
        case "did not find expected key":
            if let open, open.mark.column == column + 1, shape.isItem {
                return Diagnosis(
                    "yaml-item-among-keys", [.number("line", open.mark.line)], line: line, columns: whole)
            }
        case "did not find expected <document start>":
            let isOutdented = tree.root.map { $0.text == nil && $0.mark.column > column + 1 } ?? false
            if !isOutdented { return Diagnosis("yaml-after-end", line: line, columns: whole) }
        case "mapping values are not allowed in this context":
            break
        default:
            return nil
        }
        return indentation(shape, whole)
    }

    private func indentation(_ shape: LineShape, _ whole: Range<Int>) -> Diagnosis {
        var columns = Set(tree.levels.filter { !$0.flow }.map(\.mark.column))
        // Of the levels that this line has closed, the outermost is the one it may belong to.
        if let closed = tree.closedColumns.filter({ $0 > shape.indent }).min() { columns.insert(closed) }
        let possible = columns.map { $0 - 1 }.filter { $0 != shape.indent }.sorted()
        guard !possible.isEmpty else { return Diagnosis("yaml-unreadable", line: line, columns: whole) }
        let facts: [Fact] = [
            .number("spaces", shape.indent), Fact("possible", .list(possible.map(FactValue.number))),
        ]
        return Diagnosis("yaml-indentation", facts, line: line, columns: whole)
    }
}
