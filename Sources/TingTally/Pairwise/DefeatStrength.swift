/// How the strength of a defeat is measured; spelt as the variant of a method.
enum DefeatStrength: String, CaseIterable, Hashable, Sendable {
    /// By how many prefer its winner.
    case winningVotes = "winning-votes"
    /// By how many more prefer its winner than its loser.
    case margins
    /// By how many prefer its winner for each that prefers its loser. A defeat that nobody opposes is
    /// stronger than any that somebody does; of two such the one with more votes. That last rule is ours.
    case ratio

    /// The measure of this name; the usual one for nil.
    init(variant: String?) {
        self = variant.flatMap(DefeatStrength.init) ?? .winningVotes
    }

    /// Whether the first defeat is weaker than the second; neither is weaker when they are equal.
    func isWeaker(_ first: Defeat, _ second: Defeat) -> Bool {
        switch self {
        case .winningVotes: return first.votes < second.votes
        case .margins: return first.votes - first.against < second.votes - second.against
        case .ratio:
            if first.against == 0, second.against == 0 { return first.votes < second.votes }
            let lower = first.votes.multipliedFullWidth(by: second.against)
            let upper = second.votes.multipliedFullWidth(by: first.against)
            return (lower.high, lower.low) < (upper.high, upper.low)
        }
    }

    /// The strength of a defeat as a reader sees it.
    func value(of defeat: Defeat) -> FactValue {
        switch self {
        case .winningVotes: return .number(defeat.votes)
        case .margins: return .number(defeat.votes - defeat.against)
        case .ratio:
            // Nothing is a multiple of no opposition, and of two such defeats the votes decide.
            if defeat.against == 0 { return .text("\(defeat.votes):0") }
            let common = Int(
                greatestCommonDivisor(UInt128(defeat.votes), UInt128(defeat.against)))
            return .text("\(defeat.votes / common):\(defeat.against / common)")
        }
    }

    /// The line that says how strength is measured.
    var statement: Statement { Statement("strength-by-\(rawValue)") }
}

/// A pair of options of which more ballots prefer the one than the other.
struct Defeat: Hashable, Sendable {
    /// The option that more prefer.
    let winner: Int
    /// The other.
    let loser: Int
    /// How many prefer the winner.
    let votes: Int
    /// How many prefer the loser.
    let against: Int

    /// Whether fewer prefer its winner than the other's, or as many and more prefer its loser.
    func isWeaker(than other: Defeat) -> Bool {
        (votes, other.against) < (other.votes, against)
    }

    /// The sentence about this defeat.
    func statement(_ code: String, _ names: [String]) -> Statement {
        Statement(
            code,
            [
                .text("winner", names[winner]), .text("loser", names[loser]), .number("votes", votes),
                .number("against", against),
            ])
    }
}

extension PairwiseMatrix {
    /// Every defeat, in the order of the ballot paper.
    var defeats: [Defeat] {
        var defeats: [Defeat] = []
        for first in 0..<size {
            for second in 0..<size where self[first, over: second] > self[second, over: first] {
                defeats.append(
                    Defeat(
                        winner: first, loser: second, votes: self[first, over: second],
                        against: self[second, over: first]))
            }
        }
        return defeats
    }

    /// Every level pair as a defeat by whoever has the lower place, in the order of the places.
    func levelPairs(by places: [Int]) -> [Defeat] {
        let order = (0..<size).sorted { places[$0] < places[$1] }
        return order.indices.flatMap { place in
            order[(place + 1)...].filter { self[order[place], over: $0] == self[$0, over: order[place]] }.map
            {
                let votes = self[order[place], over: $0]
                return Defeat(winner: order[place], loser: $0, votes: votes, against: votes)
            }
        }
    }

    /// The defeats in groups of equal strength, strongest first.
    func defeats(by isWeaker: (Defeat, Defeat) -> Bool) -> [[Defeat]] {
        let sorted = defeats.sorted { isWeaker($1, $0) }
        var groups: [[Defeat]] = []
        for defeat in sorted {
            if let last = groups.last?.first, !isWeaker(defeat, last) {
                groups[groups.count - 1].append(defeat)
            } else {
                groups.append([defeat])
            }
        }
        return groups
    }
}
