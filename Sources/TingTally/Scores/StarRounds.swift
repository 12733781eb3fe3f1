/// The rounds of STAR voting, one for each seat, over every way that a tie can fall.
struct StarRounds {
    let ballots: ScoredBallots
    let sums: [Int]
    let highest: Int
    let settings: CountingSettings
    /// What was found so far.
    private(set) var outcomes = Outcomes()
    /// Those elected before the ties branch, where there are more ways than are followed; nil where all were.
    private(set) var certainWhenCut: [Int]?
    private var waysFollowed = 0
    private var beforeBranch: [Int]?

    init(ballots: ScoredBallots, sums: [Int], highest: Int, settings: CountingSettings) {
        self.ballots = ballots
        self.sums = sums
        self.highest = highest
        self.settings = settings
    }

    private var names: [String] { ballots.options }

    /// Fills the seats that are left after these winners.
    ///
    /// Beyond the most ways that are followed nothing more is tried: only those elected before
    /// the first tie that nobody broke are certain then.
    mutating func elect(_ winners: [Int], writing transcript: inout Transcript) {
        guard certainWhenCut == nil else { return }
        waysFollowed += 1
        guard waysFollowed <= Outcomes.most else {
            certainWhenCut = beforeBranch ?? winners
            return
        }
        let free = standing(after: winners, writing: &transcript)
        guard winners.count < settings.seats, !free.isEmpty else { return outcomes.add(winners) }
        if settings.seats > 1 {
            transcript.add(Statement("star-seat", [.number("seat", winners.count + 1)]))
        }
        let pairs = finalists(among: free, writing: &transcript)
        var next: [[Int]] = []
        for pair in pairs {
            if pairs.count > 1 { transcript.add(Statement("star-if-finalists", [list("options", pair)])) }
            next += runoff(pair, writing: &transcript).map { winners + [$0] }
        }
        let choices = Set(next.map(\.last)).count
        if choices > 1, beforeBranch == nil { beforeBranch = winners }
        if choices == 1, pairs.count > 1, let winner = next.first?.last {
            transcript.add(Statement("star-same-winner", [.text("option", names[winner])]))
        }
        var seen: Set<[Int]> = []
        for way in next where seen.insert(way).inserted {
            if choices > 1, let winner = way.last, way.count < settings.seats {
                transcript.add(Statement("star-if-winner", [.text("option", names[winner])]))
            }
            elect(way, writing: &transcript)
        }
    }

    /// The options that are neither elected nor shut out by a cap on their group; says who is shut out from now on.
    private func standing(after winners: [Int], writing transcript: inout Transcript) -> [Int] {
        names.indices.filter { option in
            guard !winners.contains(option) else { return false }
            guard let cap = settings.groupCap, let name = cap.groups[option] else { return true }
            guard winners.filter({ cap.groups[$0] == name }).count >= cap.most else { return true }
            if let last = winners.last, cap.groups[last] == name {
                transcript.add(
                    Statement(
                        "group-cap-reached",
                        [.text("option", names[option]), .text("group", name), .number("most", cap.most)]))
            }
            return false
        }
    }

    /// The pairs that can stand in the runoff: one, unless a tie is left.
    private func finalists(among free: [Int], writing transcript: inout Transcript) -> [[Int]] {
        var taken: [Int] = []
        var waiting = free.places { sums[$0] }[...]
        var (hasSteps, hasWays) = (true, true)
        while let group = waiting.popFirst(), taken.count < 2 {
            let left = 2 - taken.count
            if group.count <= left {
                taken += group
            } else if hasSteps {
                hasSteps = false
                waiting = order(group, writing: &transcript) + waiting
            } else if hasWays {
                hasWays = false
                waiting = settings.ties.order(group, names: names, writing: &transcript) + waiting
            } else {
                return left == 1
                    ? group.map { taken + [$0] }
                    : group.enumerated().flatMap { place, first in
                        group.dropFirst(place + 1).map { [first, $0] }
                    }
            }
        }
        if taken.count > 1 { transcript.add(Statement("star-finalists", [list("options", taken)])) }
        return [taken]
    }

    /// Puts options with equal sums in order by the steps of the protocol, as far as these go.
    private func order(_ tied: [Int], writing transcript: inout Transcript) -> [[Int]] {
        guard tied.count > 1 else { return [tied] }
        var losses = Dictionary(uniqueKeysWithValues: tied.map { ($0, 0) })
        var rows: [[FactValue?]] = Array(
            repeating: Array(repeating: nil, count: tied.count), count: tied.count)
        for (place, first) in tied.enumerated() {
            for (other, second) in tied.enumerated().dropFirst(place + 1) {
                let votes = ballots.preferring(first, over: second)
                rows[place][other] = .number(votes.first)
                rows[other][place] = .number(votes.second)
                if votes.first < votes.second { losses[first, default: 0] += 1 }
                if votes.second < votes.first { losses[second, default: 0] += 1 }
            }
        }
        let table = Transcript.Table(
            headings: tied.map { .text(names[$0]) },
            rows: zip(tied, rows).map { .init(.text(names[$0]), $1) })
        transcript.add(Statement("star-compared", [list("options", tied)]), table: table)
        let most = losses.values.max() ?? 0
        let lowest = tied.filter { losses[$0] == most }
        if lowest.count < tied.count {
            transcript.add(
                Statement("star-lose-most", [list("options", lowest), .number("losses", most)]))
            let rest = tied.filter { !lowest.contains($0) }
            return order(rest, writing: &transcript) + order(lowest, writing: &transcript)
        }
        let stars = ballots.countOf(score: highest, for: tied)
        let split = tied.places { stars[$0] ?? 0 }
        add(stars, for: tied, isBroken: split.count > 1, writing: &transcript)
        if split.count == 1 { return [tied] }
        return split.flatMap { order($0, writing: &transcript) }
    }

    /// Who can win the runoff: one, unless a tie is left.
    private func runoff(_ pair: [Int], writing transcript: inout Transcript) -> [Int] {
        guard let first = pair.first, let second = pair.last, first != second else {
            if let only = pair.first {
                transcript.add(Statement("star-only-one", [.text("option", names[only])]))
            }
            return pair
        }
        let votes = ballots.preferring(first, over: second)
        transcript.add(
            Statement(
                "star-runoff",
                [
                    .text("first", names[first]), .text("second", names[second]),
                    .number("votes", votes.first), .number("against", votes.second),
                    .number("level", ballots.total - votes.first - votes.second),
                ]))
        if votes.first != votes.second { return [votes.first > votes.second ? first : second] }
        if sums[first] != sums[second] {
            let winner = sums[first] > sums[second] ? first : second
            transcript.add(
                Statement(
                    "star-runoff-by-sum", [.text("option", names[winner]), .number("sum", sums[winner])]))
            return [winner]
        }
        let stars = ballots.countOf(score: highest, for: pair)
        let split = pair.places { stars[$0] ?? 0 }
        add(stars, for: pair, isBroken: split.count > 1, writing: &transcript)
        if split.count > 1 { return split[0] }
        return settings.ties.order(pair, names: names, writing: &transcript)[0]
    }

    /// The line with how many ballots give the highest score.
    private func add(
        _ stars: [Int: Int], for tied: [Int], isBroken: Bool, writing transcript: inout Transcript
    ) {
        transcript.add(
            Statement(
                isBroken ? "star-highest-scores" : "star-highest-scores-equal",
                [.number("score", highest), list("options", tied)]),
            table: .init(
                headings: [.term("ballots")],
                rows: tied.map { .init(.text(names[$0]), [.number(stars[$0] ?? 0)]) }))
    }

    private func list(_ name: String, _ options: [Int]) -> Fact {
        .list(name, options.map { names[$0] })
    }
}
