import TingTally

/// Counts of scores by their definitions, one ballot after the other: slow, and meant to be read.
struct PlainScores {
    let options: Int
    /// Every ballot with all its scores; nil is no score.
    var ballots: [[Int?]] = []

    /// Generated ballots, some of them equal and some empty.
    init(options: Int, ballots count: Int, scores: ClosedRange<Int>, _ random: inout SeededNumbers) {
        self.options = options
        for _ in 0..<count {
            ballots.append(
                (0..<options).map { _ in
                    random.below(5) == 0 ? nil : scores.lowerBound + random.below(scores.count)
                })
        }
    }

    init(options: Int, _ ballots: [[Int?]]) {
        self.options = options
        self.ballots = ballots
    }

    /// The box that the module counts; `weights` says how many times each ballot stands in it.
    func box(weights: [Int]? = nil, names: [String]? = nil) throws -> ScoredBallots {
        var box = try ScoredBallots(options: names ?? (0..<options).map { "O\($0)" })
        for (place, ballot) in ballots.enumerated() {
            let scores = ballot.enumerated().compactMap { option, score in score.map { (option, $0) } }
            try box.append(scores: scores, weight: weights?[place] ?? 1)
        }
        return box
    }

    func sum(_ option: Int) -> Int { ballots.reduce(0) { $0 + ($1[option] ?? 0) } }

    /// Options in groups of equals by a number, best first.
    func order(_ number: (Int) -> Int) -> [[Int]] {
        let levels = Set((0..<options).map(number)).sorted(by: >)
        return levels.map { level in (0..<options).filter { number($0) == level } }
    }

    private func prefer(_ one: Int, _ other: Int) -> Int {
        ballots.filter { ($0[one] ?? 0) > ($0[other] ?? 0) }.count
    }

    /// The options that can win by STAR, read from the published steps; every tie that is left is followed.
    func starWinners(highest: Int) -> Set<Int> {
        guard options > 1 else { return [0] }
        var winners: Set<Int> = []
        for pair in starPairs(highest: highest) { winners.formUnion(starRunoff(pair.0, pair.1, highest)) }
        return winners
    }

    private func starPairs(highest: Int) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for one in 0..<options {
            for other in (one + 1)..<max(options, one + 1) {
                // A pair can stand in the runoff when nobody outside must stand above either of them.
                let others = (0..<options).filter { $0 != one && $0 != other }
                let level = starLevels(highest)
                if others.allSatisfy({ level[$0] >= level[one] && level[$0] >= level[other] }) {
                    pairs.append((one, other))
                }
            }
        }
        return pairs
    }

    /// For each option its place by sums and the steps that break ties; equal places are tied.
    private func starLevels(_ highest: Int) -> [Int] {
        var levels = Array(repeating: 0, count: options)
        var next = 0
        for group in order(sum) {
            for part in split(group, highest) {
                for option in part { levels[option] = next }
                next += 1
            }
        }
        return levels
    }

    private func split(_ tied: [Int], _ highest: Int) -> [[Int]] {
        if tied.count < 2 { return [tied] }
        let losses = tied.map { one in tied.filter { prefer($0, one) > prefer(one, $0) }.count }
        let worst = losses.max() ?? 0
        let upper = zip(tied, losses).filter { $0.1 < worst }.map(\.0)
        if !upper.isEmpty {
            return split(upper, highest) + split(tied.filter { !upper.contains($0) }, highest)
        }
        let stars = tied.map { option in ballots.filter { $0[option] == highest }.count }
        let best = stars.max() ?? 0
        let top = zip(tied, stars).filter { $0.1 == best }.map(\.0)
        if top.count == tied.count { return [tied] }
        // The rest is asked again from the first step, group by group of equal stars.
        let counts = Set(stars).sorted(by: >)
        return counts.flatMap { count in
            split(zip(tied, stars).filter { $0.1 == count }.map(\.0), highest)
        }
    }

    private func starRunoff(_ one: Int, _ other: Int, _ highest: Int) -> Set<Int> {
        func stars(_ option: Int) -> Int { ballots.filter { $0[option] == highest }.count }
        for (left, right) in [
            (prefer(one, other), prefer(other, one)), (sum(one), sum(other)), (stars(one), stars(other)),
        ] where left != right {
            return [left > right ? one : other]
        }
        return [one, other]
    }
}
