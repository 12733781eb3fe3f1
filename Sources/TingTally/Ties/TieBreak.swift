/// One way to break a tie; spelt as on the command line and in workflow files.
public enum TieBreak: Hashable, Sendable {
    /// The tie stands: the count names all who are tied.
    case fail
    /// The tie stands, and another vote is held among the tied.
    case revote
    /// Whoever holds a casting vote has put options in order: `by` names the role, where one is named; options
    /// left out stay tied.
    case castingVote(by: String?, order: [Int])
    /// By the order of a lot.
    case lot(Lot)
    /// By the votes in earlier rounds of the same count.
    case earlierRounds(Direction)

    /// Which earlier round is asked first.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// The round just before, then those before it.
        case backwards
        /// The first round, then those after it.
        case forwards
    }
}

/// How ties are broken: the ways in the order in which they are tried.
///
/// Nothing is ever broken by name or by place on the ballot paper. What all
/// the ways together leave tied stays tied.
public struct TieBreaking: Hashable, Sendable {
    /// The ways, the first to be tried first; none leaves every tie.
    public var ways: [TieBreak]

    /// Makes it.
    public init(_ ways: [TieBreak] = []) {
        self.ways = ways
    }

    /// Refuses ways that come after one that decides every tie or leaves it.
    ///
    /// - Throws: ``TallyError`` `tie-break-unreachable`.
    func checkReach() throws(TallyError) {
        guard let last = ways.firstIndex(where: \.isLast), last + 1 < ways.count else { return }
        throw TallyError(
            Statement(
                "tie-break-unreachable", [.text("way", ways[last + 1].name), .text("last", ways[last].name)]))
    }

    /// Puts tied options in order, best first, as far as the ways go, and writes down every step.
    ///
    /// - Parameters:
    ///   - tied: The options that are tied.
    ///   - rounds: The votes of every option in the rounds before, first round first; none for counts
    ///     that have no rounds.
    ///   - names: The options' names.
    ///   - isSaid: Whether it was said already that these are tied.
    /// - Returns: All of the tied in groups, best first; one group when nothing could be broken.
    public func order(
        _ tied: [Int], rounds: [[Int]] = [], names: [String], isSaid: Bool = false,
        writing transcript: inout Transcript
    ) -> [[Int]] {
        guard tied.count > 1 else { return [tied] }
        if !isSaid { transcript.add(Statement("tie-found", [.list("options", tied.map { names[$0] })])) }
        var groups = [tied]
        for way in ways where groups.contains(where: { $0.count > 1 }) {
            if way == .fail || way == .revote {
                transcript.add(Statement(way == .fail ? "tie-left" : "tie-left-to-revote"))
                break
            }
            let before = groups
            groups = groups.flatMap { $0.count > 1 ? way.split($0, rounds: rounds[...]) : [$0] }
            transcript.add(way.statement(before, groups, names))
        }
        return groups
    }
}

extension TieBreak {
    /// Whether nothing can come after it: a lot has every option in it.
    fileprivate var isLast: Bool {
        switch self {
        case .fail, .revote, .lot: true
        case .castingVote, .earlierRounds: false
        }
    }

    /// The words for it on the command line.
    fileprivate var name: String {
        switch self {
        case .fail: "fail"
        case .revote: "revote"
        case .castingVote: "casting vote"
        case .lot: "lot"
        case .earlierRounds(let direction): "earlier rounds \(direction.rawValue)"
        }
    }

    /// Splits tied options into groups, best first.
    fileprivate func split(_ tied: [Int], rounds: ArraySlice<[Int]>) -> [[Int]] {
        switch self {
        case .fail, .revote: return [tied]
        case .castingVote(_, let order): return Self.split(tied, by: order)
        case .lot(let lot): return Self.split(tied, by: lot.order)
        case .earlierRounds(let direction):
            guard let votes = direction == .backwards ? rounds.last : rounds.first else { return [tied] }
            let rest = direction == .backwards ? rounds.dropLast() : rounds.dropFirst()
            return tied.places { votes[$0] }.flatMap { $0.count > 1 ? split($0, rounds: rest) : [$0] }
        }
    }

    /// Splits tied options by an order that may leave some of them out.
    private static func split(_ tied: [Int], by order: [Int]) -> [[Int]] {
        // An option that the order names twice stands where it is named first.
        var seen: Set<Int> = []
        let placed = order.filter { tied.contains($0) && seen.insert($0).inserted }
        let rest = tied.filter { !placed.contains($0) }
        return placed.map { [$0] } + (rest.isEmpty ? [] : [rest])
    }

    /// The line that says what this way did.
    fileprivate func statement(_ before: [[Int]], _ after: [[Int]], _ names: [String]) -> Statement {
        let order = Fact(
            "order",
            .list(after.map { group in .text(group.map { names[$0] }.joined(separator: " = ")) }))
        let result = before == after ? "not-broken" : "broken"
        switch self {
        case .fail: return Statement("tie-left")
        case .revote: return Statement("tie-left-to-revote")
        case .castingVote(let role?, _):
            return Statement("tie-\(result)-by-casting-vote", [.text("by", role), order])
        case .castingVote(nil, _): return Statement("tie-\(result)-by-casting-vote-given", [order])
        case .lot(let lot): return Statement("tie-\(result)-by-lot", [.text("seed", lot.seed), order])
        case .earlierRounds(let direction):
            return Statement("tie-\(result)-by-rounds-\(direction.rawValue)", [order])
        }
    }
}
