import TingTally

/// The methods once more, as slowly and plainly as their texts say it: lists, no matrix, no bits.
struct PlainCount {
    let options: Int
    let ballots: [(ranking: [[Int]], weight: Int)]
    let unranked: Unranked

    /// V(A,B): how many prefer the first to the second, read from each ballot anew.
    func prefer(_ first: Int, _ second: Int) -> Int {
        ballots.reduce(0) { sum, ballot in
            let upper = ballot.ranking.firstIndex { $0.contains(first) }
            let lower = ballot.ranking.firstIndex { $0.contains(second) }
            let isPreferred: Bool =
                switch (upper, lower) {
                case (let upper?, let lower?): upper < lower
                case (_?, nil): unranked == .last
                case (nil, _): false
                }
            return sum + (isPreferred ? ballot.weight : 0)
        }
    }

    /// Whether there is a path over defeats of at least this strength, found by walking.
    private func hasPath(_ start: Int, _ goal: Int, over defeats: [(Int, Int)]) -> Bool {
        var seen: Set<Int> = []
        var waiting = [start]
        while let option = waiting.popLast() {
            for defeat in defeats where defeat.0 == option && seen.insert(defeat.1).inserted {
                if defeat.1 == goal { return true }
                waiting.append(defeat.1)
            }
        }
        return false
    }

    /// Schulze's winners: options to which nobody has a stronger path than they have back.
    func schulzeWinners() -> [Int] {
        let all = Array(0..<options)
        var strengths: [[Int]] = Array(repeating: Array(repeating: 0, count: options), count: options)
        var votes: [(Int, Int, Int)] = []
        for first in all {
            for second in all where first != second && prefer(first, second) > prefer(second, first) {
                votes.append((first, second, prefer(first, second)))
            }
        }
        for first in all {
            for second in all where first != second {
                for strength in Set(votes.map(\.2)).sorted(by: >) {
                    let strong = votes.filter { $0.2 >= strength }.map { ($0.0, $0.1) }
                    if hasPath(first, second, over: strong) {
                        strengths[first][second] = strength
                        break
                    }
                }
            }
        }
        return all.filter { option in all.allSatisfy { strengths[$0][option] <= strengths[option][$0] } }
    }

    /// Debian's A.6, clause by clause.
    func debianWinners(default fallback: Int, quorum: Int, ratio: Int) -> [Int] {
        let left = (0..<options).filter { option in
            guard option != fallback else { return true }
            let (votes, against) = (prefer(option, fallback), prefer(fallback, option))
            return votes >= quorum && votes >= ratio * against && votes > against
        }
        var defeats: [(Int, Int)] = []
        for first in left {
            for second in left where prefer(first, second) > prefer(second, first) {
                defeats.append((first, second))
            }
        }
        while true {
            let set = left.filter { option in
                left.allSatisfy { other in
                    hasPath(option, other, over: defeats) || !hasPath(other, option, over: defeats)
                }
            }
            let within = defeats.filter { set.contains($0.0) && set.contains($0.1) }
            if within.isEmpty { return set }
            let weakest = within.filter { defeat in
                !within.contains { other in
                    let (votes, otherVotes) = (prefer(defeat.0, defeat.1), prefer(other.0, other.1))
                    return otherVotes < votes
                        || (otherVotes == votes && prefer(other.1, other.0) > prefer(defeat.1, defeat.0))
                }
            }
            defeats.removeAll { defeat in weakest.contains { $0 == defeat } }
        }
    }
}
