extension RankedBallots {
    /// Compares every option with every other on every ballot.
    ///
    /// - Complexity: O(rows × options²), 16 rows to a machine instruction where every weight is 1; the
    ///   blocks of rows are shared out among the workers.
    public func pairwise(unranked: Unranked, with workers: Workers = .alone) -> PairwiseMatrix {
        let size = options.count
        let pieces = max(1, min(workers.count, blocks.count))
        let cells = UnsafeMutablePointer<Int>.allocate(capacity: pieces * size * size)
        cells.initialize(repeating: 0, count: pieces * size * size)
        defer { cells.deallocate() }
        nonisolated(unsafe) let start = cells
        let blocks = blocks
        workers.perform(pieces) { piece in
            let part = UnsafeMutableBufferPointer(start: start + piece * size * size, count: size * size)
            var pairs = PairCounting(size: size, unranked: unranked)
            for block in (blocks.count * piece / pieces)..<(blocks.count * (piece + 1) / pieces) {
                blocks[block].withColumns { pairs.add($0, to: part) }
            }
        }
        // A cell is a sum of some of the weights, and all of them together fit: `append` saw to it.
        let sums = (0..<(size * size)).map { cell in
            (0..<pieces).reduce(0) { $0 + cells[$1 * size * size + cell] }
        }
        return PairwiseMatrix(size: size, cells: sums)
    }
}

/// Counts pairs in one block of rows after the other.
private struct PairCounting {
    private let size: Int
    private let unranked: Unranked
    /// For each column the ranks below which an option is preferred; used where they are not the ranks.
    private var bounds: [UInt8] = []

    init(size: Int, unranked: Unranked) {
        self.size = size
        self.unranked = unranked
    }

    /// Adds the preferences of a block.
    mutating func add(_ columns: RankedColumns, to cells: UnsafeMutableBufferPointer<Int>) {
        guard unranked == .noOpinion else {
            return count(columns, bounds: columns.ranks, to: cells)
        }
        // Without an opinion nothing is preferred to an unranked option: no rank is below 0.
        if bounds.count != columns.ranks.count { bounds = Array(repeating: 0, count: columns.ranks.count) }
        bounds.withUnsafeMutableBufferPointer { bounds in
            for place in 0..<bounds.count {
                let rank = columns.ranks[place]
                bounds[place] = rank == RankedBallots.unranked ? 0 : rank
            }
        }
        bounds.withUnsafeBufferPointer { count(columns, bounds: $0, to: cells) }
    }

    private func count(
        _ columns: RankedColumns, bounds: UnsafeBufferPointer<UInt8>,
        to cells: UnsafeMutableBufferPointer<Int>
    ) {
        guard let ranks = columns.ranks.baseAddress, let bounds = bounds.baseAddress else { return }
        let height = columns.capacity
        for first in 0..<size {
            for second in 0..<size where first != second {
                let (upper, lower) = (ranks + first * height, bounds + second * height)
                let preferring =
                    if let weights = columns.weights {
                        Self.weight(weights, of: upper, below: lower)
                    } else {
                        Self.number(of: upper, below: lower, height)
                    }
                cells[first * size + second] &+= preferring
            }
        }
    }

    /// How many of the ranks are below the bound beside them; the height is a multiple of 16.
    private static func number(
        of ranks: UnsafePointer<UInt8>, below bounds: UnsafePointer<UInt8>, _ height: Int
    ) -> Int {
        var sum = 0
        var start = 0
        while start < height {
            // A sum of so few truths fits a byte, so the machine adds 16 rows at once.
            let end = min(start + 240, height)
            var part: UInt8 = 0
            for row in start..<end { part &+= ranks[row] < bounds[row] ? 1 : 0 }
            sum &+= Int(part)
            start = end
        }
        return sum
    }

    /// The weights of the rows in which the rank is below the bound beside it.
    private static func weight(
        _ weights: UnsafeBufferPointer<Int>, of ranks: UnsafePointer<UInt8>,
        below bounds: UnsafePointer<UInt8>
    ) -> Int {
        var sum = 0
        for row in 0..<weights.count {
            // The sign of the difference makes a mask; a condition would make the machine guess, and
            // rankings cannot be guessed.
            sum &+= weights[row] & ((Int(ranks[row]) &- Int(bounds[row])) >> 63)
        }
        return sum
    }
}
