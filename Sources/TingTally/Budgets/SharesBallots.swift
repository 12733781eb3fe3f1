/// The ballots of a budget, equal ones as one, and which support what.
struct SharesBallots {
    /// The ballots that give one project the same score.
    struct Supporters {
        let score: Int
        /// The groups of equal ballots, by their numbers.
        let groups: [Int32]
    }

    /// How much each group of equal ballots weighs, in units.
    let weights: [Int]
    /// The supporters of each project, by score; a score of 0 supports nothing.
    let supporters: [[Supporters]]
    /// All ballots together in units, those included that support nothing.
    let total: Int
    /// What a unit is worth in votes.
    let unit: Fraction

    /// Groups the ballots.
    ///
    /// - Complexity: O(rows × options).
    init(_ ballots: ScoredBallots) {
        let size = ballots.options.count
        var places: [[Int32]: Int] = [:]
        var weights: [Int] = []
        var found: [[Int: [Int32]]] = Array(repeating: [:], count: size)
        var row: [Int32] = Array(repeating: 0, count: size)
        for number in 0..<ballots.rowCount {
            for option in 0..<size {
                row[option] = Int32(truncatingIfNeeded: ballots.score(ofRow: number, option: option) ?? 0)
            }
            let weight = ballots.weight(ofRow: number)
            if let place = places[row] {
                weights[place] += weight
                continue
            }
            places[row] = weights.count
            for option in 0..<size where row[option] > 0 {
                found[option][Int(row[option]), default: []].append(Int32(weights.count))
            }
            weights.append(weight)
        }
        self.weights = weights
        supporters = found.map { scores in
            scores.sorted { $0.key < $1.key }.map { Supporters(score: $0.key, groups: $0.value) }
        }
        total = ballots.total
        unit = ballots.unit
    }
}
