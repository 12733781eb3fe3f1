@testable import TingTally

/// More methods as slowly and plainly as their texts say them: lists, every order tried, no memory of any.
extension PlainCount {
    private func isBeaten(_ option: Int, by other: Int) -> Bool {
        prefer(other, option) > prefer(option, other)
    }

    /// Every pair of which the first beats the second.
    private func beats() -> [(Int, Int)] {
        (0..<options).flatMap { first in
            (0..<options).filter { isBeaten($0, by: first) }.map { (first, $0) }
        }
    }

    /// Whether one can walk from the first to the second over pairs.
    private func reaches(_ start: Int, _ goal: Int, over pairs: [(Int, Int)]) -> Bool {
        pairs.contains { pair in
            guard pair.0 == start else { return false }
            return pair.1 == goal || reaches(pair.1, goal, over: pairs.filter { $0.0 != start })
        }
    }

    /// Every order of some pairs; nil when there are more than a few.
    private func orders(_ pairs: [(Int, Int)]) -> [[(Int, Int)]]? {
        guard pairs.count < 6 else { return nil }
        var result: [[(Int, Int)]] = [[]]
        for pair in pairs {
            result = result.flatMap { order in
                (0...order.count).map { place in order[..<place] + [pair] + order[place...] }
            }
        }
        return result
    }

    /// The winners of Ranked Pairs under any order of equal pairs; nil when there are too many orders.
    func rankedPairsWinners(margins: Bool) -> Set<Int>? {
        func strength(_ pair: (Int, Int)) -> (Int, Int) {
            let (votes, against) = (prefer(pair.0, pair.1), prefer(pair.1, pair.0))
            return margins ? (votes - against, 0) : (votes, -against)
        }
        var left = beats()
        var ways: [[(Int, Int)]] = [[]]
        while let strongest = left.map(strength).max(by: <) {
            let group = left.filter { strength($0) == strongest }
            left.removeAll { strength($0) == strongest }
            guard let orders = orders(group), ways.count * orders.count < 300 else { return nil }
            ways = ways.flatMap { held in
                orders.map { order in
                    order.reduce(held) { held, pair in
                        reaches(pair.1, pair.0, over: held) ? held : held + [pair]
                    }
                }
            }
        }
        return Set(
            ways.flatMap { held in (0..<options).filter { option in !held.contains { $0.1 == option } } })
    }

    /// The smallest group that beats all others of those left, by trying every group.
    func smithSet(_ left: Set<Int>) -> Set<Int> {
        let list = left.sorted()
        let groups = (1..<(1 << list.count)).map { bits in
            Set(list.indices.filter { bits >> $0 & 1 == 1 }.map { list[$0] })
        }
        return groups.filter { group in
            group.allSatisfy { member in
                left.subtracting(group).allSatisfy { isBeaten($0, by: member) }
            }
        }.min { $0.count < $1.count } ?? left
    }

    /// The first choices among some options, in 60ths of a vote.
    private func firstChoices(_ left: Set<Int>) -> [Int: Int] {
        var votes = Dictionary(uniqueKeysWithValues: left.map { ($0, 0) })
        for ballot in ballots {
            guard let top = ballot.ranking.map({ $0.filter(left.contains) }).first(where: { !$0.isEmpty })
            else { continue }
            for option in top { votes[option, default: 0] += 60 * ballot.weight / top.count }
        }
        return votes
    }

    /// Who can win instant runoff among some options when ties for elimination fall either way.
    private func runoffWinners(_ given: Set<Int>, narrowing: Bool) -> Set<Int> {
        let left = narrowing ? smithSet(given) : given
        guard left.count > 1 else { return left }
        let votes = firstChoices(left)
        let least = votes.values.min() ?? 0
        return left.filter { votes[$0] == least }.reduce(into: []) { winners, loser in
            winners.formUnion(runoffWinners(left.subtracting([loser]), narrowing: narrowing))
        }
    }

    /// The places of Condorcet-IRV, one after the other.
    func condorcetIRV(narrowing: Bool) -> [[Int]] {
        var left = Set(0..<options)
        var places: [[Int]] = []
        while !left.isEmpty {
            let winners = runoffWinners(smithSet(left), narrowing: narrowing)
            places.append(winners.sorted())
            left.subtract(winners)
        }
        return places
    }

    /// The sets of options that can take the seats when every tie for elimination falls one way.
    func condorcetIRVSeats(_ seats: Int, narrowing: Bool) -> Set<Set<Int>> {
        func fill(_ elected: Set<Int>) -> Set<Set<Int>> {
            let left = Set(0..<options).subtracting(elected)
            guard elected.count < seats, !left.isEmpty else { return [elected] }
            return runoffWinners(smithSet(left), narrowing: narrowing).reduce(into: []) { sets, winner in
                sets.formUnion(fill(elected.union([winner])))
            }
        }
        return fill([])
    }

    /// The order of Ranked Pairs by a lot: every pair in turn, level pairs last and by the lot.
    func rankedPairsOrder(lot: [Int]) -> [Int] {
        var pairs: [(Int, Int)] = []
        for first in lot {
            for second in lot where first != second {
                let isLevel = prefer(first, second) == prefer(second, first)
                let isFirst = (lot.firstIndex(of: first) ?? 0) < (lot.firstIndex(of: second) ?? 0)
                if prefer(first, second) > prefer(second, first) || (isLevel && isFirst) {
                    pairs.append((first, second))
                }
            }
        }
        // The sort is stable by the places in the list, which are those of the lot.
        let strengths = pairs.enumerated().map { place, pair in
            let (votes, against) = (prefer(pair.0, pair.1), prefer(pair.1, pair.0))
            return votes == against ? (0, 0, -place) : (votes, -against, -place)
        }
        var held: [(Int, Int)] = []
        for place in pairs.indices.sorted(by: { strengths[$0] > strengths[$1] }) {
            let pair = pairs[place]
            if !reaches(pair.1, pair.0, over: held) { held.append(pair) }
        }
        return (0..<options).sorted { reaches($0, $1, over: held) }
    }

    /// The worst comparison of each option.
    func worst(_ variant: String) -> [Int] {
        (0..<options).map { option in
            (0..<options).filter { $0 != option }.map { other in
                let (votes, against) = (prefer(option, other), prefer(other, option))
                switch variant {
                case "margins": return against - votes
                case "opposition": return against
                default: return against > votes ? against : 0
                }
            }.max() ?? 0
        }
    }

    /// The Borda points of each option, ballot by ballot: every place of a level group is given out in turn.
    func borda(_ variant: String) throws -> [Fraction] {
        var points = Array(repeating: Fraction(0), count: options)
        for ballot in ballots {
            var groups = ballot.ranking.filter { !$0.isEmpty }
            let ranked = groups.joined().count
            if variant == "tournament" {
                groups.append((0..<options).filter { !groups.joined().contains($0) })
            }
            var place = 0
            for group in groups {
                var sum = Fraction(0)
                for taken in place..<(place + group.count) {
                    switch variant {
                    case "modified": sum = try sum + Fraction(ranked - taken)
                    case "dowdall": sum = try sum + Fraction(1, taken + 1)
                    default: sum = try sum + Fraction(options - 1 - taken)
                    }
                }
                for option in group {
                    points[option] = try points[option] + sum * Fraction(ballot.weight, group.count)
                }
                place += group.count
            }
        }
        return points
    }
}
