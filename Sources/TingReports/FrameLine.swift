/// A source line prepared for a terminal, with the place of its caret.
///
/// A tab is shown as spaces up to the next multiple of four. A control
/// character is shown as its escape. A character that terminals draw twice as
/// wide (East Asian wide forms, emoji) counts two columns, and one that joins
/// the character before it counts none: a grapheme is as wide as its widest
/// scalar, and one with the mark U+FE0F is an emoji. A line longer than 100 columns is cut around the caret, with `…` at
/// each cut.
struct FrameLine {
    /// The line to print.
    let text: String
    /// How many columns stand before the caret.
    let offset: Int
    /// How many columns to underline, at least 1.
    let length: Int

    /// How many columns are shown at most, without the marks of the cuts.
    static let widest = 100
    private static let tabStop = 4

    /// One thing drawn: a grapheme, a tab's spaces, or an escape.
    private struct Cell {
        let shown: String
        let width: Int
        /// How many scalars of the source it stands for.
        let scalars: Int
    }

    /// Prepares a line.
    ///
    /// - Parameters:
    ///   - column: The column of the caret, from 1, in Unicode scalars.
    ///   - width: How many scalars to underline.
    init(_ line: String, column: Int, width: Int) {
        let cells = Self.cells(line)
        let first = Self.cell(at: column - 1, in: cells)
        let last = max(first + 1, Self.cell(at: column - 1 + max(1, width), in: cells))
        let window = Self.window(cells, around: first)
        let isCutLeft = window.lowerBound > 0
        let isCutRight = window.upperBound < cells.count
        let shown = cells[window].map(\.shown).joined()
        text = (isCutLeft ? "…" : "") + shown + (isCutRight ? "…" : "")
        let before = cells[window.lowerBound..<min(first, window.upperBound)].reduce(0) { $0 + $1.width }
        offset = before + (isCutLeft ? 1 : 0)
        let end = min(last, window.upperBound)
        let underlined = first < end ? cells[first..<end].reduce(0) { $0 + $1.width } : 1
        length = max(1, underlined)
    }

    private static func cells(_ line: String) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        for character in line {
            let count = character.unicodeScalars.count
            let cell: Cell
            if character == "\t" {
                let width = tabStop - column % tabStop
                cell = Cell(shown: String(repeating: " ", count: width), width: width, scalars: 1)
            } else if character.unicodeScalars.contains(where: { Visible.escape($0) != nil }) {
                let shown = Visible.line(String(character))
                cell = Cell(shown: shown, width: shown.unicodeScalars.count, scalars: count)
            } else {
                let isEmoji = character.unicodeScalars.contains("\u{FE0F}")
                let width = isEmoji ? 2 : character.unicodeScalars.reduce(0) { max($0, columns(of: $1)) }
                cell = Cell(shown: String(character), width: width, scalars: count)
            }
            column += cell.width
            cells.append(cell)
        }
        return cells
    }

    /// The cell that holds a scalar, by its number from 0; the count of cells beyond the end.
    private static func cell(at scalar: Int, in cells: [Cell]) -> Int {
        var before = 0
        for (index, cell) in cells.enumerated() {
            before += cell.scalars
            if scalar < before { return index }
        }
        return cells.count
    }

    /// The cells to show: all, or as many as fit, with about a third of them before the caret.
    private static func window(_ cells: [Cell], around caret: Int) -> Range<Int> {
        guard cells.reduce(0, { $0 + $1.width }) > widest else { return 0..<cells.count }
        var start = min(caret, cells.count)
        var end = start
        var width = 0
        while start > 0, width + cells[start - 1].width <= widest / 3 {
            start -= 1
            width += cells[start].width
        }
        while end < cells.count, width + cells[end].width <= widest {
            width += cells[end].width
            end += 1
        }
        while start > 0, width + cells[start - 1].width <= widest {
            start -= 1
            width += cells[start].width
        }
        return start..<end
    }

    /// How many columns a terminal gives a scalar.
    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
