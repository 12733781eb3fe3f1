/// An instant runoff on its way.
struct RunoffCount: TiedCount {
    /// What decides how the count goes on.
    struct Key: Hashable {
        let elected: [[Int]]
        let continuing: [Int]
        let history: [[[Int]]]
        let ended: [Bool]
        let isPassBegun: Bool
    }

    private(set) var elected: [[Int]] = []
    private(set) var continuing: [Int]
    private(set) var excluded: [[Int]] = []
    var log: RoundLog

    private let preferences: FirstPreferences
    private let seats: Int
    private let variant: String
    private let ties: RoundTies
    /// The votes of the round that stands, in units; nil when a round is to be counted.
    private var votes: [Int]?
    /// The lists that were exhausted at a group of equals.
    private var ended: [Bool] = []
    /// What was excluded since the last round; empty at the beginning of a pass.
    private var leaving: [Int] = []

    /// A count that has not begun.
    init(_ preferences: FirstPreferences, _ settings: CountingSettings, _ log: RoundLog) {
        self.preferences = preferences
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

    var key: Key {
        Key(
            elected: elected, continuing: continuing, history: ties.history(log.rounds, continuing),
            ended: preferences.needsMemory ? ended : [], isPassBegun: leaving.isEmpty)
    }

    /// How many seats are not taken.
    private var seatsLeft: Int { seats - elected.reduce(0) { $0 + $1.count } }

    mutating func advance() throws(TallyError) -> Pause {
        while seatsLeft > 0, !continuing.isEmpty {
            let votes = if let standing = self.votes { standing } else { try countRound() }
            self.votes = votes
            if variant == "bottoms-up", continuing.count <= seatsLeft {
                log.add("seats-for-all-left", [log.options(continuing)])
                elected += continuing.grouped(by: votes)
                continuing = []
                return .done
            }
            if let winner = winner(votes) {
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
            if last.count == 1 || goTogether(last, votes) {
                exclude(last)
            } else {
                return .tie(last)
            }
        }
        return .done
    }

    mutating func decide(_ option: Int) { exclude([option]) }

    /// Counts a round and writes it down.
    private mutating func countRound() throws(TallyError) -> [Int] {
        let votes = preferences.votes(continuing: continuing, ended: &ended)
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
            code, facts, votes: votes, exhausted: preferences.valid - sum, lost: 0, standings)
        return votes
    }

    /// The option that this round elects; nil when none has more than half of the votes.
    private mutating func winner(_ votes: [Int]) -> Int? {
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
        ended = []
        votes = nil
    }

    /// Whether these leave before any other, whichever of them leaves first.
    private func goTogether(_ lowest: [Int], _ votes: [Int]) -> Bool {
        let others = continuing.filter { !lowest.contains($0) }
        let needed = variant == "bottoms-up" ? seatsLeft : 1
        guard others.count >= needed, let next = others.map({ votes[$0] }).min() else { return false }
        let each = votes[lowest[0]]
        if each == 0 { return next > 0 }
        // Earlier rounds could tell later ties apart by the order in which these left.
        guard !ties.useHistory, !preferences.needsMemory else { return false }
        let (sum, overflow) = each.multipliedReportingOverflow(by: lowest.count)
        return !overflow && sum < next
    }

    /// Takes options out of the count.
    private mutating func exclude(_ options: [Int]) {
        if let votes {
            log.add(
                options.count == 1 ? "lowest-excluded" : "lowest-excluded-together",
                [log.options(options), .number("votes", votes[options[0]])])
        }
        continuing.removeAll(where: options.contains)
        excluded.append(options)
        leaving = options
        votes = nil
    }
}
