import TingWorkflow

/// A comment as it stands in a file.
struct FoundComment {
    /// The comment with its number sign, without the spaces after it.
    let text: String
    /// Where its number sign is.
    let mark: Mark
    /// Whether nothing stands before it on its line but signs of items.
    let isAlone: Bool
    /// Whether the line before is empty.
    let blankBefore: Bool
}

/// Finds every comment of a file: each number sign outside of texts begins one.
struct CommentScanner {
    /// The comments, in file order.
    let comments: [FoundComment]

    /// Looks for the comments between the texts of a file.
    init(_ source: SourceText, scalars: [LaidScalar]) {
        let covered = Self.covered(scalars)
        var comments: [FoundComment] = []
        for number in 1...max(1, source.lineCount) {
            let line = source.line(number)
            let texts = covered[number] ?? []
            let sign = line.indices.first { index in
                line[index] == "#" && !texts.contains { $0.contains(index + 1) }
            }
            guard let sign else { continue }
            let before = line[..<sign]
            let isAlone = before.allSatisfy { " \t-?".unicodeScalars.contains($0) }
            var text = line[sign...]
            while let last = text.last, last == " " || last == "\t" { text.removeLast() }
            comments.append(
                FoundComment(
                    text: LineShape.text(text), mark: Mark(line: number, column: sign + 1),
                    isAlone: isAlone, blankBefore: source.isBlank(line: number - 1)))
        }
        self.comments = comments
    }

    /// The columns of each line that belong to texts.
    private static func covered(_ scalars: [LaidScalar]) -> [Int: [Range<Int>]] {
        var covered: [Int: [Range<Int>]] = [:]
        for scalar in scalars {
            guard scalar.start < scalar.end else { continue }
            if scalar.isBlock {
                // The sign of a block may be followed by a comment, the lines after it not.
                covered[scalar.start.line, default: []].append(
                    scalar.start.column..<scalar.start.column + 1)
                guard scalar.lines.count > 1 else { continue }
                for line in scalar.start.line + 1..<scalar.start.line + scalar.lines.count {
                    covered[line, default: []].append(1..<Int.max)
                }
                continue
            }
            for line in scalar.start.line...scalar.end.line {
                let from = line == scalar.start.line ? scalar.start.column : 1
                let to = line == scalar.end.line ? scalar.end.column : Int.max
                if from < to { covered[line, default: []].append(from..<to) }
            }
        }
        return covered
    }
}

extension SourceText {
    /// Whether a line has nothing but spaces; the line before the first has not.
    func isBlank(line number: Int) -> Bool {
        number >= 1 && number <= lineCount && line(number).allSatisfy { $0 == " " || $0 == "\t" }
    }
}
