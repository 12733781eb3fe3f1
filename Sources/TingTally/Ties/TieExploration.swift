/// A count in rounds that stops where a tie is left, and goes on from there in any way it is told.
protocol TiedCount: Sendable {
    /// What decides everything that follows, and nothing else: two counts with the same key end alike.
    associatedtype Key: Hashable

    /// The options in the order of election, those elected together with equal votes in one group.
    var elected: [[Int]] { get }
    /// The options that are neither elected nor excluded.
    var continuing: [Int] { get }
    /// The excluded, first out first; those that went together in one group.
    var excluded: [[Int]] { get }
    /// The options that may yet be elected.
    var eligible: [Int] { get }
    /// How the state is known again.
    var key: Key { get }
    /// The lines so far; its transcript is nil while ways are tried out.
    var log: RoundLog { get set }

    /// Counts until the end or until a tie that nothing given breaks.
    mutating func advance() throws(TallyError) -> Pause
    /// Goes on from a tie with this one of the tied.
    mutating func decide(_ option: Int) throws(TallyError)
}

/// Where a count in rounds stands still.
enum Pause: Hashable, Sendable {
    /// At its end.
    case done
    /// At a tie: one of these must go first, and it may matter which.
    case tie([Int])
    /// At a tie in which any of these can take the seats left: no vote can move any more.
    case open([Int])
}

/// How a count can end over all ways of breaking its ties.
struct PossibleEnds: Hashable, Sendable {
    /// The options elected in some way.
    private(set) var possible: Set<Int>
    /// The options elected in every way.
    private(set) var certain: Set<Int>
    /// The order of election where it is the same in every way.
    private(set) var order: [[Int]]?

    /// One way to end.
    init(possible: Set<Int>, certain: Set<Int>, order: [[Int]]?) {
        self.possible = possible
        self.certain = certain
        self.order = order
    }

    /// Whether every way elects the same.
    var areAlike: Bool { possible == certain }

    /// Takes in another way.
    mutating func add(_ other: PossibleEnds) {
        possible.formUnion(other.possible)
        certain.formIntersection(other.certain)
        if order != other.order { order = nil }
    }
}

/// Tries out every way to break the ties of a count.
///
/// States that have been seen are not counted again, so ties whose order does
/// not matter cost little. So many states are tried at most: 10,000, and fewer
/// where there are many ballots (200 million ballots looked at, but 64 states in
/// any case).
struct TieExploration<Count: TiedCount> {
    /// How many states are tried at most.
    let most: Int
    /// How many states were tried.
    private(set) var states = 0
    private var known: [Count.Key: PossibleEnds] = [:]

    /// An exploration of a count over so many rows of ballots.
    init(rows: Int) {
        most = min(10_000, max(64, 200_000_000 / max(1, rows)))
    }

    /// How the count can end when any of the tied may go first; nil when there are too many ways.
    mutating func ends(of count: Count, tied: [Int]) throws(TallyError) -> PossibleEnds? {
        var found: PossibleEnds?
        for option in tied {
            var next = count
            next.log.transcript = nil
            try next.decide(option)
            guard let ends = try ends(of: next) else { return nil }
            found?.add(ends)
            found = found ?? ends
        }
        return found
    }

    /// How a count that stands between two rounds can end.
    private mutating func ends(of count: Count) throws(TallyError) -> PossibleEnds? {
        let key = count.key
        if let ends = known[key] { return ends }
        guard states < most else { return nil }
        states += 1
        var next = count
        let ends: PossibleEnds?
        switch try next.advance() {
        case .done:
            let winners = Set(next.elected.joined())
            ends = PossibleEnds(possible: winners, certain: winners, order: next.elected)
        case .open(let tied):
            let winners = Set(next.elected.joined())
            ends = PossibleEnds(possible: winners.union(tied), certain: winners, order: nil)
        case .tie(let tied):
            ends = try self.ends(of: next, tied: tied)
        }
        if let ends { known[key] = ends }
        return ends
    }
}
