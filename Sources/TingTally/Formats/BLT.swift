/// The BLT format of STV programs: numbers of options and seats, ballots ended by 0, quoted names.
///
/// ```
/// 3 1
/// -2
/// 4 1 3 0
/// 2.5 3=1 0
/// (paper 17) 2 - 3 0
/// 0
/// "Ada" "Bo" "Cy"
/// "Chair"
/// ```
/// A negative number withdraws an option: it is taken out of every ballot. A
/// `#` begins a comment. A ballot begins with its weight, a whole number, a
/// decimal or a fraction such as `5/2`; or with an identifier in parentheses, and
/// then it weighs 1. It may rank equally (`3=1`), skip a rank (`-`), or rank
/// nothing. Line ends only separate words.
///
/// - Source: Hill, Wichmann and Woodall 1987 (the input of algorithm 123), as OpenSTV and Droop read it.
public enum BLT {
    /// Reads a whole file, or refuses it.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        try read(BallotBytes(Array(text.utf8)))
    }

    /// Reads bytes that were looked at.
    static func read(_ text: BallotBytes) throws(BallotFileError) -> BallotFile {
        var words = BLTWords(text)
        let (count, seats) = try words.header()
        let withdrawn = try words.withdrawn(among: count)
        // The names stand after the ballots: these are walked over once to get there, and again to be added.
        let start = BLTBallots(words, options: count, withdrawn: withdrawn)
        var walk = start
        var weights = BallotWeight()
        var identifiers: Set<ArraySlice<UInt8>> = []
        while try walk.next() {
            if let weight = walk.weight { try weights.note(text, weight, line: walk.line) }
            if let identifier = walk.identifier, !identifiers.insert(text.bytes[identifier]).inserted {
                throw BallotFileError(
                    line: walk.line,
                    Statement("blt-identifier-twice", [.text("identifier", text.text(identifier))]))
            }
        }
        words = walk.words
        let names = try words.names(count: count)
        let title = try words.title()
        let standing = (0..<count).filter { !withdrawn.contains($0) }
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: standing.map { names[$0] }, unit: weights.unit) } catch {
            throw BallotFileError(line: words.lastLine, error.statement)
        }
        var rows = RowLines()
        var row = BallotRow(options: standing.count)
        walk = start
        while try walk.next() {
            for (option, rank) in walk.order { _ = row.place(option, at: rank) }
            let weight = try walk.weight.map { (range) throws(BallotFileError) in
                try weights.weight(text, range, line: walk.line)
            }
            try row.end(in: &ballots, weight: weight ?? weights.units, line: walk.line)
            rows.append(walk.line)
        }
        return BallotFile(
            title: title, tokens: standing.map { String($0 + 1) }, ballots: .ranked(ballots), seats: seats,
            withdrawn: withdrawn.map { names[$0] }, rowLines: rows)
    }
}

/// Walks over the ballots of a BLT file; one value serves for all of them.
private struct BLTBallots {
    /// The words; after the last ballot, those after the 0 that ends them.
    private(set) var words: BLTWords
    /// The line on which the ballot begins.
    private(set) var line = 0
    /// Where its weight stands; nil when an identifier stands there.
    private(set) var weight: Range<Int>?
    /// Where its identifier stands, without the parentheses.
    private(set) var identifier: Range<Int>?
    /// The options that were not withdrawn, numbered without those that were, and their ranks.
    private(set) var order: [(option: Int, rank: Int)] = []
    /// The new number of every option; nil for one that was withdrawn.
    private let numbers: [Int?]
    /// The last ballot that named an option.
    private var seen: [Int]
    private var ballot = 0

    init(_ words: BLTWords, options: Int, withdrawn: [Int]) {
        self.words = words
        var next = 0
        numbers = (0..<options).map { option in
            if withdrawn.contains(option) { return nil }
            next += 1
            return next - 1
        }
        seen = Array(repeating: 0, count: options)
    }

    /// Reads the next ballot; false at the 0 that ends them.
    mutating func next() throws(BallotFileError) -> Bool {
        guard let first = try words.next(), first.form != .quoted else {
            throw words.error("blt-end-of-ballots-expected")
        }
        if words.isZero(first) { return false }
        line = first.line
        weight = first.form == .plain ? first.range : nil
        identifier = first.form == .identifier ? first.range : nil
        if let weight, BallotWeight.whole(words.text, weight) == nil {
            var check = BallotWeight()
            try check.note(words.text, weight, line: line)
        }
        order.removeAll(keepingCapacity: true)
        ballot += 1
        var rank = 0
        while true {
            if let number = words.number() {
                if try place(number, at: rank) { rank += 1 }
                continue
            }
            guard let word = try words.next(), word.form == .plain else {
                throw words.error("blt-end-of-ballot-expected")
            }
            if words.isZero(word) { return true }
            if words.isSkip(word) {
                rank += 1
            } else if try place(word, at: rank) {
                // A place that only withdrawn options held is closed up.
                rank += 1
            }
            guard rank <= RankedBallots.mostRanks else {
                throw BallotFileError(
                    line: words.lastLine,
                    Statement("too-many-ranks", [.number("most", RankedBallots.mostRanks)]))
            }
        }
    }

    /// Takes one option, or several joined by `=`.
    ///
    /// - Returns: whether any of them was not withdrawn.
    private mutating func place(_ word: BLTWords.Word, at rank: Int) throws(BallotFileError) -> Bool {
        var isTaken = false
        var start = word.range.lowerBound
        while true {
            var end = start
            while end < word.range.upperBound, words.text[end] != UInt8(ascii: "=") { end += 1 }
            let isHere = try place(try words.option(start..<end, among: seen.count) + 1, at: rank)
            isTaken = isTaken || isHere
            if end == word.range.upperBound { return isTaken }
            start = end + 1
        }
    }

    /// Takes one option by its number, from 1.
    ///
    /// - Returns: whether it was not withdrawn.
    @inline(__always)
    private mutating func place(_ number: Int, at rank: Int) throws(BallotFileError) -> Bool {
        guard number <= seen.count else {
            throw BallotFileError(
                line: words.lastLine,
                Statement(
                    "blt-option-unknown", [.text("found", String(number)), .number("options", seen.count)]))
        }
        guard seen[number - 1] != ballot else {
            throw BallotFileError(
                line: words.lastLine, Statement("option-ranked-twice", [.text("option", String(number))]))
        }
        seen[number - 1] = ballot
        guard let option = numbers[number - 1] else { return false }
        order.append((option, rank))
        return true
    }
}
