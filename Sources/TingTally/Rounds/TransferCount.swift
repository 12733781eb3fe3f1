/// A single transferable vote with weighted inclusive Gregory transfers on its way.
struct TransferCount: TiedCount {
    /// What decides how the count goes on: who was elected and whose votes were passed on while who was out,
    /// and who stands how now. Exclusions in between can be put in any order, unless ballots name several at one
    /// rank: such a ballot can be exhausted by who was still in the count when it was passed on.
    struct Key: TiedKey {
        let events: [Event]
        let leavings: [[Int]]
        let continuing: [Int]
        let history: [[Int]]

        var bytes: Int {
            let events = events.map(\.continuing).bytes
            return events + leavings.bytes + history.bytes + [continuing].bytes
        }
    }

    /// An election or a passing on, and who was in the count at the time.
    struct Event: Hashable {
        let option: Int
        let isTransfer: Bool
        let continuing: [Int]
    }

    private(set) var elected: [[Int]] = []
    private(set) var continuing: [Int]
    private(set) var excluded: [[Int]] = []
    var log: RoundLog

    private let seats: Int
    private let scale: VoteScale
    private let quota: Int
    private let ties: RoundTies
    private let needsMemory: Bool
    private var piles: Piles
    private var votes: [Int]
    private var exhausted: Int
    private var lost = 0
    /// Those elected whose surplus is not passed on yet.
    private var pending: [Int] = []
    private var events: [Event] = []

    /// A count whose ballots lie on the piles of their first choices.
    init(
        _ lists: PreferenceLists, _ settings: CountingSettings, _ scale: VoteScale, unit: Fraction,
        _ log: RoundLog
    ) throws(TallyError) {
        self.log = log
        self.scale = scale
        seats = settings.seats
        ties = RoundTies(looksBack: true, given: settings.ties)
        continuing = Array(log.names.indices)
        needsMemory = lists.hasGroups
        piles = Piles(lists)
        let dealt = piles.deal(worth: scale.parts, continuing: continuing.map { _ in true })
        votes = dealt.received
        exhausted = dealt.exhausted
        let counted = votes.reduce(0, +)
        // Whoever counts has put the ballots into units of which a whole number makes a vote.
        quota = try Self.quota(votes: counted, seats: seats, unit: unit.denominator, scale)
        try self.log.round("round-first", votes: votes, exhausted: exhausted, lost: 0, standings)
        if exhausted > 0 { self.log.add("ballots-without-preference", [log.votes("votes", exhausted)]) }
        try addQuota(of: counted, parts: unit.denominator, scale)
    }

    /// Says how the quota comes about.
    private mutating func addQuota(of counted: Int, parts: Int, _ scale: VoteScale) throws(TallyError) {
        let facts = [log.votes("quota", quota), Fact.number("seats", seats)]
        guard parts > 1 else {
            return log.add("quota", facts + [log.votes("votes", counted)])
        }
        do {
            let vote = try Fraction(scale.parts) * Fraction(parts)
            log.add(
                "quota-of-parts",
                facts + [
                    .fraction("whole", try Fraction(counted) / vote),
                    .fraction("whole-quota", try Fraction(quota) / vote), .number("parts", parts),
                ])
        } catch { throw TallyError(error) }
    }

    /// The quota in parts of a unit: votes divided by seats and 1, without the fraction, and 1.
    ///
    /// It is a whole number of votes also where ballots weigh parts of one, so that the same votes written in
    /// other parts have the same quota.
    ///
    /// - Parameter unit: How many units make a vote.
    static func quota(votes: Int, seats: Int, unit: Int, _ scale: VoteScale) throws(TallyError) -> Int {
        let vote = Int128(unit) * Int128(scale.parts)
        let whole = Int128(votes) / (vote * (Int128(seats) + 1)) + 1
        let (parts, overflow) = whole.multipliedReportingOverflow(by: vote)
        guard !overflow, let quota = Int(exactly: parts) else {
            throw TallyError(Statement("votes-too-many-for-decimals", [.number("decimals", scale.decimals)]))
        }
        return quota
    }

    var eligible: [Int] { continuing }

    var bytes: Int { piles.bytes + log.bytes }

    var key: Key {
        Key(
            events: events, leavings: needsMemory ? excluded : [], continuing: continuing,
            history: ties.history(log, continuing))
    }

    private var seatsLeft: Int { seats - elected.reduce(0) { $0 + $1.count } }

    private var standings: [Standing] {
        var standings = Array(repeating: Standing.excluded, count: log.names.count)
        for option in continuing { standings[option] = .continuing }
        for option in elected.joined() { standings[option] = .elected }
        return standings
    }

    mutating func advance() throws(TallyError) -> Pause {
        while true {
            electThoseWithQuota()
            guard seatsLeft > 0, !continuing.isEmpty else { return .done }
            if continuing.count <= seatsLeft {
                log.add("seats-for-all-left", [log.options(continuing)])
                elected += continuing.places { votes[$0] }
                continuing = []
                return .done
            }
            if !pending.isEmpty {
                let most = pending.map { votes[$0] }.max() ?? 0
                let first = ties.narrow(pending.filter { votes[$0] == most }, best: true, writing: &log)
                guard first.count == 1 else { return .tie(first) }
                try passOn(first[0])
            } else if let pause = try excludeLowest() {
                return pause
            }
        }
    }

    mutating func decide(_ option: Int) throws(TallyError) {
        if pending.contains(option) { try passOn(option) } else { try exclude([option]) }
    }

    /// Gives a seat to everybody who has the quota, those with most votes first.
    private mutating func electThoseWithQuota() {
        let reaching = continuing.filter { votes[$0] >= quota }
        for group in reaching.places(by: { votes[$0] }) {
            elected.append(group)
            for option in group {
                log.add(
                    "quota-reached",
                    [log.option(option), log.votes("votes", votes[option]), log.votes("quota", quota)])
                events.append(Event(option: option, isTransfer: false, continuing: continuing))
                if votes[option] > quota { pending.append(option) }
            }
        }
        continuing.removeAll(where: reaching.contains)
    }

    /// Passes on the surplus of an elected option.
    private mutating func passOn(_ option: Int) throws(TallyError) {
        let had = votes[option]
        let surplus = had - quota
        pending.removeAll { $0 == option }
        events.append(Event(option: option, isTransfer: true, continuing: continuing))
        let moved = piles.pass(on: option, continuing: flags) { surplus.scaled(by: $0, over: had) }
        take(moved)
        votes[option] = quota
        lost += surplus - moved.exhausted - moved.received.reduce(0, +)
        try log.round(
            "round-after-surplus",
            [
                log.option(option), log.votes("surplus", surplus), log.votes("votes", had),
                .number("decimals", scale.decimals),
            ], votes: votes, exhausted: exhausted, lost: lost, standings)
    }

    /// Excludes whoever has fewest votes; a pause where nothing decides who that is.
    private mutating func excludeLowest() throws(TallyError) -> Pause? {
        let fewest = continuing.map { votes[$0] }.min() ?? 0
        let lowest = continuing.filter { votes[$0] == fewest }
        let others = continuing.count - lowest.count
        let last = ties.narrow(lowest, best: false, writing: &log)
        if last.count > 1 {
            if fewest == 0, others < seatsLeft {
                let rest = continuing.filter { !lowest.contains($0) }
                if last.count == lowest.count, !rest.isEmpty {
                    log.add("seats-for-all-left", [log.options(rest)])
                    elected += rest.places { votes[$0] }
                    continuing = lowest
                }
                if last.count == lowest.count { return .open(lowest) }
            }
            // Without votes nothing moves, so it does not matter who of them goes first.
            guard fewest == 0, others >= seatsLeft, last.count == lowest.count else { return .tie(last) }
        }
        try exclude(last)
        return nil
    }

    /// Takes options out of the count and passes their ballots on.
    private mutating func exclude(_ options: [Int]) throws(TallyError) {
        log.add(
            options.count == 1 ? "lowest-excluded" : "lowest-excluded-together",
            [log.options(options), log.votes("votes", votes[options[0]])])
        continuing.removeAll(where: options.contains)
        excluded.append(options)
        for option in options {
            take(piles.pass(on: option, continuing: flags) { $0 })
            votes[option] = 0
        }
        try log.round(
            options.count == 1 ? "round-after-exclusion" : "round-after-exclusions", [log.options(options)],
            votes: votes, exhausted: exhausted, lost: lost, standings)
    }

    /// Adds what a transfer moved.
    private mutating func take(_ moved: Piles.Moved) {
        exhausted += moved.exhausted
        for option in continuing { votes[option] += moved.received[option] }
    }

    /// For each option whether it is in the count.
    private var flags: [Bool] {
        var flags = Array(repeating: false, count: log.names.count)
        for option in continuing { flags[option] = true }
        return flags
    }
}
