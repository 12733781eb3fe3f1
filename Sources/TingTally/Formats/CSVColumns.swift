/// What the columns of a CSV file hold, judged by the header alone.
///
/// - A column named `count` or `weight` says how much a row weighs.
/// - A column is passed over when it has no name or is named `#`, `id`, `ballot`, `ballot #`,
///   `ballot id`, `ballot number`, `ballot style`, `batch`, `cast vote record`, `cvr id`,
///   `precinct`, `timestamp`, `voter` or `voter id`.
/// - A column is a rank when it is named by a number alone (`1`), an ordinal alone (`1st`), an
///   ordinal before one of `choice`, `preference` and `rank` (`1st choice`, `First preference`),
///   or one of these and `pref` before a number, together or apart (`rank1`, `Choice 2`), whatever
///   else stands around (`For Mayor Choice 1 (45)`). The ranks of a file are 1, 2, 3 and so on.
/// - Every other column is an option.
///
/// Capital and small letters are alike. A file has columns of options or columns of
/// ranks; one with both is refused.
struct CSVColumns {
    /// The columns of options with their names, in order; empty where there are columns of ranks.
    private(set) var options: [(column: Int, name: String)] = []
    /// The columns of the first rank, the second and so on.
    private(set) var ranks: [Int] = []
    /// The column of weights.
    private(set) var weight: Int?
    /// How many columns there are.
    let count: Int

    private static let ignored: Set<String> = [
        "", "#", "id", "ballot", "ballot #", "ballot id", "ballot number", "ballot style", "batch",
        "cast vote record", "cvr id", "precinct", "timestamp", "voter", "voter id",
    ]
    private static let rankWords: Set<String> = ["choice", "preference", "pref", "rank"]
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]

    /// Judges a header.
    ///
    /// - Throws: ``BallotFileError`` `csv-weight-column-twice`, `csv-rank-column-twice`,
    ///   `csv-rank-column-missing`, `csv-column-unknown`, `csv-no-options`.
    init(_ header: [String], line: Int) throws(BallotFileError) {
        count = header.count
        var byRank: [Int: Int] = [:]
        for (column, name) in header.enumerated() {
            let plain = name.lowercased()
            if plain == "count" || plain == "weight" {
                guard weight == nil else {
                    throw BallotFileError(line: line, Statement("csv-weight-column-twice"))
                }
                weight = column
            } else if let rank = Self.rank(plain) {
                guard byRank.updateValue(column, forKey: rank) == nil else {
                    throw BallotFileError(
                        line: line, Statement("csv-rank-column-twice", [.number("rank", rank)]))
                }
            } else if !Self.ignored.contains(plain) {
                options.append((column, name))
            }
        }
        if let option = options.first, !byRank.isEmpty {
            throw BallotFileError(
                line: line, Statement("csv-column-unknown", [.text("column", option.name)]))
        }
        for rank in 1...max(1, byRank.count) where !byRank.isEmpty {
            guard let column = byRank[rank] else {
                throw BallotFileError(
                    line: line, Statement("csv-rank-column-missing", [.number("rank", rank)]))
            }
            ranks.append(column)
        }
        guard !options.isEmpty || !ranks.isEmpty else {
            throw BallotFileError(line: line, Statement("csv-no-options"))
        }
    }

    /// Whether a column of this name is none of an option.
    static func isTaken(_ name: String) -> Bool {
        let plain = name.lowercased()
        return plain == "count" || plain == "weight" || ignored.contains(plain) || rank(plain) != nil
    }

    /// The rank that a column is named after, from 1; nil for any other name.
    static func rank(_ name: String) -> Int? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.count == 1, let rank = number(name) ?? ordinal(words[0]) { return rank }
        for (place, word) in words.enumerated() {
            let next = place + 1 < words.count ? words[place + 1] : ""
            if rankWords.contains(word), let rank = number(next) { return rank }
            if next != "pref", rankWords.contains(next),
                let rank = ordinal(word) ?? ordinals.firstIndex(of: word).map({ $0 + 1 })
            {
                return rank
            }
            for start in rankWords where word.hasPrefix(start) {
                if let rank = number(String(word.dropFirst(start.count))) { return rank }
            }
        }
        return nil
    }

    /// A number from 1 to the most ranks.
    private static func number(_ text: String) -> Int? {
        guard text.utf8.count <= 3, text.utf8.allSatisfy(\.isDigit), let number = Int(text),
            (1...RankedBallots.mostRanks).contains(number)
        else { return nil }
        return number
    }

    /// `1st`, `2nd`, `3rd`, `4th`.
    private static func ordinal(_ word: String) -> Int? {
        guard ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) else { return nil }
        return number(String(word.dropLast(2)))
    }
}
