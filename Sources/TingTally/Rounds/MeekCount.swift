/// A single transferable vote by Meek's method on its way.
///
/// Everybody elected keeps a part of each vote that comes to them, just enough
/// to keep the quota; the rest of the vote goes on to the next option. The parts
/// are worked out again in every round, as if those excluded had never stood.
struct MeekCount: TiedCount {
    /// What decides how the count goes on.
    struct Key: TiedKey {
        let elected: [[Int]]
        let continuing: [Int]
        let keeps: [Int]
        let history: [[Int]]

        var bytes: Int { elected.bytes + history.bytes + [continuing, keeps].bytes }
    }

    private(set) var elected: [[Int]] = []
    private(set) var continuing: [Int]
    private(set) var excluded: [[Int]] = []
    var log: RoundLog

    private let seats: Int
    private let ties: RoundTies
    private let scale: VoteScale
    /// The total surplus, in parts of a unit, below which the sharing of a round ends.
    private let enough: Int
    private var sharing: MeekSharing
    /// In parts of a unit.
    private var quota = 0
    private var surplus = 0
    /// Whether the round that stands was counted, and somebody must be excluded.
    private var isRoundOver = false

    /// A count that has not begun.
    ///
    /// - Parameter units: How many units make one vote.
    /// - Throws: ``TallyError`` `votes-too-many-for-decimals`.
    init(
        _ lists: PreferenceLists, _ settings: CountingSettings, _ scale: VoteScale, units: Int,
        _ log: RoundLog
    ) throws(TallyError) {
        self.log = log
        self.scale = scale
        seats = settings.seats
        ties = RoundTies(looksBack: false, given: settings.ties)
        sharing = MeekSharing(lists, scale, units: units)
        // Two thirds of the decimals, as the reference rule has 6 of 9.
        enough = try sharing.inUnits(
            (0..<(scale.decimals - scale.decimals * 2 / 3)).reduce(1) { power, _ in power * 10 }, scale)
        continuing = Array(log.names.indices)
    }

    private var votes: [Int] { sharing.votes }

    var eligible: [Int] { continuing }

    var bytes: Int { log.bytes }

    var key: Key {
        Key(
            elected: elected, continuing: continuing, keeps: sharing.keeps,
            history: ties.history(log, continuing))
    }

    private var seatsLeft: Int { seats - elected.reduce(0) { $0 + $1.count } }

    mutating func advance() throws(TallyError) -> Pause {
        while true {
            guard seatsLeft > 0, !continuing.isEmpty else { return .done }
            if continuing.count <= seatsLeft {
                if log.rounds.isEmpty { try countRound() }
                let left = continuing
                log.add("seats-for-all-left", [log.options(left)])
                elected += left.places { votes[$0] }
                continuing = []
                return .done
            }
            if !isRoundOver {
                let isSomebodyElected = try countRound()
                if isSomebodyElected { continue }
            }
            isRoundOver = true
            if let pause = try excludeLowest() { return pause }
        }
    }

    mutating func decide(_ option: Int) { exclude([option]) }

    /// Shares the votes until somebody new has the quota or little surplus is left.
    ///
    /// - Returns: Whether somebody was elected.
    @discardableResult
    private mutating func countRound() throws(TallyError) -> Bool {
        var last = Int.max
        var turns = 0
        while true {
            turns += 1
            sharing.deal()
            let sum = votes.reduce(0, +)
            let share = sharing.quota(seats: seats)
            quota = try sharing.inUnits(share, scale)
            let reaching = continuing.filter { votes[$0] >= quota }
            surplus = elected.joined().reduce(0) { $0 + max(0, votes[$1] - quota) }
            guard reaching.isEmpty else {
                try writeRound(turns, sum, electing: reaching)
                return true
            }
            if surplus < enough || (turns > 1 && surplus >= last) {
                try writeRound(turns, sum, electing: [])
                return false
            }
            last = surplus
            sharing.keep(share, for: elected.joined())
        }
    }

    /// Writes a round down, and gives seats to those who reach the quota.
    private mutating func writeRound(_ turns: Int, _ sum: Int, electing reaching: [Int]) throws(TallyError) {
        var standings = Array(repeating: Standing.excluded, count: votes.count)
        for option in continuing { standings[option] = .continuing }
        for option in elected.joined() { standings[option] = .elected }
        try log.round(
            "round-meek", [log.votes("surplus", surplus), .number("turns", turns)], votes: votes,
            exhausted: sharing.exhausted, lost: 0, standings)
        log.add("meek-quota", [log.votes("quota", quota), log.votes("votes", sum), .number("seats", seats)])
        for option in elected.joined() {
            log.add("meek-keeps", [log.option(option), log.votes("kept", sharing.keeps[option])])
        }
        for group in reaching.places(by: { votes[$0] }) {
            elected.append(group)
            for option in group {
                log.add(
                    "quota-reached",
                    [log.option(option), log.votes("votes", votes[option]), log.votes("quota", quota)])
            }
        }
        continuing.removeAll(where: reaching.contains)
    }

    /// Excludes whoever has fewest votes; a pause where nothing decides who that is.
    private mutating func excludeLowest() throws(TallyError) -> Pause? {
        let fewest = continuing.map { votes[$0] }.min() ?? 0
        // What is still to be shared could close so small a gap.
        let lowest = continuing.filter { votes[$0] - fewest <= surplus }
        if lowest.contains(where: { votes[$0] != fewest }) {
            log.add("meek-near-tie", [log.options(lowest), log.votes("surplus", surplus)])
        }
        let others = continuing.count - lowest.count
        let last = ties.narrow(lowest, best: false, writing: &log)
        // Without votes nothing moves, and the next round is as this one.
        let isStill = surplus < enough && lowest.allSatisfy { votes[$0] == 0 } && last.count == lowest.count
        if last.count > 1 {
            guard isStill else { return .tie(last) }
            if others < seatsLeft {
                let rest = continuing.filter { !lowest.contains($0) }
                if !rest.isEmpty {
                    log.add("seats-for-all-left", [log.options(rest)])
                    elected += rest.places { votes[$0] }
                    continuing = lowest
                }
                return .open(lowest)
            }
        }
        exclude(last)
        return nil
    }

    /// Takes options out of the count.
    private mutating func exclude(_ options: [Int]) {
        log.add(
            options.count == 1 ? "lowest-excluded" : "lowest-excluded-together",
            [log.options(options), log.votes("votes", votes[options[0]])])
        continuing.removeAll(where: options.contains)
        excluded.append(options)
        for option in options { sharing.exclude(option) }
        isRoundOver = false
    }
}
