/// How the ties within a count in rounds are broken before anything is tried out.
struct RoundTies: Sendable {
    /// Whether the method itself looks at the latest earlier round in which the tied had different votes.
    let looksBack: Bool
    /// The ways that were given, without those that the method itself has taken before them.
    let given: TieBreaking

    init(looksBack: Bool, given: TieBreaking) {
        self.looksBack = looksBack
        let own: [TieBreak] = looksBack ? [.earlierRounds(.backwards)] : []
        self.given = TieBreaking(given.ways.filter { !own.contains($0) })
    }

    /// The directions in which earlier rounds are looked at.
    private var directions: [TieBreak.Direction] {
        TieBreak.Direction.allCases.filter { direction in
            given.ways.contains(.earlierRounds(direction)) || (looksBack && direction == .backwards)
        }
    }

    /// Whether what happened in earlier rounds can decide a tie.
    var useHistory: Bool { !directions.isEmpty }

    /// Narrows the tied down to those of whom one must be taken, and writes down every step.
    ///
    /// - Parameter best: Whether the best of them is taken, or the last.
    func narrow(_ tied: [Int], best: Bool, writing log: inout RoundLog) -> [Int] {
        guard tied.count > 1 else { return tied }
        var left = tied
        var lines = Transcript()
        if looksBack {
            lines.add(Statement("tie-by-method"))
            let order = TieBreaking([.earlierRounds(.backwards)]).order(
                left, rounds: log.history, names: log.names, writing: &lines)
            left = (best ? order.first : order.last) ?? left
        }
        if left.count > 1, !given.ways.isEmpty || !looksBack {
            let order = given.order(
                left, rounds: log.history, names: log.names, isSaid: looksBack && left.count == tied.count,
                writing: &lines)
            left = (best ? order.first : order.last) ?? left
        }
        if log.transcript != nil { log.transcript?.add(lines) }
        return left
    }

    /// The order in which earlier rounds put the options, as a part of a state's key; empty where it decides nothing.
    ///
    /// - Complexity: O(options × log options).
    func history(_ log: RoundLog, _ continuing: [Int]) -> [[Int]] {
        directions.compactMap { direction in
            guard let round = direction == .forwards ? log.history.first : log.history.last else {
                return nil
            }
            // Only how they stand among one another counts, not who else stood between them.
            var step: [Int: Int] = [:]
            for place in Set(continuing.map { round[$0] }).sorted() { step[place] = step.count }
            return continuing.map { step[round[$0]] ?? 0 }
        }
    }
}
