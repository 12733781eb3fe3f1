/// One ballot as it is read: the rank of every option. The same row serves for all ballots of a file.
struct BallotRow {
    private var ranks: [UInt8]

    /// A ballot that ranks nothing, for so many options.
    init(options: Int) {
        ranks = Array(repeating: RankedBallots.unranked, count: options)
    }

    /// Gives an option its rank, from 0.
    ///
    /// - Returns: whether the option had none yet.
    @inline(__always)
    mutating func place(_ option: Int, at rank: Int) -> Bool {
        guard ranks[option] == RankedBallots.unranked else { return false }
        ranks[option] = UInt8(truncatingIfNeeded: rank)
        return true
    }

    /// Adds the ballot to the others, and begins the next.
    mutating func end(
        in ballots: inout RankedBallots, weight: Int, line: Int
    ) throws(BallotFileError) {
        do {
            try ranks.withUnsafeBufferPointer { (ranks) throws(TallyError) in
                try ballots.append(ranks: ranks, weight: weight)
            }
        } catch {
            throw BallotFileError(line: line, error.statement)
        }
        clear()
    }

    /// Makes the ballot rank nothing again.
    @inline(__always)
    mutating func clear() {
        ranks.withUnsafeMutableBufferPointer { $0.update(repeating: RankedBallots.unranked) }
    }

    /// Hands out the rank of every option, to be changed.
    @inline(__always)
    mutating func withRanks<Result>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Result) -> Result {
        ranks.withUnsafeMutableBufferPointer { body($0) }
    }
}
