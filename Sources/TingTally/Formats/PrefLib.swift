/// The PrefLib formats for rankings: soc, soi, toc and toi, in the form of today and the older one.
///
/// Today's form has its numbers and names in lines that begin with `#`, of which the keys
/// `TITLE`, `DATA TYPE`, `NUMBER ALTERNATIVES`, `NUMBER VOTERS`, `NUMBER UNIQUE ORDERS` and
/// `ALTERNATIVE NAME n` are read; then a line for each order, equals in braces:
///
/// ```
/// # DATA TYPE: toi
/// # NUMBER ALTERNATIVES: 3
/// # NUMBER VOTERS: 7
/// # NUMBER UNIQUE ORDERS: 2
/// # ALTERNATIVE NAME 1: Ada
/// # ALTERNATIVE NAME 2: Bo
/// # ALTERNATIVE NAME 3: Cy
/// 5: 1,{2,3}
/// 2: 2
/// ```
/// The older form has the number of options alone on its first line, then `1,Ada` for
/// each of them, then `voters,sum of counts,orders`, then lines such as `5,1,{2,3}`.
/// What the file states is checked: voters, orders, and by its type whether orders are
/// complete and strict. A line with a count and no option is that many ballots that rank
/// nothing.
///
/// - Source: PrefLib-Data, FORMAT_SPECIFICATION.md; for the older form, preflib.org/data/format of 2013 to 2021.
public enum PrefLib {
    /// What orders a file may hold.
    public enum Order: String, CaseIterable, Hashable, Sendable {
        /// Every option on every ballot, none equal.
        case soc
        /// Options left out, none equal.
        case soi
        /// Every option on every ballot, equals allowed.
        case toc
        /// Options left out, equals allowed.
        case toi

        /// Whether no two options may be equal.
        var isStrict: Bool { self == .soc || self == .soi }
        /// Whether every option must be ranked.
        var isComplete: Bool { self == .soc || self == .toc }
    }

    /// Reads a whole file, or refuses it.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        try read(BallotBytes(Array(text.utf8)))
    }

    /// Reads bytes that were looked at.
    static func read(_ text: BallotBytes) throws(BallotFileError) -> BallotFile {
        var head = PrefLibHead(text)
        try head.read()
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: head.names) } catch {
            throw BallotFileError(line: head.line, error.statement)
        }
        var walk = PrefLibOrders(text, after: head)
        var row = BallotRow(options: head.names.count)
        var rows = RowLines()
        while try walk.next(into: &row) {
            try walk.check(head.order, options: head.names.count)
            try row.end(in: &ballots, weight: walk.count, line: walk.line)
            rows.append(walk.line)
        }
        try head.check(voters: ballots.total, orders: ballots.rowCount)
        return BallotFile(
            title: head.title, tokens: head.names.indices.map { String($0 + 1) }, ballots: .ranked(ballots),
            rowLines: rows)
    }
}

/// Walks over the orders of a PrefLib file.
private struct PrefLibOrders {
    private(set) var line: Int
    /// How many ballots have this order.
    private(set) var count = 0
    private var placed = 0
    private var hasEquals = false
    private let text: BallotBytes
    private var place: Int
    private let options: Int
    private let separator: UInt8

    init(_ text: BallotBytes, after head: PrefLibHead) {
        self.text = text
        place = head.place
        line = head.line
        options = head.names.count
        separator = head.isOlder ? UInt8(ascii: ",") : UInt8(ascii: ":")
    }

    /// Reads the next order; false at the end of the file.
    mutating func next(into row: inout BallotRow) throws(BallotFileError) -> Bool {
        while place < text.bytes.count {
            line += 1
            place = text.skippingBlanks(from: place)
            if text[place] == .lineFeed {
                place += 1
                continue
            }
            if text[place] == UInt8(ascii: "#") {
                throw BallotFileError(line: line, Statement("preflib-header-after-orders"))
            }
            try readCount()
            try readOrder(into: &row)
            place += 1
            return true
        }
        return false
    }

    /// Refuses an order that the type of the file does not allow.
    func check(_ order: PrefLib.Order?, options: Int) throws(BallotFileError) {
        guard let order else { return }
        if order.isStrict, hasEquals {
            throw BallotFileError(
                line: line, Statement("preflib-not-strict", [.text("type", order.rawValue)]))
        }
        if order.isComplete, placed < options {
            throw BallotFileError(
                line: line,
                Statement(
                    "preflib-not-complete",
                    [.text("type", order.rawValue), .number("found", placed), .number("options", options)]))
        }
    }

    private mutating func readCount() throws(BallotFileError) {
        var end = place
        while text[end].isDigit { end += 1 }
        let start = place
        if text[end] == separator, let whole = BallotWeight.whole(text, start..<end) {
            count = whole
            place = end + 1
            return
        }
        while text[end] != separator, text[end] != .lineFeed { end += 1 }
        count = try BallotWeight.wholeOrError(text, text.trimmed(start..<end), line: line)
        guard text[end] == separator || separator == UInt8(ascii: ",") else {
            throw BallotFileError(line: line, Statement("preflib-colon-expected"))
        }
        place = text[end] == separator ? end + 1 : end
    }

    private mutating func readOrder(into row: inout BallotRow) throws(BallotFileError) {
        placed = 0
        hasEquals = false
        var rank = 0
        place = text.skippingBlanks(from: place)
        if text[place] == .lineFeed || readPlain(into: &row) { return }
        while true {
            if text[place] == UInt8(ascii: "{") {
                let before = placed
                repeat {
                    place = text.skippingBlanks(from: place + 1)
                    try readOption(into: &row, at: rank)
                } while text[place] == UInt8(ascii: ",")
                guard text[place] == UInt8(ascii: "}") else { throw unexpected("preflib-brace-not-closed") }
                place = text.skippingBlanks(from: place + 1)
                hasEquals = hasEquals || placed > before + 1
            } else {
                try readOption(into: &row, at: rank)
            }
            rank += 1
            if text[place] == .lineFeed { return }
            guard text[place] == UInt8(ascii: ",") else { throw unexpected("preflib-comma-expected") }
            place = text.skippingBlanks(from: place + 1)
        }
    }

    /// Reads an order of numbers and commas alone, as most are, up to the end of its line.
    ///
    /// - Returns: whether it was one without a mistake; else nothing was read.
    @inline(__always)
    private mutating func readPlain(into row: inout BallotRow) -> Bool {
        let (start, options) = (place, options)
        // The last byte is a line feed, which ends every walk.
        let (end, rank) = text.bytes.withUnsafeBufferPointer { bytes in
            row.withRanks { ranks -> (end: Int?, rank: Int) in
                var at = start
                var rank = 0
                while true {
                    let first = at
                    var number = 0
                    while bytes[at].isDigit {
                        number = number &* 10 &+ Int(bytes[at] &- UInt8(ascii: "0"))
                        at &+= 1
                    }
                    guard at > first, at &- first <= 4, number >= 1, number <= options,
                        ranks[number &- 1] == RankedBallots.unranked
                    else { return (nil, rank) }
                    ranks[number &- 1] = UInt8(truncatingIfNeeded: rank)
                    rank &+= 1
                    if bytes[at] == UInt8(ascii: ",") {
                        at &+= 1
                        while bytes[at] == .space { at &+= 1 }
                        continue
                    }
                    while bytes[at].isBlank { at &+= 1 }
                    return (bytes[at] == .lineFeed ? at : nil, rank)
                }
            }
        }
        guard let end else {
            row.clear()
            return false
        }
        (place, placed) = (end, rank)
        return true
    }

    /// Takes the number of an option, and the blanks after it.
    @inline(__always)
    private mutating func readOption(into row: inout BallotRow, at rank: Int) throws(BallotFileError) {
        let start = place
        var number = 0
        while text[place].isDigit {
            number = number &* 10 &+ Int(text[place] &- UInt8(ascii: "0"))
            place += 1
        }
        guard place > start, place - start <= 4, number >= 1, number <= options else {
            throw unknown(start)
        }
        guard row.place(number - 1, at: rank) else {
            throw BallotFileError(
                line: line, Statement("option-ranked-twice", [.text("option", String(number))]))
        }
        placed += 1
        if text[place].isBlank { place = text.skippingBlanks(from: place) }
    }

    private func unknown(_ start: Int) -> BallotFileError {
        var end = start
        while !text[end].isBlank, !",{}\n".utf8.contains(text[end]) { end += 1 }
        if end == start, text[end] != .lineFeed { end += 1 }
        return BallotFileError(
            line: line,
            Statement(
                "preflib-option-unknown",
                [.text("found", text.text(start..<end)), .number("options", options)]))
    }

    /// The error for the character that stands here.
    private func unexpected(_ code: String) -> BallotFileError {
        let rest = text.text(place..<text.lineEnd(from: place))
        return BallotFileError(line: line, Statement(code, [.text("found", String(rest.prefix(1)))]))
    }
}
