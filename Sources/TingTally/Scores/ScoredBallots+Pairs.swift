extension ScoredBallots {
    /// How many ballots score the first option higher, and how many the second; no score is a score of 0.
    ///
    /// - Complexity: O(rows).
    func preferring(_ first: Int, over second: Int) -> (first: Int, second: Int) {
        switch scores {
        case .narrow(let cells): preferring(first, second, cells)
        case .wide(let cells): preferring(first, second, cells)
        }
    }

    /// How many ballots give each option exactly this score.
    ///
    /// - Complexity: O(rows × options).
    func countOf(score: Int, for options: [Int]) -> [Int: Int] {
        var counts = Dictionary(uniqueKeysWithValues: options.map { ($0, 0) })
        for option in options {
            var count = 0
            for row in 0..<rowCount where self.score(ofRow: row, option: option) == score {
                count += weight(ofRow: row)
            }
            counts[option] = count
        }
        return counts
    }

    private func preferring<Cell: FixedWidthInteger>(
        _ first: Int, _ second: Int, _ cells: [Cell]
    ) -> (first: Int, second: Int) {
        let size = options.count
        var (above, below) = (0, 0)
        for row in 0..<rowCount {
            let left = cells[row * size + first]
            let right = cells[row * size + second]
            let (one, other) = (left == .min ? 0 : left, right == .min ? 0 : right)
            let weight = weight(ofRow: row)
            above += one > other ? weight : 0
            below += other > one ? weight : 0
        }
        return (above, below)
    }
}
