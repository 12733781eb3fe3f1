/// Reads the ballot lines of an ABIF file that are written plainly, which most are: `12:A>B=C`.
///
/// Plain is a count of at most 9 digits, a colon, and tokens of at most 7 bytes
/// that all are known, each once, with `>` or `=` between them and nothing
/// else. A line that is not plain, a wrong one too, is left to
/// ``ABIFBallotLine``, which says what it means or what is wrong with it; so this
/// reader changes no result, only how long it takes.
struct PlainRankings {
    /// Tokens packed with their length, at places made of their bits; 0 where there is none.
    private var keys: [UInt64] = Array(repeating: 0, count: size)
    /// The options of the tokens.
    private var options: [UInt8] = Array(repeating: 0, count: size)

    /// At least four times as many places as there are tokens and names.
    private static let size = 2048

    init(_ names: ABIFNames) {
        for (option, token) in names.tokens.enumerated() { add(token, option) }
        for (option, name) in names.names.enumerated() { add(name, option) }
    }

    /// Lets a name stand for an option, unless it is long, takes brackets or already stands for one.
    private mutating func add(_ name: String, _ option: Int) {
        guard (1...7).contains(name.utf8.count), name.utf8.allSatisfy(ABIFCursor.isTokenByte) else { return }
        var key: UInt64 = 1
        for byte in name.utf8 { key = key << 8 | UInt64(byte) }
        var slot = Self.slot(of: key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (Self.size - 1) }
        guard keys[slot] == 0 else { return }
        keys[slot] = key
        options[slot] = UInt8(option)
    }

    @inline(__always)
    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 53)
    }

    /// Adds ballots, line after line, up to one that is not plain or to the end.
    ///
    /// - Parameters:
    ///   - place: Where the next line begins.
    ///   - line: The number of the line before it.
    /// - Throws: ``BallotFileError`` `count-overflow`.
    func read(
        _ text: BallotBytes, from place: inout Int, line: inout Int, row: inout BallotRow,
        into ballots: inout RankedBallots, _ rows: inout RowLines
    ) throws(BallotFileError) {
        while place < text.bytes.count {
            var end = place
            guard let count = ranking(text, &end, &row) else { return }
            place = end
            line += 1
            try row.end(in: &ballots, weight: count, line: line)
            rows.append(line)
        }
    }

    /// Reads one line into a row.
    ///
    /// - Returns: how many ballots it stands for; nil when it is not plain, and then the row is as it was.
    @inline(__always)
    private func ranking(_ text: BallotBytes, _ place: inout Int, _ row: inout BallotRow) -> Int? {
        let found = text.bytes.withUnsafeBufferPointer { bytes in
            row.withRanks { ranks in read(bytes, &place, ranks) }
        }
        if found == 0 {
            row.clear()
            return nil
        }
        return found
    }

    /// The count of a plain line, its ranks noted; 0 for any other line.
    @inline(__always)
    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ ranks: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        // The last byte is a line feed and no part of any token, so no walk runs past the end.
        var at = place
        var count = 0
        while bytes[at].isDigit {
            count = count &* 10 &+ Int(bytes[at] &- UInt8(ascii: "0"))
            at &+= 1
        }
        guard at > place, at - place <= 9, bytes[at] == UInt8(ascii: ":") else { return 0 }
        at &+= 1
        var rank: UInt8 = 0
        var isFirst = true
        while true {
            var byte = bytes[at]
            if isFirst, byte == .lineFeed || byte == .carriageReturn { break }
            isFirst = false
            let start = at
            var key: UInt64 = 1
            while byte > UInt8(ascii: ">") || byte.isDigit {
                key = key << 8 | UInt64(byte)
                at &+= 1
                byte = bytes[at]
            }
            guard at > start, at - start <= 7 else { return 0 }
            var slot = Self.slot(of: key)
            while keys[slot] != key {
                if keys[slot] == 0 { return 0 }
                slot = (slot &+ 1) & (Self.size - 1)
            }
            let option = Int(options[slot])
            guard ranks[option] == RankedBallots.unranked else { return 0 }
            ranks[option] = rank
            at &+= 1
            if byte == UInt8(ascii: ">") {
                rank &+= 1
            } else if byte != UInt8(ascii: "=") {
                guard byte == .lineFeed || byte == .carriageReturn else { return 0 }
                at &-= 1
                break
            }
        }
        // CR stands only before LF.
        place = at + (bytes[at] == .carriageReturn ? 2 : 1)
        return count
    }
}
