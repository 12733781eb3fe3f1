/// Equal ballots added up, in an order of their own: most first, then by text.
///
/// Nothing is left of the order in which ballots came in.
struct GroupedBallots {
    /// A ballot as it is written, and its weight in votes.
    struct Group {
        let ballot: String
        let votes: Fraction
    }

    let groups: [Group]
    /// All ballots together, in votes.
    let total: Fraction

    /// Groups rankings.
    ///
    /// - Parameter write: Writes a ranking, groups of equals, best first.
    init(_ ballots: RankedBallots, write: ([[Int]]) -> String) throws(TallyError) {
        var weights: [[UInt8]: Int] = [:]
        for row in 0..<ballots.rowCount {
            let ranks = ballots.options.indices.map { ballots.rank(ofRow: row, option: $0) }
            weights[ranks, default: 0] += ballots.weight(ofRow: row)  // at most the checked total
        }
        var texts: [(String, Int)] = []
        for (ranks, weight) in weights {
            var groups: [[Int]] = []
            for (option, rank) in ranks.enumerated() where rank != RankedBallots.unranked {
                while groups.count <= Int(rank) { groups.append([]) }
                groups[Int(rank)].append(option)
            }
            texts.append((write(groups), weight))
        }
        try self.init(texts, total: ballots.total, unit: ballots.unit)
    }

    /// Groups scores.
    ///
    /// - Parameter write: Writes the score of every option; nil where there is none.
    init(_ ballots: ScoredBallots, write: ([Int?]) -> String) throws(TallyError) {
        var weights: [[Int?]: Int] = [:]
        for row in 0..<ballots.rowCount {
            let scores = ballots.options.indices.map { ballots.score(ofRow: row, option: $0) }
            weights[scores, default: 0] += ballots.weight(ofRow: row)  // at most the checked total
        }
        try self.init(
            weights.map { (write($0.key), $0.value) }, total: ballots.total, unit: ballots.unit)
    }

    private init(_ texts: [(String, Int)], total: Int, unit: Fraction) throws(TallyError) {
        let sorted = texts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        var groups: [Group] = []
        do throws(ArithmeticError) {
            for (ballot, weight) in sorted {
                groups.append(Group(ballot: ballot, votes: try Fraction(weight) * unit))
            }
            self.total = try Fraction(total) * unit
        } catch {
            throw TallyError(error)
        }
        self.groups = groups
    }

    /// Refuses weights that a format of whole counts cannot hold.
    func checkWhole() throws(TallyError) {
        guard groups.allSatisfy(\.votes.isWhole) else { throw TallyError(Statement("weights-not-written")) }
    }
}

extension RankedBallots {
    /// Refuses ballots that skip a rank, which a format cannot hold.
    func checkNoSkippedRanks() throws(TallyError) {
        guard !hasSkippedRanks else { throw TallyError(Statement("skipped-ranks-not-written")) }
    }
}

extension String {
    /// A name without what would end it early in a line: some characters as others, control characters as
    /// spaces.
    func written(_ replaced: [Unicode.Scalar: Unicode.Scalar] = [:]) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            scalars.append(replaced[scalar] ?? (scalar.properties.generalCategory == .control ? " " : scalar))
        }
        return String(scalars)
    }
}
