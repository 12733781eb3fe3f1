/// Instant runoff among the options of a circle: the one with the fewest first choices goes, again and again.
///
/// When several have the fewest, and even together fewer than any other, they
/// go together: no order among them could matter. Any other tie is put to the
/// ways of breaking ties; where they leave it, the elimination of each is
/// followed, and every option that one of them elects is a winner. So many are
/// followed at most; beyond that there is no answer.
struct CycleRunoff {
    /// How many eliminations of one of several tied options are followed at most.
    static let mostFollowed = 2_000

    private let ballots: RankedBallots
    private let beats: Beats
    private let ties: TieBreaking
    /// Whether the smallest set that beats all others is found again after each elimination.
    private let narrows: Bool
    private var followed = 0
    /// Whether the rounds before can decide a tie.
    private let looksBack: Bool
    /// The winners found already; not used where they depend on the rounds before.
    private var known: [OptionSet256: OptionSet256] = [:]

    /// A runoff over these ballots.
    init(_ ballots: RankedBallots, _ beats: Beats, ties: TieBreaking, narrows: Bool) {
        self.ballots = ballots
        self.beats = beats
        self.ties = ties
        self.narrows = narrows
        looksBack = TieBreak.Direction.allCases.contains { ties.ways.contains(.earlierRounds($0)) }
    }

    /// Begins anew to follow ties: as many are followed for each question.
    mutating func follow() { followed = 0 }

    /// The winners among some options; several where a tie on the way decides and is left.
    ///
    /// - Parameters:
    ///   - history: The votes of every option in the rounds before.
    ///   - transcript: Gets every round; nil writes nothing.
    /// - Returns: Nil when more ties would have to be followed than are.
    /// - Throws: As ``FirstChoices``.
    mutating func winners(
        among given: OptionSet256, after history: [[Int]] = [], writing transcript: inout Transcript?
    ) throws(TallyError) -> OptionSet256? {
        var set = given
        if narrows {
            set = beats.smithSet(among: given)
            if set != given { transcript?.add(named("smith-set", set)) }
        }
        if set.count == 1 { return set }
        if !looksBack, let winners = known[set] {
            transcript?.add(named("runoff-known", winners))
            return winners
        }
        let options = set.options
        let choices = try FirstChoices(of: ballots, among: options)
        write(options, choices, round: history.count + 1, to: &transcript)
        let history = history + [try whole(choices.votes, options)]
        let losers = losers(options, choices, history.dropLast(), writing: &transcript)
        var winners = OptionSet256()
        if losers.areTied {
            transcript?.add(named("runoff-tie-followed", OptionSet256(losers.options)))
            for loser in losers.options {
                followed += 1
                guard followed <= Self.mostFollowed else { return nil }
                var lines = transcript.map { _ in Transcript() }
                lines?.add(named("runoff-eliminated", OptionSet256([loser])))
                var rest = set
                rest[loser] = false
                guard let found = try self.winners(among: rest, after: history, writing: &lines) else {
                    return nil
                }
                winners.formUnion(found)
                if let lines { transcript?.add(lines, indentedBy: 1) }
            }
        } else {
            transcript?.add(named("runoff-eliminated", OptionSet256(losers.options)))
            set.subtract(OptionSet256(losers.options))
            guard let found = try self.winners(among: set, after: history, writing: &transcript) else {
                return nil
            }
            winners = found
        }
        known[OptionSet256(options)] = winners
        return winners
    }

    /// Who goes, all together or, when they are tied, one of them.
    private func losers(
        _ options: [Int], _ choices: FirstChoices, _ history: [[Int]], writing transcript: inout Transcript?
    ) -> (options: [Int], areTied: Bool) {
        let least = choices.votes.min() ?? Fraction(0)
        let last = zip(options, choices.votes).filter { $0.1 == least }.map(\.0)
        guard last.count > 1 else { return (last, false) }
        let next = choices.votes.filter { $0 > least }.min()
        let together = try? Fraction(last.count) * least
        if !narrows, let next, let together, together < next { return (last, false) }
        guard !ties.ways.isEmpty else { return (last, true) }
        var lines = Transcript()
        let order = ties.order(last, rounds: history, names: ballots.options, writing: &lines)
        transcript?.add(lines)
        let lowest = order.last ?? last
        return (lowest, lowest.count > 1)
    }

    /// Writes down a round: the votes of each, and the ballots that rank none of them.
    private func write(
        _ options: [Int], _ choices: FirstChoices, round: Int, to transcript: inout Transcript?
    ) {
        guard transcript != nil else { return }
        var rows = zip(options, choices.votes).map { option, votes in
            Transcript.Table.Row(.text(ballots.options[option]), [.fraction(votes)])
        }
        rows.append(.init(.term("exhausted"), [.number(choices.exhausted)]))
        transcript?.add(
            Statement(
                "runoff-round", [.number("round", round), .number("exhausted", choices.exhausted)]),
            table: .init(headings: [.term("first-choices")], rows: rows))
    }

    /// The votes of every option as whole numbers, in a unit that divides them all.
    private func whole(_ votes: [Fraction], _ options: [Int]) throws(TallyError) -> [Int] {
        var all = Array(repeating: 0, count: ballots.options.count)
        do {
            var unit = 1
            for vote in votes {
                // A unit of 1 over this number divides all votes so far.
                unit = try
                    (Fraction(unit) * Fraction(vote.denominator, 1)
                    / Fraction(Int(greatestCommonDivisor(UInt128(unit), UInt128(vote.denominator))))).floor
            }
            for (option, vote) in zip(options, votes) { all[option] = try (vote * Fraction(unit)).floor }
        } catch { throw TallyError(error) }
        return all
    }

    /// A line about some options.
    private func named(_ code: String, _ set: OptionSet256) -> Statement {
        Statement(code, [.list("options", set.options.map { ballots.options[$0] })])
    }
}
