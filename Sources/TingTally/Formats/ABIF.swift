/// The Aggregated Ballot Information Format: one line for each group of equal ballots.
///
/// Read are lines of metadata (`{"title": "..."}`), options (`=token:[Full name]`),
/// ballots (`12:A>B=C`, the count left out for a single ballot, full names in
/// brackets instead of tokens) and comments after `#`. Scores (`A/5,B/3`) are
/// refused for now. A line with a count and no option is that many ballots that
/// rank nothing.
///
/// - Source: electorama/abif; the metadata key `electorate` (how many could have voted) is ours.
public enum ABIF {
    /// Reads a whole file, or refuses it.
    ///
    /// Options that no line declares are taken in the order they appear; where
    /// any is declared, all must be.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        let lines = try BallotLines(text).lines
        var metadata = ABIFMetadata()
        var names = ABIFNames()
        var ballotLines: [BallotLines.Line] = []
        for line in lines {
            let rest = line.bytes.trimmed
            switch rest.first {
            case nil, UInt8(ascii: "#"): continue
            case UInt8(ascii: "{"): try metadata.read(rest, line: line.number)
            case UInt8(ascii: "="): try names.declare(rest, line: line.number)
            default: ballotLines.append(line)
            }
        }
        if names.tokens.isEmpty {
            for line in ballotLines { try names.collect(ABIFBallotLine(line)) }
        }
        guard !names.tokens.isEmpty else {
            throw BallotFileError(line: max(1, lines.count), Statement("ballot-file-empty"))
        }
        var ballots: RankedBallots
        do { ballots = try RankedBallots(options: names.names) } catch {
            throw BallotFileError(line: names.lastLine, error.statement)
        }
        var rowLines: [Int] = []
        for line in ballotLines {
            let ballot = try ABIFBallotLine(line)
            if metadata.ballotType == "choose_one", ballot.places.count != 1 {
                throw BallotFileError(line: line.number, Statement("one-choice-each"))
            }
            var order: [(option: Int, rank: UInt8)] = []
            order.reserveCapacity(ballot.places.count)
            for place in ballot.places {
                order.append((try names.index(of: place, line: line.number), place.rank))
            }
            do { try ballots.append(order, weight: ballot.count) } catch {
                throw BallotFileError(line: line.number, error.statement)
            }
            rowLines.append(line.number)
        }
        try metadata.check(total: ballots.total)
        return BallotFile(
            title: metadata.title, tokens: names.tokens, ballots: .ranked(ballots), seats: nil, withdrawn: [],
            electorate: metadata.electorate?.value, rowLines: rowLines)
    }
}

/// The options of an ABIF file: their tokens, their full names, and how to find them.
private struct ABIFNames {
    var tokens: [String] = []
    var names: [String] = []
    var lastLine = 1
    private var byToken: [String: Int] = [:]
    private var byName: [String: Int] = [:]

    /// Reads `=token:[Full name]`; the name may stand without brackets too.
    mutating func declare(_ bytes: ArraySlice<UInt8>, line: Int) throws(BallotFileError) {
        var cursor = ABIFCursor(bytes: bytes.dropFirst(), line: line)
        let token = try cursor.option()
        guard cursor.next() == UInt8(ascii: ":") else {
            throw BallotFileError(line: line, Statement("option-line-unreadable"))
        }
        cursor.step()
        let rest = cursor.rest.trimmed
        let isBracketed = rest.first == UInt8(ascii: "[") && rest.last == UInt8(ascii: "]") && rest.count > 1
        let name = (isBracketed ? rest.dropFirst().dropLast() : rest).trimmed.text
        try add(token: token.text, name: name.isEmpty ? token.text : name, line: line)
    }

    /// Takes the options of a ballot line that are not known yet.
    mutating func collect(_ ballot: ABIFBallotLine) throws(BallotFileError) {
        for place in ballot.places where byToken[place.text] == nil {
            try add(token: place.text, name: place.text, line: ballot.line)
        }
    }

    /// The option that a ballot line means.
    func index(of place: ABIFBallotLine.Place, line: Int) throws(BallotFileError) -> Int {
        if let index = byToken[place.text] ?? byName[place.text] { return index }
        throw BallotFileError(line: line, .unknownOption(place.text, among: tokens))
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
