/// An instant runoff on its way.
struct RunoffCount: TiedCount {
    /// What decides how the count goes on.
    struct Key: TiedKey {
        let elected: [[Int]]
        let continuing: [Int]
        let history: [[Int]]
        /// The orders of leaving, where a ballot can be exhausted while one of its options continues.
        let leavings: [[Int]]
        let isPassBegun: Bool

        var bytes: Int {
            elected.bytes + leavings.bytes + history.bytes + [continuing].bytes
        }
    }

    private(set) var elected: [[Int]] = []
    private(set) var continuing: [Int]
    private(set) var excluded: [[Int]] = []
    var log: RoundLog

    /// How ballots are counted that can be counted by columns.
    private let columns: FirstPreferences?
    /// The lists of all other ballots, and where they lie.
    private let lists: PreferenceLists?
    private var piles: Piles?
    /// All ballots that count, in units.
    private let valid: Int
    private let seats: Int
    private let variant: String
    private let ties: RoundTies
    /// The votes of the last round, in units.
    private var votes: [Int] = []
    /// Whether the votes are those of all who continue.
    private var isCounted = false
    /// What was excluded since the last round; empty at the beginning of a pass.
    private var leaving: [Int] = []

    /// A count that has not begun.
    init(_ count: RunoffBallots, _ settings: CountingSettings, _ log: RoundLog) {
        switch count {
        case .columns(let columns): (self.columns, lists) = (columns, nil)
        case .lists(let lists): (columns, self.lists) = (nil, lists)
        }
        valid = log.total
        self.log = log
        seats = settings.seats
        variant = settings.variant ?? "stop-at-majority"
        ties = RoundTies(looksBack: false, given: settings.ties)
        continuing = Array(log.names.indices)
    }

    var eligible: [Int] {
        // Whoever was excluded in one pass can be elected in the next.
        variant == "sequential" ? (continuing + excluded.joined()).sorted() : continuing
    }

    var bytes: Int { (piles?.bytes ?? 0) + log.bytes }

    var key: Key {
        Key(
            elected: elected, continuing: continuing, history: ties.history(log, continuing),
            leavings: needsMemory ? excluded : [], isPassBegun: leaving.isEmpty)
    }

    /// Whether a ballot can be exhausted while one of its options still continues.
    private var needsMemory: Bool { lists?.hasGroups ?? false }

    /// How many seats are not taken.
    private var seatsLeft: Int { seats - elected.reduce(0) { $0 + $1.count } }

    mutating func advance() throws(TallyError) -> Pause {
        while seatsLeft > 0, !continuing.isEmpty {
            if !isCounted { try countRound() }
            if variant == "bottoms-up", continuing.count <= seatsLeft {
                log.add("seats-for-all-left", [log.options(continuing)])
                elected += continuing.places { votes[$0] }
                continuing = []
                return .done
            }
            if let winner = winner() {
                elect(winner)
                continue
            }
            let fewest = continuing.map { votes[$0] }.min() ?? 0
            let lowest = continuing.filter { votes[$0] == fewest }
            if lowest.count == continuing.count, fewest == 0 {
                let left = ties.narrow(lowest, best: false, writing: &log)
                guard left.count == 1 else { return .open(continuing) }
                exclude(left)
                continue
            }
            let last = ties.narrow(lowest, best: false, writing: &log)
            if last.count == 1 || goTogether(last) {
                exclude(last)
            } else {
                return .tie(last)
            }
        }
        return .done
    }

    mutating func decide(_ option: Int) { exclude([option]) }

    /// Counts a round and writes it down.
    private mutating func countRound() throws(TallyError) {
        if let columns {
            votes = columns.votes(continuing: continuing)
        } else if let lists {
            countPiles(lists)
        }
        isCounted = true
        var standings = Array(repeating: Standing.excluded, count: votes.count)
        for option in continuing { standings[option] = .continuing }
        for option in elected.joined() { standings[option] = .elected }
        let sum = votes.reduce(0, +)
        let code =
            if leaving.isEmpty {
                elected.isEmpty ? "round-first" : "round-next-seat"
            } else {
                leaving.count == 1 ? "round-after-exclusion" : "round-after-exclusions"
            }
        let facts = leaving.isEmpty ? [.number("seat", elected.count + 1)] : [log.options(leaving)]
        try log.round(
            code, facts, votes: votes, exhausted: valid - sum, lost: 0, standings)
    }

    /// Deals the ballots, or passes on those of the options that leave.
    private mutating func countPiles(_ lists: PreferenceLists) {
        var flags = Array(repeating: false, count: lists.optionCount)
        for option in continuing { flags[option] = true }
        guard var piles, !leaving.isEmpty else {
            var dealt = Piles(lists)
            votes = dealt.deal(worth: 1, continuing: flags).received
            piles = dealt
            return
        }
        self.piles = nil
        for option in leaving {
            let moved = piles.pass(on: option, continuing: flags) { $0 }
            votes[option] = 0
            for continuing in continuing { votes[continuing] += moved.received[continuing] }
        }
        self.piles = piles
    }

    /// The option that this round elects; nil when none has more than half of the votes.
    private mutating func winner() -> Int? {
        if variant == "bottoms-up" { return nil }
        if continuing.count == 1 {
            log.add("last-one-left", [log.option(continuing[0])])
            return continuing[0]
        }
        if variant == "until-two", continuing.count > 2 { return nil }
        let active = continuing.reduce(0) { $0 + votes[$1] }
        // Half of the rest is compared, because twice a number of votes need not fit.
        guard let first = continuing.first(where: { votes[$0] > active - votes[$0] }) else { return nil }
        log.add(
            "majority-reached",
            [log.option(first), .number("votes", votes[first]), .number("active", active)])
        return first
    }

    /// Gives a seat, and begins the next pass.
    private mutating func elect(_ option: Int) {
        elected.append([option])
        continuing.removeAll { $0 == option }
        guard seatsLeft > 0 else { return }
        // Everybody who was excluded stands again.
        continuing = (continuing + excluded.joined()).sorted()
        excluded = []
        leaving = []
        isCounted = false
    }

    /// Whether these leave before any other, whichever of them leaves first.
    private func goTogether(_ lowest: [Int]) -> Bool {
        let others = continuing.filter { !lowest.contains($0) }
        let needed = variant == "bottoms-up" ? seatsLeft : 1
        guard others.count >= needed, let next = others.map({ votes[$0] }).min() else { return false }
        let each = votes[lowest[0]]
        if each == 0 { return next > 0 }
        // Earlier rounds could tell later ties apart by the order in which these left.
        guard !ties.useHistory, !needsMemory else { return false }
        let (sum, overflow) = each.multipliedReportingOverflow(by: lowest.count)
        return !overflow && sum < next
    }

    /// Takes options out of the count.
    private mutating func exclude(_ options: [Int]) {
        log.add(
            options.count == 1 ? "lowest-excluded" : "lowest-excluded-together",
            [log.options(options), .number("votes", votes[options[0]])])
        continuing.removeAll(where: options.contains)
        excluded.append(options)
        leaving = options
        isCounted = false
    }
}
