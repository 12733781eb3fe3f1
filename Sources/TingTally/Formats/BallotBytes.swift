/// The bytes of a ballot file: UTF-8, every line ended by a line feed, nothing in it that cannot be seen.
///
/// All readers walk over these bytes from first to last with one number, the
/// place they have reached; no line is ever copied out. CR stands only before
/// LF and counts as a blank; a byte order mark is gone.
struct BallotBytes {
    /// The bytes; the last one is a line feed, unless there are none.
    let bytes: [UInt8]
    /// Where the text begins: after a byte order mark.
    let start: Int
    /// How many lines there are.
    let lineCount: Int

    /// The longest line read, in bytes of UTF-8: 200 options with names of some 500 bytes fit.
    static let longest = 100_000

    /// Checks a whole file.
    ///
    /// - Throws: ``BallotFileError`` `ballot-file-not-utf8`, `ballot-line-too-long`,
    ///   `ballot-line-control-character`, at the first line that has it.
    /// - Complexity: O(length).
    init(_ given: [UInt8]) throws(BallotFileError) {
        var bytes = given
        if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineCount = try Self.check(bytes, from: start)
        do { _ = try UTF8Span(validating: bytes.span) } catch {
            let before = bytes[..<error.byteOffsets.lowerBound].count { $0 == .lineFeed }
            throw BallotFileError(line: before + 1, Statement("ballot-file-not-utf8"))
        }
        self.bytes = bytes
    }

    /// Counts the lines and looks at every byte once.
    private static func check(_ bytes: [UInt8], from start: Int) throws(BallotFileError) -> Int {
        var lines = 0
        var lineStart = start
        var problem: BallotFileError?
        bytes.withUnsafeBytes { bytes in
            var next = start
            while next < bytes.count {
                if next &+ 8 <= bytes.count {
                    let word = UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
                    let special = word.bytesBelowSpace | (word ^ 0x7F7F_7F7F_7F7F_7F7F).zeroBytes
                    if special == 0 {
                        next &+= 8
                        continue
                    }
                    next &+= special.trailingZeroBitCount / 8
                }
                let place = next
                next &+= 1
                let byte = bytes[place]
                // Names are shown on terminals and pages: nothing that steers either may hide in them.
                if byte >= .space && byte != 0x7F || byte == .tab { continue }
                let isCarriageReturn = byte == .carriageReturn && bytes[place + 1] == .lineFeed
                guard byte == .lineFeed || isCarriageReturn else {
                    problem = BallotFileError(line: lines + 1, Statement("ballot-line-control-character"))
                    return
                }
                if byte == .carriageReturn { continue }
                lines += 1
                let length =
                    place - lineStart - (place > lineStart && bytes[place - 1] == .carriageReturn ? 1 : 0)
                guard length <= longest else {
                    problem = BallotFileError(
                        line: lines, Statement("ballot-line-too-long", [.number("most", longest)]))
                    return
                }
                lineStart = place + 1
            }
        }
        if let problem { throw problem }
        return lines
    }

    /// The byte at a place.
    subscript(place: Int) -> UInt8 {
        @inline(__always) get { bytes[place] }
    }

    /// The text between two places.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The first place from here that holds no blank.
    @inline(__always)
    func skippingBlanks(from place: Int) -> Int {
        var place = place
        while bytes[place].isBlank { place += 1 }
        return place
    }

    /// Where the line ends in which a place stands: at its line feed.
    @inline(__always)
    func lineEnd(from place: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var place = place
            // Eight bytes at a time; the last line feed is the last byte, so the walk ends at it.
            while place &+ 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let found = (word ^ 0x0A0A_0A0A_0A0A_0A0A).zeroBytes
                if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
                place &+= 8
            }
            while place < bytes.count &- 1, bytes[place] != .lineFeed { place &+= 1 }
            return place
        }
    }

    /// A part of a line without blanks at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, bytes[lower].isBlank { lower += 1 }
        while lower < upper, bytes[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }

    /// Visits every line: its number, from 1, and where it lies, without its end and without blanks around it.
    func forEachLine(_ body: (Int, Range<Int>) throws(BallotFileError) -> Void) throws(BallotFileError) {
        var place = start
        var number = 0
        while place < bytes.count {
            let end = lineEnd(from: place)
            number += 1
            try body(number, trimmed(place..<end))
            place = end + 1
        }
    }

    /// The first line that is not empty and, when asked for, begins with no `#`; nil when there is none.
    func firstLine(skipping comments: Bool) -> Range<Int>? {
        var place = start
        while place < bytes.count {
            let end = lineEnd(from: place)
            let line = trimmed(place..<end)
            place = end + 1
            if line.isEmpty || comments && bytes[line.lowerBound] == UInt8(ascii: "#") { continue }
            return line
        }
        return nil
    }
}

extension UInt64 {
    /// A bit in the lowest byte that is 0, and perhaps in bytes above it; nothing where no byte is 0.
    @inline(__always)
    fileprivate var zeroBytes: UInt64 {
        (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
    }

    /// A bit in the lowest byte that is below a space, and perhaps in bytes above it; nothing where no byte is.
    @inline(__always)
    fileprivate var bytesBelowSpace: UInt64 {
        (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080
    }
}

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Whether this is an ASCII digit.
    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// Whether this separates words within a line. CR stands only at the end of one.
    @inline(__always)
    var isBlank: Bool { self == .space || self == .tab || self == .carriageReturn }
}

extension ArraySlice<UInt8> {
    /// The bytes as text.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Without blanks at both ends.
    var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return rest
    }
}
