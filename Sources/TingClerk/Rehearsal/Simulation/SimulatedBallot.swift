import TingProceedings
import TingTally
import TingWorkflow

/// Ballots as people with an opinion write them, on any paper.
struct SimulatedBallot {
    let paper: BallotPaper
    /// Whether the last option is the default option.
    let hasDefault: Bool

    /// A ballot; nil where the paper has no options to name.
    func text(for opinion: Choice, _ numbers: inout SplitMix) -> String? {
        if paper.isYesNo { return word(for: opinion) }
        let letters = paper.letters
        guard !letters.isEmpty else { return nil }
        let real = hasDefault ? Array(letters.dropLast()) : letters
        var order = numbers.shuffled(real)
        if hasDefault, let last = letters.last {
            let place = opinion == .yes ? min(1, order.count) + numbers.below(order.count) : 0
            order.insert(last, at: min(place, order.count))
        }
        return switch paper.form {
        case .ranking: ranking(order, &numbers)
        case .oneChoice: order[0]
        case .approval: approval(order, opinion, &numbers)
        case .plusMinus:
            letters.map { letter in
                let likes = letter == order[0] ? opinion : [.yes, .abstain, .no][numbers.below(3)]
                return letter + "=" + (likes == .yes ? "+1" : likes == .no ? "-1" : "0")
            }.joined(separator: ",")
        case .score(let lowest, let highest):
            letters.map { letter in
                let score = letter == order[0] ? highest : lowest + numbers.below(highest - lowest + 1)
                return "\(letter)=\(score)"
            }.joined(separator: ",")
        case .points(let points): shared(points, among: order)
        case .yesNoAbstain: nil
        }
    }

    private func word(for opinion: Choice) -> String {
        let signs = paper.form == .plusMinus
        return switch opinion {
        case .yes: signs ? "+1" : "yes"
        case .no: signs ? "-1" : "no"
        default: signs ? "0" : "abstain"
        }
    }

    private func ranking(_ order: [String], _ numbers: inout SplitMix) -> String {
        var length = paper.mustRankAll ? order.count : 1 + numbers.below(order.count)
        if let most = paper.mostRanks { length = min(length, max(1, most)) }
        return order.prefix(length).joined(separator: ">")
    }

    private func approval(_ order: [String], _ opinion: Choice, _ numbers: inout SplitMix) -> String {
        let others = order.dropFirst().filter { _ in opinion == .yes && numbers.below(2) == 0 }
        return ([order[0]] + others).joined(separator: ",")
    }

    /// Two thirds of the points for the first, and what is left for the second; of credits, as many as their
    /// squares allow.
    private func shared(_ points: Int, among order: [String]) -> String {
        let many = paper.isOfCredits ? root(of: points * 2 / 3) : points - points / 3
        let left = paper.isOfCredits ? root(of: points - many * many) : points - many
        var parts = ["\(order[0])=\(max(many, 1))"]
        if order.count > 1, left > 0 { parts.append("\(order[1])=\(left)") }
        return parts.joined(separator: ",")
    }

    /// The largest number whose square is not above another.
    private func root(of number: Int) -> Int {
        var root = 0
        while (root + 1) * (root + 1) <= number { root += 1 }
        return root
    }
}
