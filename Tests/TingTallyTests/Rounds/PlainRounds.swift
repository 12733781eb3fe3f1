import TingTally

/// Instant runoff and the Scottish vote once more, as slowly and plainly as their texts say it.
///
/// Every ballot is a paper of its own with a value; ties are followed in every way without any memory. Nil
/// stands for more ways than are worth following here.
struct PlainRounds {
    let options: Int
    /// Strict rankings; equal ballots stand there as often as they were cast.
    let papers: [[Int]]

    /// Who can win an instant runoff.
    func runoffWinners(_ left: Set<Int>? = nil) -> Set<Int> {
        let left = left ?? Set(0..<options)
        var votes: [Int: Int] = [:]
        for option in left { votes[option] = 0 }
        for paper in papers {
            if let first = paper.first(where: left.contains) { votes[first, default: 0] += 1 }
        }
        if left.count == 1 { return left }
        let cast = votes.values.reduce(0, +)
        if let winner = votes.first(where: { 2 * $0.value > cast }) { return [winner.key] }
        let fewest = votes.values.min()
        return votes.filter { $0.value == fewest }.reduce(into: []) { possible, lowest in
            possible.formUnion(runoffWinners(left.subtracting([lowest.key])))
        }
    }

    /// A Scottish count between two stages: what each paper is worth in hundred-thousandths and who holds it.
    struct Stage {
        var worth: [Int]
        var holder: [Int?]
        var elected: [Int] = []
        var waiting: Set<Int> = []
        var left: Set<Int>
        var history: [[Int]] = []
    }

    /// The sets of options that the Scottish rules can elect, over all lots; nil when there are too many lots.
    func scottishWinners(seats: Int) -> Set<Set<Int>>? {
        let left = Set(0..<options)
        let stage = Stage(
            worth: papers.map { _ in 100_000 }, holder: papers.map { $0.first }, left: left)
        let quota = (papers.filter { !$0.isEmpty }.count / (seats + 1) + 1) * 100_000
        var lots = 0
        return finish(stage, seats, quota, &lots)
    }

    private func votes(_ stage: Stage) -> [Int] {
        var votes = Array(repeating: 0, count: options)
        for (worth, holder) in zip(stage.worth, stage.holder) { if let holder { votes[holder] += worth } }
        return votes
    }

    /// The tied who remain when the latest earlier stage with a difference has decided.
    private func latest(_ tied: [Int], _ history: [[Int]], best: Bool) -> [Int] {
        var tied = tied
        for votes in history.reversed() {
            let counts = tied.map { votes[$0] }
            let wanted = best ? counts.max() : counts.min()
            tied = tied.filter { votes[$0] == wanted }
        }
        return tied
    }

    private func finish(_ before: Stage, _ seats: Int, _ quota: Int, _ lots: inout Int) -> Set<Set<Int>>? {
        var stage = before
        let votes = votes(stage)
        stage.history.append(votes)
        for option in stage.left where votes[option] >= quota {
            stage.elected.append(option)
            stage.waiting.insert(option)
        }
        stage.left.subtract(stage.elected)
        let open = seats - stage.elected.count
        if open <= 0 { return [Set(stage.elected)] }
        if stage.left.count <= open { return [Set(stage.elected).union(stage.left)] }
        stage.waiting = stage.waiting.filter { votes[$0] > quota }
        let isTransfer = !stage.waiting.isEmpty
        let pool = isTransfer ? stage.waiting : stage.left
        let counts = pool.map { votes[$0] }
        let wanted = isTransfer ? counts.max() : counts.min()
        let tied = latest(pool.filter { votes[$0] == wanted }.sorted(), stage.history, best: isTransfer)
        var found: Set<Set<Int>> = []
        for option in tied {
            lots += 1
            if lots > 3_000 { return nil }
            var next = stage
            next.waiting.remove(option)
            next.left.remove(option)
            for paper in papers.indices where stage.holder[paper] == option {
                if isTransfer {
                    next.worth[paper] = stage.worth[paper] * (votes[option] - quota) / votes[option]
                }
                let start = papers[paper].firstIndex(of: option) ?? 0
                next.holder[paper] = papers[paper][start...].first { next.left.contains($0) }
            }
            // What was passed on is gone; the option keeps the quota, held by no paper here.
            guard let ends = finish(next, seats, quota, &lots) else { return nil }
            found.formUnion(ends)
        }
        return found
    }
}
