/// The Aggregated Ballot Information Format: one line for each group of equal ballots.
///
/// Read are lines of metadata (`{"title": "..."}`), options (`=token:[Full name]`),
/// ballots and comments after `#`. A ballot line is a count (left out for a single
/// ballot), a colon, and options by token or by full name in brackets:
///
/// ```
/// 12:A>B=C         ranked: > better than, = equal
/// 5/2:A>B          two ballots and a half, written 2.5 too
/// 7:A/5,B/2        rated: a whole score after a slash
/// 7:A/5>B/2=C/2    rated too: the order repeats what the scores say, and must agree
/// 3:               three ballots that name nothing
/// ```
/// Ballots are rated where the metadata say so (`ballot_type` `rated`), or where
/// they say nothing and the first ballot that names anything has scores. Every option
/// of a rated ballot has a score, and no option of any other ballot has one.
///
/// - Source: electorama/abif, draft 1; the metadata key `electorate` (how many could have voted) and counts
///   that are parts of ballots are ours.
public enum ABIF {
    /// Reads a whole file, or refuses it.
    ///
    /// Options that no line declares are taken in the order they appear; where
    /// any is declared, all must be.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        try read(BallotBytes(Array(text.utf8)))
    }

    /// Reads bytes that were looked at.
    static func read(_ text: BallotBytes) throws(BallotFileError) -> BallotFile {
        var reader = ABIFReader(text)
        try reader.readHead()
        if !reader.names.isDeclared { try reader.collectNames() }
        do {
            return try reader.file()
        } catch {
            // A long file without declarations was looked through only so far: an option came later.
            guard reader.hasMetUnknown else { throw error }
            try reader.collectNames(within: .max)
            return try reader.file()
        }
    }
}

/// Reads an ABIF file: first what stands around the ballots, then the ballots.
private struct ABIFReader {
    let text: BallotBytes
    var metadata = ABIFMetadata()
    var names = ABIFNames()
    /// The unit in which every count of the file is whole.
    var weights = BallotWeight()
    /// Whether the walk over the ballots met an option that was neither declared nor collected.
    var hasMetUnknown = false

    init(_ text: BallotBytes) {
        self.text = text
    }

    /// Reads the metadata and the declared options, wherever they stand.
    mutating func readHead() throws(BallotFileError) {
        var place = text.start
        var line = 0
        while place < text.bytes.count {
            line += 1
            let first = text.skippingBlanks(from: place)
            let end = text.lineEnd(from: first)
            switch text[first] {
            case UInt8(ascii: "{"): try metadata.read(text.bytes[text.trimmed(first..<end)], line: line)
            case UInt8(ascii: "="): try names.declare(text, first..<end, line: line)
            default: noteCount(first..<end)
            }
            place = end + 1
        }
        names.endDeclaring()
    }

    /// Notes a count that is no whole number; what cannot be read is said when its ballots are.
    @inline(__always)
    private mutating func noteCount(_ line: Range<Int>) {
        var end = line.lowerBound
        while text[end].isDigit { end += 1 }
        guard text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "/") else { return }
        while text[end].isDigit || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "/") {
            end += 1
        }
        guard text[text.skippingBlanks(from: end)] == UInt8(ascii: ":") else { return }
        try? weights.note(text, line.lowerBound..<end, line: 1)
    }

    /// Takes the options in the order in which the ballots name them.
    ///
    /// - Parameter most: How many lines are looked through; more when those name no option.
    mutating func collectNames(within most: Int = 1000) throws(BallotFileError) {
        names.isCollecting = true
        defer { names.isCollecting = false }
        var walk = ABIFBallotLine(text, weights)
        while walk.line < most || names.tokens.isEmpty {
            guard try walk.next(&names) else { break }
        }
        guard !names.tokens.isEmpty else {
            throw BallotFileError(line: max(1, text.lineCount), Statement("ballot-file-empty"))
        }
    }

    /// Reads the ballots, and checks what the metadata say of them.
    mutating func file() throws(BallotFileError) -> BallotFile {
        let isRated = metadata.ballotType.map { $0 == "rated" } ?? hasScoresFirst()
        var rows = RowLines()
        let ballots = isRated ? try rated(&rows) : try ranked(&rows)
        try metadata.check(total: ballots.total, unit: ballots.unit)
        return BallotFile(
            title: metadata.title, tokens: names.tokens, ballots: ballots,
            electorate: metadata.electorate?.value, rowLines: rows)
    }

    private mutating func ranked(_ rows: inout RowLines) throws(BallotFileError) -> Ballots {
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: names.names, unit: weights.unit) } catch {
            throw BallotFileError(line: names.lastLine, error.statement)
        }
        var walk = ABIFBallotLine(text, weights)
        var row = BallotRow(options: names.names.count)
        let choosesOne = metadata.ballotType == "choose_one"
        let plain = PlainRankings(names)
        while true {
            // Plain lines have whole counts, which are ballots only where the unit is one.
            if !choosesOne, weights.units == 1 {
                try plain.read(text, from: &walk.place, line: &walk.line, row: &row, into: &ballots, &rows)
            }
            guard try next(&walk) else { break }
            if choosesOne, walk.places.count != 1 {
                throw BallotFileError(line: walk.line, Statement("one-choice-each"))
            }
            for index in walk.places.indices {
                let place = walk.places[index]
                if place.score != nil {
                    throw BallotFileError(line: walk.line, Statement("ballot-score-unexpected"))
                }
                guard row.place(place.option, at: place.rank) else {
                    throw BallotFileError(
                        line: walk.line,
                        Statement("option-ranked-twice", [.text("option", names.names[place.option])]))
                }
            }
            try row.end(in: &ballots, weight: walk.count, line: walk.line)
            rows.append(walk.line)
        }
        return .ranked(ballots)
    }

    private mutating func rated(_ rows: inout RowLines) throws(BallotFileError) -> Ballots {
        var ballots: ScoredBallots
        do { ballots = try ScoredBallots(options: names.names, unit: weights.unit) } catch {
            throw BallotFileError(line: names.lastLine, error.statement)
        }
        var walk = ABIFBallotLine(text, weights)
        var scores: [(option: Int, score: Int)] = []
        while try next(&walk) {
            scores.removeAll(keepingCapacity: true)
            for place in walk.places {
                guard let score = place.score else {
                    throw BallotFileError(
                        line: walk.line,
                        Statement("ballot-score-expected", [.text("option", names.names[place.option])]))
                }
                scores.append((place.option, score))
            }
            do { try ballots.append(scores: scores, weight: walk.count) } catch {
                throw BallotFileError(line: walk.line, error.statement)
            }
            rows.append(walk.line)
        }
        return .scored(ballots)
    }

    private mutating func next(_ walk: inout ABIFBallotLine) throws(BallotFileError) -> Bool {
        do { return try walk.next(&names) } catch {
            hasMetUnknown = walk.hasMetUnknown && !names.isDeclared
            throw error
        }
    }

    /// Whether the first ballot that names anything gives scores.
    private mutating func hasScoresFirst() -> Bool {
        var walk = ABIFBallotLine(text, weights)
        while (try? walk.next(&names)) == true {
            if !walk.places.isEmpty { return walk.places[0].score != nil || walk.hasComma }
        }
        return walk.places.first?.score != nil || walk.hasComma
    }
}
