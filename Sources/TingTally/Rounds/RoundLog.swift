/// Writes down a count in rounds, and checks after each that no vote was lost or made.
struct RoundLog: Sendable {
    /// The options' names.
    let names: [String]
    /// How many parts a unit of weight is counted in: 1, or a power of ten.
    let scale: Int
    /// All ballots that are counted, in parts.
    let total: Int
    /// The lines; nil while ways to break a tie are tried out.
    var transcript: Transcript?
    /// The votes of every option at the end of each round, in parts.
    private(set) var rounds: [[Int]] = []
    /// What earlier rounds say of every option, as two rounds that say the same as all of them: the first orders
    /// options by the first round in which their votes differ, the last by the latest; empty before any round.
    private(set) var history: [[Int]] = []
    /// How the options stood in the rounds before.
    private var standings: [[Standing]] = []

    /// A log of no rounds.
    init(names: [String], scale: Int, total: Int, transcript: Transcript?) {
        self.names = names
        self.scale = scale
        self.total = total
        self.transcript = transcript
    }

    /// About how many bytes the votes and standings of all rounds take.
    var bytes: Int { rounds.count * names.count * (MemoryLayout<Int>.stride + 1) }

    /// A number of votes as a whole number or an exact decimal.
    func value(_ parts: Int) -> FactValue {
        guard scale > 1, let exact = try? Fraction(parts, scale) else { return .number(parts) }
        return exact.isWhole ? .number(exact.numerator) : .fraction(exact)
    }

    /// A fact that is a number of votes.
    func votes(_ name: String, _ parts: Int) -> Fact { Fact(name, value(parts)) }

    /// A fact that names an option.
    func option(_ option: Int) -> Fact { .text("option", names[option]) }

    /// A fact that names several.
    func options(_ options: [Int]) -> Fact { .list("options", options.map { names[$0] }) }

    /// Adds a line.
    mutating func add(_ code: String, _ facts: [Fact] = [], table: Transcript.Table? = nil) {
        transcript?.add(Statement(code, facts), table: table)
    }

    /// Ends a round: its table, with what each option had and gained, and where the other votes are.
    ///
    /// - Throws: ``TallyError`` `votes-not-conserved` when the votes of all options, the exhausted ones and
    ///   what rounding cost are not all votes together.
    mutating func round(
        _ code: String, _ facts: [Fact] = [], votes: [Int], exhausted: Int, lost: Int, _ standings: [Standing]
    ) throws(TallyError) {
        let number = rounds.count + 1
        var sum = Int128(exhausted) + Int128(lost)
        for vote in votes { sum += Int128(vote) }
        guard sum == Int128(total), lost >= 0, exhausted >= 0, votes.allSatisfy({ $0 >= 0 }) else {
            throw TallyError(
                Statement(
                    "votes-not-conserved",
                    [.number("round", number), Fact("total", value(total)), .text("sum", "\(sum)/\(scale)")]))
        }
        if transcript != nil {
            let before = rounds.last
            var rows: [Transcript.Table.Row] = []
            for option in names.indices
            where standings[option] != .excluded || votes[option] > 0 || wasIn(option) {
                rows.append(
                    Transcript.Table.Row(
                        .text(names[option]),
                        [
                            value(votes[option]), before.map { change(votes[option] - $0[option]) } ?? nil,
                            .term("round-" + standings[option].rawValue),
                        ]))
            }
            rows.append(.init(.term("round-exhausted"), [value(exhausted), nil, nil]))
            if lost > 0 { rows.append(.init(.term("round-lost"), [value(lost), nil, nil])) }
            let headings = ["round-votes", "round-change", "round-standing"].map(FactValue.term)
            add(code, [.number("round", number)] + facts, table: .init(headings: headings, rows: rows))
        }
        rounds.append(votes)
        history = [
            Self.places(by: history.first ?? votes, then: votes),
            Self.places(by: votes, then: history.last ?? votes),
        ]
        self.standings.append(standings)
    }

    /// For each option how many steps it stands above the lowest, by one number and then by another.
    private static func places(by first: [Int], then second: [Int]) -> [Int] {
        let order = first.indices.sorted { (first[$0], second[$0]) < (first[$1], second[$1]) }
        var places = Array(repeating: 0, count: first.count)
        var step = 0
        for (before, option) in zip(order, order.dropFirst()) {
            if (first[before], second[before]) != (first[option], second[option]) { step += 1 }
            places[option] = step
        }
        return places
    }

    /// Whether an option was still in the count a round ago.
    private func wasIn(_ option: Int) -> Bool { standings.last.map { $0[option] != .excluded } ?? true }

    /// What an option gained or lost; nothing where it is nothing.
    private func change(_ parts: Int) -> FactValue? { parts == 0 ? nil : value(parts) }

    /// Adds the last table: every option's votes in every round it was in.
    mutating func addOverview() {
        guard transcript != nil, rounds.count > 1 else { return }
        let rows = names.indices.map { option in
            Transcript.Table.Row(
                .text(names[option]),
                rounds.indices.map { round in
                    standings[round][option] == .excluded && rounds[round][option] == 0
                        ? nil : value(rounds[round][option])
                })
        }
        add(
            "rounds-overview", [.number("rounds", rounds.count)],
            table: .init(headings: rounds.indices.map { .number($0 + 1) }, rows: rows))
    }
}
