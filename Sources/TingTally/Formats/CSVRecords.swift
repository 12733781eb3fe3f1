/// Walks over the records of a CSV file, as RFC 4180 writes them; one value serves for all of them.
///
/// Cells are separated by tabs where the header has one, else by semicolons
/// where it has one, else by commas. A cell in quotation marks may hold any of
/// them, line breaks, and quotation marks that are doubled. Empty lines are
/// passed over. A cell that begins with `=` is text like any other.
struct CSVRecords {
    /// A cell: where it stands, without its marks and the blanks around it.
    struct Cell {
        let range: Range<Int>
        /// Whether it holds doubled marks or line breaks, and must be copied to be read.
        let isEscaped: Bool
    }

    let text: BallotBytes
    /// The line on which the record begins.
    private(set) var line = 0
    /// The cells of the record.
    private(set) var cells: [Cell] = []
    private let separator: UInt8
    private var place: Int
    private var nextLine = 1

    init(_ text: BallotBytes) {
        self.text = text
        place = text.start
        separator = Self.separator(in: text)
    }

    /// What separates the cells of the header.
    private static func separator(in text: BallotBytes) -> UInt8 {
        guard let header = text.firstLine(skipping: false) else { return UInt8(ascii: ",") }
        var found: Set<UInt8> = []
        var isQuoted = false
        for byte in text.bytes[header.lowerBound...] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == .lineFeed { break }
            found.insert(byte)
        }
        return [.tab, UInt8(ascii: ";")].first(where: found.contains) ?? UInt8(ascii: ",")
    }

    /// Reads the next record that is not an empty line; false at the end.
    ///
    /// - Throws: ``BallotFileError`` `csv-quotation-not-closed`, `csv-text-after-quotation`.
    mutating func next() throws(BallotFileError) -> Bool {
        while place < text.bytes.count {
            line = nextLine
            cells.removeAll(keepingCapacity: true)
            let start = place
            while true {
                try readCell()
                if text[place] == separator {
                    place += 1
                } else {
                    break
                }
            }
            let isEmpty = text.trimmed(start..<place).isEmpty && cells.count == 1
            place += 1
            nextLine += 1
            if !isEmpty { return true }
        }
        return false
    }

    /// Takes the next line that is not empty as it is, without reading its cells; nil at the end.
    mutating func nextLineAsText() -> String? {
        while place < text.bytes.count {
            let end = text.lineEnd(from: place)
            let found = text.trimmed(place..<end)
            line = nextLine
            place = end + 1
            nextLine += 1
            if !found.isEmpty { return text.text(found) }
        }
        return nil
    }

    /// The text of a cell; line breaks in it are spaces.
    func bytes(of cell: Cell) -> [UInt8] {
        guard cell.isEscaped else { return Array(text.bytes[cell.range]) }
        var bytes: [UInt8] = []
        var place = cell.range.lowerBound
        while place < cell.range.upperBound {
            let byte = text[place]
            bytes.append(byte == .lineFeed || byte == .carriageReturn ? .space : byte)
            place += byte == UInt8(ascii: "\"") ? 2 : 1
        }
        return bytes
    }

    /// The text of a cell; line breaks in it are spaces.
    func string(of cell: Cell) -> String { String(decoding: bytes(of: cell), as: UTF8.self) }

    private func isBlank(_ byte: UInt8) -> Bool { byte.isBlank && byte != separator }

    /// Takes a cell, up to its separator or the end of its line.
    private mutating func readCell() throws(BallotFileError) {
        while isBlank(text[place]) { place += 1 }
        guard text[place] == UInt8(ascii: "\"") else {
            let start = place
            while text[place] != separator, text[place] != .lineFeed { place += 1 }
            cells.append(Cell(range: trimmed(start..<place), isEscaped: false))
            return
        }
        let start = place + 1
        var isEscaped = false
        place += 1
        while true {
            guard place < text.bytes.count else {
                throw BallotFileError(line: line, Statement("csv-quotation-not-closed"))
            }
            if text[place] == UInt8(ascii: "\"") {
                guard text[place + 1] == UInt8(ascii: "\"") else { break }
                isEscaped = true
                place += 1
            } else if text[place] == .lineFeed {
                isEscaped = true
                nextLine += 1
            }
            place += 1
        }
        cells.append(Cell(range: trimmed(start..<place), isEscaped: isEscaped))
        place += 1
        while isBlank(text[place]) { place += 1 }
        guard text[place] == separator || text[place] == .lineFeed else {
            throw BallotFileError(line: nextLine, Statement("csv-text-after-quotation"))
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, text[lower].isBlank || text[lower] == .lineFeed { lower += 1 }
        while lower < upper, text[upper - 1].isBlank || text[upper - 1] == .lineFeed { upper -= 1 }
        return lower..<upper
    }
}
