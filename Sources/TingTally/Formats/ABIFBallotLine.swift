/// Walks over the ballot lines of an ABIF file; one value serves for all of them.
struct ABIFBallotLine {
    /// An option, its rank, from 0, and its score, where it has one.
    struct Place {
        let option: Int
        let rank: Int
        let score: Int?
    }

    /// The number of the line read last.
    var line = 0
    /// How many ballots it stands for.
    private(set) var count = 0
    /// The options it names, in order.
    private(set) var places: [Place] = []
    /// Whether it has a comma between options.
    private(set) var hasComma = false
    /// Whether reading ended at an option that is not known.
    private(set) var hasMetUnknown = false
    private let text: BallotBytes
    /// Where the next line begins.
    var place: Int

    init(_ text: BallotBytes) {
        self.text = text
        place = text.start
    }

    /// Reads the next line that is a ballot line: `COUNT:A>B=C`.
    ///
    /// - Returns: whether there was one.
    /// - Throws: ``BallotFileError`` with what could not be read.
    mutating func next(_ names: inout ABIFNames) throws(BallotFileError) -> Bool {
        while place < text.bytes.count {
            line += 1
            let first = text.skippingBlanks(from: place)
            switch text[first] {
            case .lineFeed, UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "="):
                place = text.lineEnd(from: first) + 1
            default:
                places.removeAll(keepingCapacity: true)
                hasComma = false
                place = first
                try readCount()
                try readOptions(&names)
                place = text.lineEnd(from: place) + 1
                return true
            }
        }
        return false
    }

    /// Reads the count and its colon, where they stand; 1 where they do not.
    private mutating func readCount() throws(BallotFileError) {
        var end = place
        while text[end].isDigit { end += 1 }
        if text[end] == UInt8(ascii: ":"), let whole = BallotWeight.whole(text, place..<end) {
            count = whole
            place = end + 1
            return
        }
        while text[end] != UInt8(ascii: ":") {
            if text[end] == UInt8(ascii: "[") || text[end] == UInt8(ascii: "#") || text[end] == .lineFeed {
                count = 1
                return
            }
            end += 1
        }
        count = try BallotWeight.wholeOrError(text, text.trimmed(place..<end), line: line)
        place = end + 1
    }

    private mutating func readOptions(_ names: inout ABIFNames) throws(BallotFileError) {
        var cursor = ABIFCursor(text: text, place: place, line: line)
        if cursor.next() == nil {
            place = cursor.place
            return
        }
        var rank = 0
        var separator = UInt8(ascii: ",")
        while true {
            let (range, packed) = try cursor.option()
            guard let option = try names.option(text, range, packed: packed, line: line) else {
                hasMetUnknown = true
                throw BallotFileError(
                    line: line, .unknownOption(text.text(range), among: names.tokens))
            }
            var next = cursor.next()
            var score: Int?
            if next == UInt8(ascii: "/") {
                let given = try cursor.score()
                if let before = places.last?.score { try check(before, separator, given) }
                score = given
                next = cursor.next()
            }
            places.append(Place(option: option, rank: rank, score: score))
            guard let next else { break }
            switch next {
            case UInt8(ascii: ">"): rank += 1
            case UInt8(ascii: "="): break
            case UInt8(ascii: ","): hasComma = true
            default: throw cursor.unexpected("ballot-separator-expected")
            }
            separator = next
            guard rank < RankedBallots.mostOptions else {
                throw BallotFileError(
                    line: line,
                    Statement("too-many-options", [.number("most", RankedBallots.mostOptions)]))
            }
            cursor.place += 1
        }
        if hasComma, let bare = places.first(where: { $0.score == nil }) {
            throw BallotFileError(
                line: line, Statement("ballot-score-expected", [.text("option", names.names[bare.option])]))
        }
        place = cursor.place
    }

    /// Refuses an order that says another thing than the scores.
    private func check(_ before: Int, _ separator: UInt8, _ after: Int) throws(BallotFileError) {
        let agrees: Bool =
            switch separator {
            case UInt8(ascii: ">"): before > after
            case UInt8(ascii: "="): before == after
            default: true
            }
        guard !agrees else { return }
        throw BallotFileError(
            line: line,
            Statement("ballot-score-against-order", [.number("before", before), .number("after", after)]))
    }
}

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
