/// A ballot file that was read: the options and every ballot, or nothing.
public struct BallotFile: Hashable, Sendable {
    /// What was voted on, where the file says so.
    public let title: String?
    /// The short names of the options, in the order of the ballot paper: the tokens of an ABIF file, the
    /// numbers of a BLT file.
    public let tokens: [String]
    /// The ballots; their options are the full names, in the order of ``tokens``.
    public let ballots: Ballots
    /// How many are to be elected, where the file says so.
    public let seats: Int?
    /// The names of options that were withdrawn, and taken out of every ballot.
    public let withdrawn: [String]
    /// How many could have voted, where the file says so.
    public let electorate: Int?
    /// What the options cost and how much there is to spend, where the file says so.
    public let budget: Budget?
    /// The line on which each row of the ballots stands.
    let rowLines: [Int]

    /// Makes what was read.
    init(
        title: String?, tokens: [String], ballots: Ballots, seats: Int? = nil, withdrawn: [String] = [],
        electorate: Int? = nil, budget: Budget? = nil, rowLines: [Int]
    ) {
        self.title = title
        self.tokens = tokens
        self.ballots = ballots
        self.seats = seats
        self.withdrawn = withdrawn
        self.electorate = electorate
        self.budget = budget
        self.rowLines = rowLines
    }

    /// The option with this token or, failing that, this full name.
    ///
    /// - Throws: ``TallyError`` `option-unknown` or `option-unknown-near`.
    public func index(ofOption name: String) throws(TallyError) -> Int {
        if let index = tokens.firstIndex(of: name) ?? ballots.options.firstIndex(of: name) {
            return index
        }
        let known = tokens == ballots.options ? tokens : tokens + ballots.options
        throw TallyError(.unknownOption(name, among: known))
    }

    /// Reads a ballot file of any format: Pabulib when it begins with META, BLT with two numbers, else ABIF.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        for line in try BallotLines(text).lines {
            guard let first = line.bytes.first(where: { $0 != .space && $0 != .tab }) else { continue }
            if first == UInt8(ascii: "#") { continue }
            if Pabulib.begins(line.bytes) { return try Pabulib.read(text) }
            let words = line.bytes.prefix { $0 != UInt8(ascii: "#") }.split { $0 == .space || $0 == .tab }
            let isNumbers = words.joined().allSatisfy(\.isDigit)
            return isNumbers && words.count == 2 ? try BLT.read(text) : try ABIF.read(text)
        }
        throw BallotFileError(line: 1, Statement("ballot-file-empty"))
    }
}

/// Why a ballot file is refused; no ballot of such a file is counted.
public struct BallotFileError: Error, Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The sentence for a person.
    public let statement: Statement

    /// Makes the error.
    public init(line: Int, _ statement: Statement) {
        self.line = line
        self.statement = statement
    }
}
