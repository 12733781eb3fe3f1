import TingTally

/// Rankings made up by chance: few options and few distinct weights, so that ties and cycles are common.
struct MadeUpRankings {
    /// One group of equal ballots.
    typealias Row = (ranking: [[Int]], weight: Int)

    let options: Int
    var rows: [Row]

    /// Makes some up; strict ones have no two options level.
    init(_ numbers: inout SeededNumbers, options: Int, strict: Bool = false) {
        self.options = options
        rows = []
        for _ in 0..<(1 + numbers.below(9)) {
            var order = Array(0..<options)
            numbers.shuffle(&order)
            var ranking: [[Int]] = []
            for option in order.prefix(numbers.below(options + 1)) {
                if strict || ranking.isEmpty || numbers.below(3) > 0 {
                    ranking.append([option])
                } else {
                    ranking[ranking.count - 1].append(option)
                }
            }
            rows.append((ranking, 1 + numbers.below(4)))
        }
    }

    /// The plain count of them.
    func plain(_ unranked: Unranked) -> PlainCount {
        PlainCount(options: options, ballots: rows, unranked: unranked)
    }

    /// The rows as ballots.
    func box(_ rows: [Row]? = nil, named name: (Int) -> String = { "O\($0)" }) throws -> RankedBallots {
        var box = try RankedBallots(options: (0..<options).map(name))
        for row in rows ?? self.rows { try box.append(ranking: row.ranking, weight: row.weight) }
        return box
    }
}
