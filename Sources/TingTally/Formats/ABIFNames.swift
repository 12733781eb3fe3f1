/// The options of an ABIF file: their tokens, their full names, and how to find them.
struct ABIFNames {
    private(set) var tokens: [String] = []
    private(set) var names: [String] = []
    private(set) var lastLine = 1
    /// Whether lines of the file declare the options.
    private(set) var isDeclared = false
    /// Whether an option that is not known yet is taken as one more.
    var isCollecting = false
    private var byToken: [String: Int] = [:]
    private var byName: [String: Int] = [:]
    private var table = OptionTable()

    /// Reads `=token:[Full name]`; the name may stand without brackets too.
    mutating func declare(
        _ text: BallotBytes, _ range: Range<Int>, line: Int
    ) throws(BallotFileError) {
        var cursor = ABIFCursor(text: text, place: range.lowerBound + 1, line: line)
        let token = text.text(try cursor.option().range)
        guard cursor.next() == UInt8(ascii: ":") else {
            throw BallotFileError(line: line, Statement("option-line-unreadable"))
        }
        let rest = text.bytes[text.trimmed((cursor.place + 1)..<range.upperBound)]
        let isBracketed =
            rest.first == UInt8(ascii: "[") && rest.last == UInt8(ascii: "]") && rest.count > 1
        let inner = isBracketed ? rest.dropFirst().dropLast() : rest
        let name = text.text(text.trimmed(inner.startIndex..<inner.endIndex))
        try add(token: token, name: name.isEmpty ? token : name, line: line)
        isDeclared = true
    }

    /// Makes the options ready to be found: by token, and failing that by name.
    mutating func endDeclaring() {
        for (option, token) in tokens.enumerated() { table.add(token, option: option) }
        for (option, name) in names.enumerated() { table.add(name, option: option) }
    }

    /// The option that a ballot line means; nil when it is not known.
    @inline(__always)
    mutating func option(
        _ text: BallotBytes, _ range: Range<Int>, packed: UInt64, line: Int
    ) throws(BallotFileError) -> Int? {
        if let option = table.option(text.bytes, range, packed: packed) { return option }
        return try slowOption(text, range, line: line)
    }

    /// Finds a name that is written with other bytes, such as é in one piece or two, or takes a new one.
    private mutating func slowOption(
        _ text: BallotBytes, _ range: Range<Int>, line: Int
    ) throws(BallotFileError) -> Int? {
        let name = text.text(range)
        if let option = byToken[name] ?? byName[name] {
            if table.count < 10 * RankedBallots.mostOptions { table.add(text.bytes, range, option: option) }
            return option
        }
        guard isCollecting else { return nil }
        try add(token: name, name: name, line: line)
        table.add(text.bytes, range, option: tokens.count - 1)
        return tokens.count - 1
    }

    /// Adds an option, once.
    private mutating func add(token: String, name: String, line: Int) throws(BallotFileError) {
        guard byToken[token] == nil, byName[name] == nil else {
            throw BallotFileError(
                line: line,
                Statement("option-named-twice", [.text("option", byToken[token] == nil ? name : token)]))
        }
        guard tokens.count < RankedBallots.mostOptions else {
            throw BallotFileError(
                line: line, Statement("too-many-options", [.number("most", RankedBallots.mostOptions)]))
        }
        byToken[token] = tokens.count
        byName[name] = tokens.count
        tokens.append(token)
        names.append(name)
        lastLine = line
    }
}
