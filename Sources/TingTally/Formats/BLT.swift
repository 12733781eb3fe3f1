/// The BLT format of STV programs: numbers of options and seats, ballots ended by 0, quoted names.
///
/// ```
/// 3 1
/// -2
/// 4 1 3 0
/// 2 3=1 0
/// 0
/// "Ada" "Bo" "Cy"
/// "Chair"
/// ```
/// A negative number withdraws an option: it is taken out of every ballot. A
/// `#` begins a comment. A ballot may rank equally (`3=1`), or rank nothing.
///
/// - Source: Hill, Wichmann and Woodall 1987 (the input of algorithm 123), as OpenSTV and Droop read it.
public enum BLT {
    /// Reads a whole file, or refuses it.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        var reader = try BLTReader(text)
        let (count, seats) = try reader.header()
        let withdrawn = try reader.withdrawn(among: count)
        var rows: [(order: [(option: Int, rank: UInt8)], weight: Int, line: Int)] = []
        while let row = try reader.ballot(options: count, withdrawn: withdrawn) { rows.append(row) }
        let names = try reader.names(count: count)
        let title = try reader.title()
        let standing = (0..<count).filter { !withdrawn.contains($0) }
        let places = Dictionary(uniqueKeysWithValues: zip(standing, standing.indices))
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: standing.map { names[$0] }) } catch {
            throw BallotFileError(line: reader.lastLine, error.statement)
        }
        for row in rows {
            let order = row.order.compactMap { place in places[place.option].map { ($0, place.rank) } }
            do { try ballots.append(order, weight: row.weight) } catch {
                throw BallotFileError(line: row.line, error.statement)
            }
        }
        return BallotFile(
            title: title, tokens: standing.map { String($0 + 1) }, ballots: .ranked(ballots), seats: seats,
            withdrawn: withdrawn.map { names[$0] }, electorate: nil, rowLines: rows.map(\.line))
    }
}

/// Reads the words of a BLT file from first to last; line ends only serve to say where a mistake is.
private struct BLTReader {
    /// A word, or text between quotation marks.
    private struct Word {
        let bytes: ArraySlice<UInt8>
        let isQuoted: Bool
        let line: Int
    }

    private var words: [Word] = []
    private var position = 0

    /// The line of the word read last.
    var lastLine: Int { position > 0 && position <= words.count ? words[position - 1].line : 1 }

    init(_ text: String) throws(BallotFileError) {
        for line in try BallotLines(text).lines {
            var rest = line.bytes.trimmed
            while let first = rest.first, first != UInt8(ascii: "#") {
                if first == UInt8(ascii: "\"") {
                    guard let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else {
                        throw BallotFileError(line: line.number, Statement("quotation-not-closed"))
                    }
                    words.append(
                        Word(bytes: rest[(rest.startIndex + 1)..<end], isQuoted: true, line: line.number))
                    rest = rest[(end + 1)...].trimmed
                } else {
                    let word = rest.prefix { $0 != .space && $0 != .tab && $0 != UInt8(ascii: "\"") }
                    words.append(Word(bytes: word, isQuoted: false, line: line.number))
                    rest = rest.dropFirst(word.count).trimmed
                }
            }
        }
    }

    /// The numbers of options and of seats.
    mutating func header() throws(BallotFileError) -> (options: Int, seats: Int) {
        let options = try number("blt-header-expected")
        let seats = try number("blt-header-expected")
        guard options >= 1, seats >= 1 else { throw error("blt-header-expected") }
        guard options <= RankedBallots.mostOptions else {
            throw BallotFileError(
                line: lastLine, Statement("too-many-options", [.number("most", RankedBallots.mostOptions)]))
        }
        return (options, seats)
    }

    /// The options that were withdrawn, in the order of the ballot paper.
    mutating func withdrawn(among count: Int) throws(BallotFileError) -> [Int] {
        var found: [Int] = []
        while position < words.count, words[position].bytes.first == UInt8(ascii: "-"),
            !words[position].isQuoted
        {
            position += 1
            let option = try option(words[position - 1].bytes.dropFirst(), among: count)
            guard !found.contains(option) else { throw error("withdrawn-twice") }
            found.append(option)
        }
        return found.sorted()
    }

    /// The next ballot line; nil at the 0 that ends the ballots.
    mutating func ballot(
        options: Int, withdrawn: [Int]
    ) throws(BallotFileError) -> (order: [(option: Int, rank: UInt8)], weight: Int, line: Int)? {
        guard let first = next(), !first.isQuoted else { throw error("blt-end-of-ballots-expected") }
        if isZero(first) { return nil }
        let line = first.line
        let weight = try first.bytes.ballotCount(line: line)
        var order: [(option: Int, rank: UInt8)] = []
        var rank: UInt8 = 0
        var seen: Set<Int> = []
        while true {
            guard let word = next(), !word.isQuoted else { throw error("blt-end-of-ballot-expected") }
            if isZero(word) { return (order, weight, line) }
            var isPlaceTaken = false
            for part in word.bytes.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false) {
                let option = try option(part, among: options)
                guard seen.insert(option).inserted else {
                    throw BallotFileError(
                        line: lastLine,
                        Statement("option-ranked-twice", [.text("option", String(option + 1))]))
                }
                // A place that only withdrawn options held is closed up.
                guard !withdrawn.contains(option) else { continue }
                order.append((option, rank))
                isPlaceTaken = true
            }
            if isPlaceTaken { rank += 1 }
        }
    }

    /// The names, one an option.
    mutating func names(count: Int) throws(BallotFileError) -> [String] {
        var names: [String] = []
        while names.count < count {
            guard let word = next(), word.isQuoted else {
                throw BallotFileError(
                    line: lastLine,
                    Statement(
                        "blt-names-expected", [.number("needed", count), .number("found", names.count)]))
            }
            let name = word.bytes.trimmed.text
            guard !name.isEmpty else { throw error("option-without-name") }
            guard !names.contains(name) else {
                throw BallotFileError(
                    line: word.line, Statement("option-named-twice", [.text("option", name)]))
            }
            names.append(name)
        }
        return names
    }

    /// The title, which may be missing; nothing may follow it.
    mutating func title() throws(BallotFileError) -> String? {
        guard let word = next() else { return nil }
        guard word.isQuoted, position == words.count else { throw error("blt-text-after-end") }
        let title = word.bytes.trimmed.text
        return title.isEmpty ? nil : title
    }

    /// Takes the next word.
    private mutating func next() -> Word? {
        guard position < words.count else { return nil }
        position += 1
        return words[position - 1]
    }

    /// Whether a word is the 0 that ends a list.
    private func isZero(_ word: Word) -> Bool { Array(word.bytes) == [UInt8(ascii: "0")] }

    /// Takes a whole number.
    private mutating func number(_ code: String) throws(BallotFileError) -> Int {
        guard let word = next(), !word.isQuoted, word.bytes.allSatisfy(\.isDigit),
            let number = Int(word.bytes.text)
        else { throw error(code) }
        return number
    }

    /// The option with this number on the ballot paper, from 0.
    private func option(_ bytes: ArraySlice<UInt8>, among count: Int) throws(BallotFileError) -> Int {
        guard !bytes.isEmpty, bytes.allSatisfy(\.isDigit), let number = Int(bytes.text),
            (1...count).contains(number)
        else {
            throw BallotFileError(
                line: lastLine,
                Statement("blt-option-unknown", [.text("found", bytes.text), .number("options", count)]))
        }
        return number - 1
    }

    /// The error at the word read last.
    private func error(_ code: String) -> BallotFileError {
        BallotFileError(line: lastLine, Statement(code))
    }
}
