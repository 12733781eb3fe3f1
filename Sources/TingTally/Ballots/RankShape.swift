/// What is unusual about the ranks of one ballot.
struct RankShape {
    /// Whether several options share a rank.
    private(set) var hasEqual = false
    /// Whether a rank is empty and a later one is not.
    private(set) var hasSkipped = false
    /// Whether every rank is one that a ballot can have.
    private(set) var fits = true

    /// Looks at the rank of every option.
    ///
    /// - Complexity: O(options).
    @inline(__always)
    init(of row: UnsafeBufferPointer<UInt8>) {
        var used: UInt64 = 0
        for rank in row where rank != RankedBallots.unranked {
            guard rank < 64 else {
                look(at: row)
                return
            }
            let bit = UInt64(1) &<< UInt64(rank)
            if used & bit != 0 { hasEqual = true }
            used |= bit
        }
        // The ranks from 0 on without a gap are a row of ones, and one more than that has no bit in common.
        hasSkipped = used & (used &+ 1) != 0
    }

    /// Looks at a ballot with more ranks than a word has bits.
    @inline(never)
    private mutating func look(at row: UnsafeBufferPointer<UInt8>) {
        hasEqual = false
        var used = OptionSet256()
        var last = -1
        var distinct = 0
        for rank in row where rank != RankedBallots.unranked {
            guard rank < RankedBallots.mostRanks else {
                fits = false
                return
            }
            let place = Int(rank)
            if used[place] { hasEqual = true } else { distinct += 1 }
            used[place] = true
            last = max(last, place)
        }
        hasSkipped = distinct != last + 1
    }
}
