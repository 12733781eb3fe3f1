import TingTally

/// Rankings spread around one order, as Mallows's model has them: each step away is less likely by a factor.
///
/// Of the ballots 70 in 100 rank all options, the others a random number of
/// them from the top. The seed is always 20261123.
///
/// - Source: Mallows 1957; Doignon, Pekec and Regenwetter 2004 for the way of drawing.
struct MallowsRankings {
    /// How many options there are.
    let options: Int
    /// The rank of each option, row by row; 255 where a ballot leaves it out.
    let ranks: [UInt8]

    /// Draws so many rankings.
    init(_ count: Int, options: Int, factor: Double) {
        var random = SplitMix(seed: 20_261_123)
        // The chance of each place, from the last up, for every next option.
        let chances = (1...options).map { length in
            let weights = (0..<length).reversed().map { away in
                (0..<away).reduce(1.0) { weight, _ in weight * factor }
            }
            let sum = weights.reduce(0, +)
            return weights.map { $0 / sum }
        }
        var ranks = Array(repeating: UInt8.max, count: count * options)
        var order: [Int] = []
        for row in 0..<count {
            order.removeAll(keepingCapacity: true)
            for option in 0..<options {
                var left = random.part()
                var place = option
                while place > 0, left >= chances[option][place] {
                    left -= chances[option][place]
                    place -= 1
                }
                order.insert(option, at: place)
            }
            let length = random.below(10) < 7 || options == 1 ? options : 1 + random.below(options - 1)
            for place in 0..<length { ranks[row * options + order[place]] = UInt8(place) }
        }
        self.options = options
        self.ranks = ranks
    }

    /// The rankings as ballots, each with this weight.
    func ballots(weight: Int = 1) throws -> RankedBallots {
        var ballots = try RankedBallots(options: (1...options).map { "Option \($0)" })
        try ranks.withUnsafeBufferPointer { ranks in
            for start in stride(from: 0, to: ranks.count, by: options) {
                let row = UnsafeBufferPointer(rebasing: ranks[start..<(start + options)])
                try ballots.append(ranks: row, weight: weight)
            }
        }
        return ballots
    }
}
