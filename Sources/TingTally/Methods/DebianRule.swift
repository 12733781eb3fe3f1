/// The vote counting of the Debian Constitution: Schwartz sequential dropping with a default option.
///
/// Options that too few prefer to the default option, or that miss their
/// majority ratio over it, are dropped before options are compared. Then the
/// weakest defeats within the Schwartz set are dropped together, until none is
/// left within it. The casting vote is no part of the count: where several
/// options remain they are all winners.
///
/// Appendix A names the winners only. The places below them are given by
/// counting again without the options already placed; options dropped by the
/// default option share the last place. That is an addition of ours.
///
/// - Source: Debian Constitution 1.2 to 1.7, A.6; 1.8 and 1.9, A.5.
public struct DebianRule: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "debian"
    /// What it uses.
    public static let settings: Set<Setting> = [.unranked, .defaultOption, .quorum, .majority]

    /// The option that says none of these; it is never dropped and has no ratio.
    public let defaultOption: Int
    /// How many ballots must prefer an option to the default option, at least; nil for no quorum.
    public let quorum: Surd?
    /// The ratio over the default option, by option; 1 where not listed.
    public let ratios: [Int: Fraction]
    /// Whether exactly the ratio is enough; more than the reverse is asked in any case.
    public let ratioComparison: Comparison
    /// What a ballot says of the options it leaves out; the constitution says they stand last.
    public let unranked: Unranked

    /// The rule for one vote.
    public init(
        defaultOption: Int, quorum: Surd? = nil, ratios: [Int: Fraction] = [:],
        ratioComparison: Comparison = .atLeast, unranked: Unranked = .last
    ) {
        self.defaultOption = defaultOption
        self.quorum = quorum
        self.ratios = ratios
        self.ratioComparison = ratioComparison
        self.unranked = unranked
    }

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` `default-option-needed`.
    public init(_ settings: CountingSettings) throws(TallyError) {
        guard let option = settings.defaultOption else {
            throw TallyError(Statement("default-option-needed", [.term("method", Self.name)]))
        }
        self.init(
            defaultOption: option, quorum: settings.quorum, ratios: settings.ratios,
            ratioComparison: settings.ratioComparison, unranked: settings.unranked)
    }

    /// Counts the ballots.
    ///
    /// The outcome is `passed` when one option other than the default wins,
    /// `failed` when the default wins, `noQuorum` when it wins because every other
    /// option lacked its quorum, `tied` when several are left to a casting vote.
    ///
    /// - Throws: ``TallyError`` `option-not-on-paper`, `default-option-has-ratio`, `ratio-not-positive`,
    ///   `arithmetic-overflow`.
    /// - Complexity: O(rows × options² + places × options⁴) at worst, for long cycles of different strengths.
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        try check(ballots.options)
        let matrix = ballots.pairwise(unranked: unranked, with: workers)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, unranked)
        transcript.add(
            Statement("default-option", [.text("option", ballots.options[defaultOption])]))
        let dropped = try drop(matrix, ballots, writing: &transcript)
        let left = ballots.options.indices.filter { option in
            !dropped.contains { $0.option == option }
        }
        let dropping = SequentialDropping(matrix: matrix, options: ballots.options, among: left)
        dropping.compare(matrix, among: left, writing: &transcript)
        var lines: Transcript? = Transcript()
        let winners = dropping.winners(among: left, writing: &lines)
        if let lines { transcript.add(lines) }
        transcript.close(winners, tied: winners.count > 1 ? winners : [], seats: 1, ballots.options)

        var ranking = [winners]
        var rest = left.filter { !winners.contains($0) }
        lines = nil
        while !rest.isEmpty {
            let group = dropping.winners(among: rest, writing: &lines)
            ranking.append(group)
            rest.removeAll(where: group.contains)
        }
        if !dropped.isEmpty { ranking.append(dropped.map(\.option)) }
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, winners: winners,
            ranking: ranking, dropped: dropped, outcome: outcome(winners, dropped, ballots.options.count),
            transcript: transcript)
    }

    /// Refuses a rule that does not fit the ballot paper.
    private func check(_ options: [String]) throws(TallyError) {
        for option in [defaultOption] + ratios.keys.sorted() where !options.indices.contains(option) {
            throw TallyError(Statement("option-not-on-paper", [.number("option", option)]))
        }
        guard ratios[defaultOption] == nil else {
            throw TallyError(
                Statement("default-option-has-ratio", [.text("option", options[defaultOption])]))
        }
        for (option, ratio) in ratios.sorted(by: { $0.key < $1.key }) where ratio.numerator <= 0 {
            throw TallyError(
                Statement(
                    "ratio-not-positive",
                    [.text("option", options[option]), .fraction("ratio", ratio)]))
        }
    }

    /// Drops the options that lack their quorum or their ratio over the default option.
    private func drop(
        _ matrix: PairwiseMatrix, _ ballots: RankedBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> [DroppedOption] {
        let options = ballots.options
        // The quorum is a number of votes, and the matrix may count parts of a vote.
        var quorum = quorum
        do {
            quorum = try quorum.map { votes throws(ArithmeticError) in try votes / Surd(ballots.unit) }
        } catch {
            throw TallyError(error)
        }
        var dropped: [DroppedOption] = []
        for option in options.indices where option != defaultOption {
            let votes = matrix[option, over: defaultOption]
            let against = matrix[defaultOption, over: option]
            let pair = [
                Fact.text("option", options[option]), .text("default", options[defaultOption]),
                .number("votes", votes), .number("against", against),
            ]
            if let quorum {
                let isMet = Surd(votes) >= quorum
                transcript.add(
                    Statement(
                        isMet ? "option-quorum-met" : "option-quorum-missed",
                        pair + [.surd("quorum", quorum)]))
                if !isMet {
                    dropped.append(DroppedOption(option: option, lack: .quorum))
                    continue
                }
            }
            let ratio = ratios[option] ?? Fraction(1)
            let isMet = try meetsRatio(votes, against, ratio, pair, writing: &transcript)
            if !isMet { dropped.append(DroppedOption(option: option, lack: .majority)) }
        }
        return dropped
    }

    /// Whether an option defeats the default option by its ratio.
    private func meetsRatio(
        _ votes: Int, _ against: Int, _ ratio: Fraction, _ pair: [Fact],
        writing transcript: inout Transcript
    ) throws(TallyError) -> Bool {
        let needed: Fraction
        do { needed = try ratio * Fraction(against) } catch { throw TallyError(error) }
        let isMet = ratioComparison.isMet(by: Fraction(votes), asking: needed) && votes > against
        let code =
            if isMet {
                "option-majority-met"
            } else if ratioComparison.isMet(by: Fraction(votes), asking: needed) {
                "option-not-above-default"
            } else {
                "option-majority-missed"
            }
        transcript.add(
            Statement(
                code,
                pair + [
                    .fraction("ratio", ratio), .fraction("needed", needed),
                    .term("comparison", ratioComparison.rawValue),
                ]))
        return isMet
    }

    /// How the vote ends.
    private func outcome(_ winners: [Int], _ dropped: [DroppedOption], _ count: Int) -> VoteOutcome {
        if winners.count > 1 { return .tied }
        if winners != [defaultOption] { return .passed }
        let lackQuorum = dropped.filter { $0.lack == .quorum }.count
        return count > 1 && lackQuorum == count - 1 ? .noQuorum : .failed
    }
}

extension DebianRule {
    /// The versions of the constitution that count in this way.
    public enum Constitution: String, CaseIterable, Hashable, Sendable {
        case v1_2 = "1.2"
        case v1_3 = "1.3"
        case v1_4 = "1.4"
        case v1_5 = "1.5"
        case v1_6 = "1.6"
        case v1_7 = "1.7"
        case v1_8 = "1.8"
        case v1_9 = "1.9"

        /// Whether exactly the ratio is enough: since version 1.6, ratified 2015-12-13.
        public var ratioComparison: Comparison {
            switch self {
            case .v1_2, .v1_3, .v1_4, .v1_5: .moreThan
            case .v1_6, .v1_7, .v1_8, .v1_9: .atLeast
            }
        }
    }
}
