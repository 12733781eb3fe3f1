/// Reads the words of a BLT file from first to last; line ends only serve to say where a mistake is.
struct BLTWords {
    /// What a word is.
    enum Form {
        /// Digits, signs, anything without blanks.
        case plain
        /// Text between quotation marks.
        case quoted
        /// Text between parentheses.
        case identifier
    }

    /// A word: where it stands, without its marks.
    struct Word {
        let range: Range<Int>
        let form: Form
        let line: Int
    }

    let text: BallotBytes
    /// The line of the word read last.
    private(set) var lastLine = 1
    private var place: Int
    private var line = 1

    init(_ text: BallotBytes) {
        self.text = text
        place = text.start
    }

    /// Takes the next word; nil at the end.
    mutating func next() throws(BallotFileError) -> Word? {
        while place < text.bytes.count {
            let first = text.bytes[place]
            if first.isBlank {
                place += 1
            } else if first == .lineFeed {
                place += 1
                line += 1
            } else if first == UInt8(ascii: "#") {
                place = text.lineEnd(from: place)
            } else {
                lastLine = line
                switch first {
                case UInt8(ascii: "\""):
                    return try enclosed(.quoted, upTo: UInt8(ascii: "\""), "quotation-not-closed")
                case UInt8(ascii: "("):
                    return try enclosed(.identifier, upTo: UInt8(ascii: ")"), "parenthesis-not-closed")
                default:
                    let start = place
                    while !text[place].isBlank, text[place] != .lineFeed, text[place] != UInt8(ascii: "\"") {
                        place += 1
                    }
                    return Word(range: start..<place, form: .plain, line: line)
                }
            }
        }
        return nil
    }

    /// Takes a number of at most 4 digits after spaces in the same line, and with a space after it; nil for
    /// anything else, which ``next()`` takes.
    @inline(__always)
    mutating func number() -> Int? {
        guard place < text.bytes.count else { return nil }
        var at = place
        while text[at] == .space { at += 1 }
        let start = at
        var number = 0
        while text[at].isDigit {
            number = number &* 10 &+ Int(text[at] &- UInt8(ascii: "0"))
            at += 1
        }
        guard at > start, at - start <= 4, text[at] == .space, number > 0 else { return nil }
        (place, lastLine) = (at, line)
        return number
    }

    /// Takes text up to a closing mark in the same line.
    private mutating func enclosed(
        _ form: Form, upTo mark: UInt8, _ code: String
    ) throws(BallotFileError) -> Word {
        let start = place + 1
        var end = start
        while text[end] != mark {
            guard text[end] != .lineFeed else { throw BallotFileError(line: line, Statement(code)) }
            end += 1
        }
        place = end + 1
        return Word(range: text.trimmed(start..<end), form: form, line: line)
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
        while true {
            let before = self
            guard let word = try next(), word.form == .plain, text[word.range.lowerBound] == UInt8(ascii: "-")
            else {
                self = before
                return found.sorted()
            }
            let option = try option(
                (word.range.lowerBound + 1)..<word.range.upperBound, among: count)
            guard !found.contains(option) else { throw error("withdrawn-twice") }
            found.append(option)
        }
    }

    /// The names, one an option.
    mutating func names(count: Int) throws(BallotFileError) -> [String] {
        var names: [String] = []
        while names.count < count {
            guard let word = try next(), word.form == .quoted else {
                throw BallotFileError(
                    line: lastLine,
                    Statement(
                        "blt-names-expected", [.number("needed", count), .number("found", names.count)]))
            }
            let name = text.text(word.range)
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
        guard let word = try next() else { return nil }
        guard word.form == .quoted, try next() == nil else { throw error("blt-text-after-end") }
        let title = text.text(word.range)
        return title.isEmpty ? nil : title
    }

    /// Whether a word is the 0 that ends a list.
    func isZero(_ word: Word) -> Bool {
        word.form == .plain && word.range.count == 1 && text[word.range.lowerBound] == UInt8(ascii: "0")
    }

    /// Whether a word is the `-` of a rank that was skipped.
    func isSkip(_ word: Word) -> Bool {
        word.range.count == 1 && text[word.range.lowerBound] == UInt8(ascii: "-")
    }

    /// The option with this number on the ballot paper, from 0.
    func option(_ range: Range<Int>, among count: Int) throws(BallotFileError) -> Int {
        guard let number = BallotWeight.whole(text, range), number <= count else {
            throw BallotFileError(
                line: lastLine,
                Statement(
                    "blt-option-unknown", [.text("found", text.text(range)), .number("options", count)]))
        }
        return number - 1
    }

    /// The error at the word read last.
    func error(_ code: String) -> BallotFileError {
        BallotFileError(line: lastLine, Statement(code))
    }

    /// Takes a whole number.
    private mutating func number(_ code: String) throws(BallotFileError) -> Int {
        guard let word = try next(), word.form == .plain,
            let number = Int(text.text(word.range)), text[word.range.lowerBound].isDigit
        else { throw error(code) }
        return number
    }
}
