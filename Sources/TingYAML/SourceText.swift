import TingWorkflow

/// The bytes of a file, always UTF-8, with the places of its lines.
///
/// A line ends with a line feed, a carriage return, or both, as for libyaml.
struct SourceText {
    /// The bytes, without a byte order mark.
    private(set) var bytes: [UInt8]
    private var starts: [Int]

    /// Takes bytes that are known to be UTF-8.
    init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        self.starts = Self.lineStarts(bytes)
    }

    /// How many lines there are; an empty file has one.
    var lineCount: Int { starts.count }

    /// A line by its number from 1, without its end; empty when there is no such line.
    func line(_ number: Int) -> [Unicode.Scalar] {
        guard let range = range(ofLine: number) else { return [] }
        return Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
    }

    /// Replaces some columns of a line by a filling character, scalar for scalar.
    ///
    /// Every other place of the file keeps its line and column.
    mutating func fill(_ repair: Repair) {
        guard let range = range(ofLine: repair.line) else { return }
        var scalars = line(repair.line)
        let columns = repair.columns.clamped(to: 0..<scalars.count)
        for column in columns { scalars[column] = repair.filling }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        bytes.replaceSubrange(range, with: Array(String(text).utf8))
        starts = Self.lineStarts(bytes)
    }

    private func range(ofLine number: Int) -> Range<Int>? {
        guard number >= 1, number <= starts.count else { return nil }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            if byte == 0x0A || byte == 0x0D { starts.append(index) }
        }
        return starts
    }
}

/// A way to read on after a mistake: some columns of one line made harmless.
struct Repair {
    /// The line, from 1.
    let line: Int
    /// The columns to fill, from 0.
    let columns: Range<Int>
    /// What fills them: an underscore makes a text, a number sign a comment.
    let filling: Unicode.Scalar

    /// A repair that turns the columns into an ordinary text.
    static func text(line: Int, columns: Range<Int>) -> Repair {
        Repair(line: line, columns: columns, filling: "_")
    }

    /// A repair that turns the line into a comment.
    static func comment(line: Int, columns: Range<Int>) -> Repair {
        Repair(line: line, columns: columns, filling: "#")
    }
}
