/// The lines of a ballot file, as bytes: without a byte order mark, ended by LF or CRLF.
struct BallotLines {
    /// A line and its number, from 1.
    struct Line {
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    /// The longest line read, in bytes of UTF-8.
    static let longest = 20_000

    /// The lines in order, the empty ones too.
    let lines: [Line]

    /// Splits a text.
    ///
    /// - Throws: ``BallotFileError`` `ballot-line-too-long`, `ballot-line-control-character`.
    init(_ text: String) throws(BallotFileError) {
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var lines: [Line] = []
        while !bytes.isEmpty {
            let end = bytes.firstIndex(of: .lineFeed) ?? bytes.endIndex
            var line = bytes[..<end]
            bytes = bytes[min(end + 1, bytes.endIndex)...]
            if line.last == .carriageReturn { line.removeLast() }
            let number = lines.count + 1
            guard line.count <= Self.longest else {
                throw BallotFileError(
                    line: number, Statement("ballot-line-too-long", [.number("most", Self.longest)]))
            }
            // Names are shown on terminals and pages: nothing that steers either may hide in them.
            guard line.allSatisfy({ $0 >= .space && $0 != 0x7F || $0 == .tab }) else {
                throw BallotFileError(line: number, Statement("ballot-line-control-character"))
            }
            lines.append(Line(number: number, bytes: line))
        }
        self.lines = lines
    }
}

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Whether this is an ASCII digit.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension ArraySlice<UInt8> {
    /// The bytes as text.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Without spaces and tabs at both ends.
    var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first == .space || first == .tab { rest.removeFirst() }
        while let last = rest.last, last == .space || last == .tab { rest.removeLast() }
        return rest
    }

    /// How many ballots a line stands for: digits alone, above zero.
    ///
    /// - Throws: ``BallotFileError`` `ballot-count-unreadable`, `ballot-count-not-positive`,
    ///   `count-overflow`.
    func ballotCount(line: Int) throws(BallotFileError) -> Int {
        let digits = first == UInt8(ascii: "-") ? dropFirst() : self
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else {
            throw BallotFileError(line: line, Statement("ballot-count-unreadable", [.text("found", text)]))
        }
        guard digits.count == count, digits.contains(where: { $0 != UInt8(ascii: "0") }) else {
            throw BallotFileError(line: line, Statement("ballot-count-not-positive", [.text("found", text)]))
        }
        guard let number = Int(text) else { throw BallotFileError(line: line, Statement("count-overflow")) }
        return number
    }
}
