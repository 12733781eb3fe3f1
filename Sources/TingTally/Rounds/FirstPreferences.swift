/// How many ballots count for each option while only some options continue, read from the columns.
///
/// Each rank and its option make one byte, rank first, and the least byte of
/// the continuing columns names a ballot's first choice: sixteen ballots to a
/// machine instruction. That is possible for up to 15 options where no ballot
/// has equal or skipped ranks; all other ballots are counted from ``Piles``,
/// with the same votes.
struct FirstPreferences: Sendable {
    private typealias Bytes = SIMD16<UInt8>

    private let ballots: RankedBallots
    private let workers: Workers

    /// How many options are on the paper.
    var optionCount: Int { ballots.options.count }

    /// Looks at the ballots; nil where they cannot be counted by columns.
    init?(_ ballots: RankedBallots, _ rules: BallotRules, _ workers: Workers) {
        guard ballots.options.count <= 15, !ballots.hasSkippedRanks, rules.areSettled(by: ballots) else {
            return nil
        }
        self.ballots = ballots
        self.workers = workers
    }

    /// The votes of every option, in units: 0 for one that does not continue.
    ///
    /// - Complexity: O(rows × continuing options); the blocks of rows are shared out among the workers.
    func votes(continuing: [Int]) -> [Int] {
        let size = ballots.options.count
        let pieces = max(1, min(workers.count, ballots.blocks.count))
        let sums = UnsafeMutablePointer<Int>.allocate(capacity: pieces * size)
        sums.initialize(repeating: 0, count: pieces * size)
        defer { sums.deallocate() }
        nonisolated(unsafe) let start = sums
        workers.perform(pieces) { piece in
            let part = UnsafeMutableBufferPointer(start: start + piece * size, count: size)
            let blocks = ballots.blocks
            withUnsafeTemporaryAllocation(byteCount: RankedBlock.mostRows, alignment: 16) { first in
                for block in (blocks.count * piece / pieces)..<(blocks.count * (piece + 1) / pieces) {
                    blocks[block].withColumns { columns in
                        Self.find(continuing, in: columns, to: first)
                        Self.add(continuing, columns, UnsafeRawBufferPointer(first), to: part)
                    }
                }
            }
        }
        return (0..<size).map { option in (0..<pieces).reduce(0) { $0 + sums[$1 * size + option] } }
    }

    /// Finds the first continuing option of every row of a block; 255 for a ballot that has none left.
    private static func find(
        _ continuing: [Int], in columns: RankedColumns, to first: UnsafeMutableRawBufferPointer
    ) {
        let height = columns.capacity
        let ranks = UnsafeRawBufferPointer(columns.ranks)
        continuing.withUnsafeBufferPointer { continuing in
            var row = 0
            while row < height {
                var least = Bytes(repeating: .max)
                for option in continuing {
                    let rank = ranks.loadUnaligned(fromByteOffset: option &* height &+ row, as: Bytes.self)
                    // A rank that is left out has all bits set, and stays above every rank that is not.
                    let both = (rank &<< 4) | Bytes(repeating: UInt8(truncatingIfNeeded: option))
                    least.replace(with: both, where: both .< least)
                }
                // Only "less than" compares sixteen at once; the other way round each is compared alone.
                let isRanked = least .< Bytes(repeating: 0xF0)
                let option = Bytes(repeating: .max).replacing(with: least & 0x0F, where: isRanked)
                first.storeBytes(of: option, toByteOffset: row, as: Bytes.self)
                row &+= 16
            }
        }
    }

    /// Adds the rows of a block to the votes of their first options.
    private static func add(
        _ continuing: [Int], _ columns: RankedColumns, _ first: UnsafeRawBufferPointer,
        to sums: UnsafeMutableBufferPointer<Int>
    ) {
        if let weights = columns.weights {
            for row in 0..<weights.count where first[row] != .max { sums[Int(first[row])] &+= weights[row] }
            return
        }
        let height = columns.capacity
        for option in continuing {
            let wanted = Bytes(repeating: UInt8(truncatingIfNeeded: option))
            var start = 0
            while start < height {
                // A sum of so few truths fits a byte.
                let end = min(start &+ 240 &* 16, height)
                var part = Bytes.zero
                while start < end {
                    let found = first.loadUnaligned(fromByteOffset: start, as: Bytes.self)
                    part &+= Bytes.zero.replacing(with: 1, where: found .== wanted)
                    start &+= 16
                }
                for lane in 0..<16 { sums[option] &+= Int(part[lane]) }
            }
        }
    }
}
