extension BallotRules {
    /// Whether no ballot here asks more of the rules than to pass over empty ranks.
    func areSettled(by ballots: RankedBallots) -> Bool {
        !ballots.hasEqualRanks && !mustRankAll && mostRanks == nil
            && (mostSkippedRanks == nil || !ballots.hasSkippedRanks)
    }
}

/// Reads single ballots by the ballot rules.
///
/// - Source: RCTab's rules of the same names: a ballot is read rank by rank; too many empty ranks before
///   the next used one end it, then several options at one rank are looked at.
struct BallotRuleReader {
    private let rules: BallotRules
    private let options: Int
    /// The options at each rank of the ballot being read.
    private var ranks: [[UInt8]]

    /// A reader for so many options.
    init(_ rules: BallotRules, options: Int) {
        self.rules = rules
        self.options = options
        ranks = Array(repeating: [], count: RankedBallots.mostRanks)
    }

    /// The list of a row, groups of equals between marks; nil when the ballot is invalid.
    mutating func read(_ columns: RankedColumns, _ row: Int) -> [UInt8]? {
        var ranked = 0
        var length = 0
        for option in 0..<options {
            let rank = columns.ranks[option * columns.capacity + row]
            guard rank != RankedBallots.unranked else { continue }
            ranks[Int(rank)].append(UInt8(truncatingIfNeeded: option))
            length = max(length, Int(rank) + 1)
            ranked += 1
        }
        defer { for rank in 0..<length { ranks[rank].removeAll(keepingCapacity: true) } }
        if rules.mustRankAll, ranked < options { return nil }
        var list: [UInt8] = []
        var last = -1
        for rank in 0..<min(length, rules.mostRanks ?? length) where !ranks[rank].isEmpty {
            if let most = rules.mostSkippedRanks, rank - last - 1 > most { return list }
            last = rank
            guard ranks[rank].count > 1 else {
                list += ranks[rank]
                continue
            }
            switch rules.overvotes ?? .exhaust {
            case .skip: continue
            case .exhaust: return list
            case .exhaustIfMultipleContinuing:
                list.append(PreferenceLists.groupStart)
                list += ranks[rank]
                list.append(PreferenceLists.groupEnd)
            }
        }
        return list
    }
}
