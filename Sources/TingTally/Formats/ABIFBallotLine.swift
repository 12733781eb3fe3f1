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
    /// How many ballots it stands for, in units of the weights.
    private(set) var count = 0
    /// The options it names, in order.
    private(set) var places: [Place] = []
    /// Whether it has a comma between options.
    private(set) var hasComma = false
    /// Whether reading ended at an option that is not known.
    private(set) var hasMetUnknown = false
    private let text: BallotBytes
    private let weights: BallotWeight
    /// Where the next line begins.
    var place: Int

    init(_ text: BallotBytes, _ weights: BallotWeight) {
        self.text = text
        self.weights = weights
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
        if text[end] == UInt8(ascii: ":"), weights.units == 1,
            let whole = BallotWeight.whole(text, place..<end)
        {
            count = whole
            place = end + 1
            return
        }
        while text[end] != UInt8(ascii: ":") {
            if text[end] == UInt8(ascii: "[") || text[end] == UInt8(ascii: "#") || text[end] == .lineFeed {
                count = weights.units
                return
            }
            end += 1
        }
        count = try weights.weight(text, text.trimmed(place..<end), line: line)
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
