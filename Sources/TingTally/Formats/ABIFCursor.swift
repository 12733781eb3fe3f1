/// Reads the pieces of an ABIF line from left to right.
struct ABIFCursor {
    let text: BallotBytes
    var place: Int
    let line: Int

    /// The next byte that is no blank, without taking it; nil at the end and before a comment.
    @inline(__always)
    mutating func next() -> UInt8? {
        place = text.skippingBlanks(from: place)
        let byte = text[place]
        return byte == .lineFeed || byte == UInt8(ascii: "#") ? nil : byte
    }

    /// Takes an option: a token, or a name in brackets; where it stands, and its bytes packed.
    @inline(__always)
    mutating func option() throws(BallotFileError) -> (range: Range<Int>, packed: UInt64) {
        guard let first = next() else {
            throw BallotFileError(line: line, Statement("ballot-option-expected-at-end"))
        }
        if first == UInt8(ascii: "[") { return try bracketed() }
        let start = place
        var packed: UInt64 = 0
        while Self.isTokenByte(text[place]) {
            packed = packed << 8 | UInt64(text[place])
            place += 1
        }
        guard place > start else { throw unexpected("ballot-option-expected") }
        if place - start > 8 { packed = OptionTable.packed(text.bytes, start..<place) }
        return (start..<place, packed)
    }

    private mutating func bracketed() throws(BallotFileError) -> (range: Range<Int>, packed: UInt64) {
        let start = place + 1
        while text[place] != UInt8(ascii: "]") {
            guard text[place] != .lineFeed else {
                throw BallotFileError(line: line, Statement("bracket-not-closed"))
            }
            place += 1
        }
        let name = text.trimmed(start..<place)
        place += 1
        guard !name.isEmpty else { throw BallotFileError(line: line, Statement("option-without-name")) }
        return (name, OptionTable.packed(text.bytes, name))
    }

    /// Takes `/` and the whole number after it.
    mutating func score() throws(BallotFileError) -> Int {
        place += 1
        _ = next()
        let start = place
        let isNegative = text[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let digits = place
        var value = 0
        while text[place].isDigit {
            if place - digits < 18 { value = value * 10 + Int(text[place] - UInt8(ascii: "0")) }
            place += 1
        }
        guard place > digits, place - digits <= 18, text[place] != UInt8(ascii: ".") else {
            while Self.isTokenByte(text[place]) { place += 1 }
            throw BallotFileError(
                line: line, Statement("ballot-score-unreadable", [.text("found", text.text(start..<place))]))
        }
        return isNegative ? -value : value
    }

    /// The error for the character that stands here.
    func unexpected(_ code: String) -> BallotFileError {
        let rest = text.text(place..<text.lineEnd(from: place))
        return BallotFileError(line: line, Statement(code, [.text("found", String(rest.prefix(1)))]))
    }

    /// Letters of any alphabet, digits, `_`, `-`, `.` and `'`.
    @inline(__always)
    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"): true
        default: byte.isDigit || byte >= 0x80
        }
    }
}
