/// A count in rounds that stops where a tie is left, and goes on from there in any way it is told.
protocol TiedCount: Sendable {
    /// What decides everything that follows, and nothing else: two counts with the same key end alike.
    associatedtype Key: TiedKey

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
    /// About how many bytes a copy takes that goes its own way.
    var bytes: Int { get }
    /// The lines so far; its transcript is nil while ways are tried out.
    var log: RoundLog { get set }

    /// Counts until the end or until a tie that nothing given breaks.
    mutating func advance() throws(TallyError) -> Pause
    /// Goes on from a tie with this one of the tied.
    mutating func decide(_ option: Int) throws(TallyError)
}

/// What a state of a count is known by, again and again.
protocol TiedKey: Hashable, Sendable {
    /// About how many bytes it takes.
    var bytes: Int { get }
}

extension [[Int]] {
    /// About how many bytes the lists take.
    var bytes: Int { reduce(32 + 8 * count) { $0 + 32 + 8 * $1.count } }
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

    /// About how many bytes it takes.
    var bytes: Int { 64 + 16 * (possible.count + certain.count) + (order?.bytes ?? 0) }

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
/// where there are many ballots or options (200 million ballots or 200,000
/// options looked at, but 64 states in any case). States that are kept take so much memory at most, by an estimate:
/// 256 MiB.
struct TieExploration<Count: TiedCount> {
    /// How many states are tried at most.
    private let most: Int
    /// How many bytes all that is kept may take.
    private let mostBytes: Int
    /// How many states were tried.
    private(set) var states = 0
    /// About how many bytes all that is kept takes.
    private var bytes = 0
    private var known: [Count.Key: PossibleEnds] = [:]

    /// An exploration of a count over so many rows of ballots and so many options.
    init(rows: Int, options: Int, mostBytes: Int = 256 << 20) {
        most = min(10_000, max(64, min(200_000_000 / max(1, rows), 200_000 / max(1, options))))
        self.mostBytes = mostBytes
    }

    /// How the count can end when any of the tied may go first; nil when there are too many ways.
    mutating func ends(of count: Count, tied: [Int]) throws(TallyError) -> PossibleEnds? {
        // One copy at a time goes its own way from here.
        let taken = count.bytes
        bytes += taken
        defer { bytes -= taken }
        var found: PossibleEnds?
        for option in tied {
            var next = count
            next.log.transcript = nil
            try next.decide(option)
            guard let ends = try ends(of: &next) else { return nil }
            found?.add(ends)
            found = found ?? ends
        }
        return found
    }

    /// How a count that stands between two rounds can end.
    private mutating func ends(of count: inout Count) throws(TallyError) -> PossibleEnds? {
        let key = count.key
        if let ends = known[key] { return ends }
        guard states < most, bytes <= mostBytes else { return nil }
        states += 1
        let ends: PossibleEnds?
        switch try count.advance() {
        case .done:
            let winners = Set(count.elected.joined())
            ends = PossibleEnds(possible: winners, certain: winners, order: count.elected)
        case .open(let tied):
            let winners = Set(count.elected.joined())
            ends = PossibleEnds(possible: winners.union(tied), certain: winners, order: nil)
        case .tie(let tied):
            ends = try self.ends(of: count, tied: tied)
        }
        if let ends {
            known[key] = ends
            bytes += key.bytes + ends.bytes
        }
        return ends
    }
}
