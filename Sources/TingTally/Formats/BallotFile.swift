/// A ballot file that was read: the options and every ballot, or nothing.
public struct BallotFile: Hashable, Sendable {
    /// What was voted on, where the file says so.
    public let title: String?
    /// The short names of the options, in the order of the ballot paper: the tokens of an ABIF file, the
    /// numbers of a BLT or PrefLib file, else the names themselves.
    public let tokens: [String]
    /// The ballots; their options are the full names, in the order of ``tokens``.
    public let ballots: Ballots
    /// How many are to be elected, where the file says so.
    public let seats: Int?
    /// The names of options that were withdrawn, and taken out of every ballot.
    public let withdrawn: [String]
    /// How many could have voted, where the file says so.
    public let electorate: Int?
    /// Whether programs know the options by their short names rather than by their full ones.
    public let isKnownByTokens: Bool
    /// The variant of a method that the file asks for, by the method's name.
    public let variants: [String: String]
    /// What the options cost and how much there is to spend, where the file says so.
    public let budget: Budget?
    /// The line on which each row of the ballots stands.
    let rowLines: RowLines

    /// Makes what was read.
    init(
        title: String?, tokens: [String], ballots: Ballots, seats: Int? = nil, withdrawn: [String] = [],
        electorate: Int? = nil, budget: Budget? = nil, isKnownByTokens: Bool = false,
        variants: [String: String] = [:], rowLines: RowLines
    ) {
        self.title = title
        self.tokens = tokens
        self.ballots = ballots
        self.seats = seats
        self.withdrawn = withdrawn
        self.electorate = electorate
        self.budget = budget
        self.isKnownByTokens = isKnownByTokens
        self.variants = variants
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
}
