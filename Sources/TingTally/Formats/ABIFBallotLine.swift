/// One ballot line of an ABIF file: a count, and options with their ranks.
struct ABIFBallotLine {
    /// An option as it is written, and its rank, from 0.
    struct Place {
        let text: String
        let rank: UInt8
    }

    let line: Int
    let count: Int
    let places: [Place]

    /// Reads `COUNT:A>B=C`.
    ///
    /// - Throws: ``BallotFileError`` with what could not be read.
    init(_ line: BallotLines.Line) throws(BallotFileError) {
        self.line = line.number
        var cursor = ABIFCursor(bytes: line.bytes, line: line.number)
        let prefix = line.bytes.prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "#") }
        if let colon = prefix.firstIndex(of: UInt8(ascii: ":")) {
            count = try line.bytes[..<colon].trimmed.ballotCount(line: line.number)
            cursor.bytes = line.bytes[(colon + 1)...]
        } else {
            count = 1
        }
        var places: [Place] = []
        var rank = 0
        if !cursor.isAtEnd {
            while true {
                places.append(Place(text: try cursor.option().text, rank: UInt8(rank)))
                guard let separator = cursor.next() else { break }
                switch separator {
                case UInt8(ascii: ">"): rank += 1
                case UInt8(ascii: "="): break
                case UInt8(ascii: "/"), UInt8(ascii: ","):
                    throw BallotFileError(line: line.number, Statement("scores-not-read"))
                default: throw cursor.unexpected("ballot-separator-expected")
                }
                guard rank < RankedBallots.mostOptions else {
                    throw BallotFileError(
                        line: line.number,
                        Statement("too-many-options", [.number("most", RankedBallots.mostOptions)]))
                }
                cursor.step()
            }
        }
        self.places = places
    }
}

/// Reads the pieces of an ABIF line from left to right.
struct ABIFCursor {
    var bytes: ArraySlice<UInt8>
    let line: Int

    /// What is not read yet.
    var rest: ArraySlice<UInt8> { bytes }

    /// Whether nothing is left but spaces and a comment.
    var isAtEnd: Bool {
        mutating get { next() == nil }
    }

    /// The next byte that is no space, without taking it; nil at the end and before a comment.
    mutating func next() -> UInt8? {
        while let first = bytes.first, first == .space || first == .tab { bytes.removeFirst() }
        return bytes.first == UInt8(ascii: "#") ? nil : bytes.first
    }

    /// Takes one byte.
    mutating func step() { if !bytes.isEmpty { bytes.removeFirst() } }

    /// Takes an option: a token, or a name in brackets.
    mutating func option() throws(BallotFileError) -> ArraySlice<UInt8> {
        guard let first = next() else {
            throw BallotFileError(line: line, Statement("ballot-option-expected-at-end"))
        }
        if first == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else {
                throw BallotFileError(line: line, Statement("bracket-not-closed"))
            }
            let name = bytes[(bytes.startIndex + 1)..<end].trimmed
            bytes = bytes[(end + 1)...]
            guard !name.isEmpty else { throw BallotFileError(line: line, Statement("option-without-name")) }
            return name
        }
        let token = bytes.prefix(while: Self.isTokenByte)
        guard !token.isEmpty else { throw unexpected("ballot-option-expected") }
        bytes = bytes.dropFirst(token.count)
        return token
    }

    /// The error for the character that stands here.
    func unexpected(_ code: String) -> BallotFileError {
        BallotFileError(line: line, Statement(code, [.text("found", String(bytes.text.prefix(1)))]))
    }

    /// Letters of any alphabet, digits, `_`, `-`, `.` and `'`.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"): true
        default: byte.isDigit || byte >= 0x80
        }
    }
}
