extension RankedBallots {
    /// Compares every option with every other on every ballot.
    ///
    /// - Complexity: O(rows × options²), 16 rows to a machine instruction, once for each byte of the
    ///   largest weight; the blocks of rows are shared out among the workers.
    public func pairwise(unranked: Unranked, with workers: Workers = .alone) -> PairwiseMatrix {
        let size = options.count
        let pieces = max(1, min(workers.count, blocks.count))
        let cells = UnsafeMutablePointer<Int>.allocate(capacity: pieces * size * size)
        cells.initialize(repeating: 0, count: pieces * size * size)
        defer { cells.deallocate() }
        // Each piece of work has cells of its own.
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
    /// Sixteen ranks, bounds or bytes of weights.
    private typealias Bytes = SIMD16<UInt8>

    private let size: Int
    private let unranked: Unranked
    /// What a rank must be below to be preferred, column by column; used where it is not the other's rank.
    private var bounds: [UInt8] = []
    /// The weights of a block by their bytes: all lowest bytes, then all next ones, each `height` long.
    private var planes: [UInt8] = []

    init(size: Int, unranked: Unranked) {
        self.size = size
        self.unranked = unranked
    }

    /// Adds the preferences of a block.
    mutating func add(_ columns: RankedColumns, to cells: UnsafeMutableBufferPointer<Int>) {
        planes = columns.weights.map { Self.planes(of: $0, height: columns.capacity) } ?? []
        guard unranked == .noOpinion else {
            return count(columns, bounds: columns.ranks, to: cells)
        }
        // Without an opinion nothing is preferred to an unranked option: no rank is below 0.
        if bounds.count != columns.ranks.count { bounds = Array(repeating: 0, count: columns.ranks.count) }
        let nobody = Bytes(repeating: RankedBallots.unranked)
        bounds.withUnsafeMutableBytes { bounds in
            let ranks = UnsafeRawBufferPointer(columns.ranks)
            for place in stride(from: 0, to: bounds.count, by: 16) {
                let rank = ranks.loadUnaligned(fromByteOffset: place, as: Bytes.self)
                let bound = rank.replacing(with: 0, where: rank .== nobody)
                bounds.storeBytes(of: bound, toByteOffset: place, as: Bytes.self)
            }
        }
        bounds.withUnsafeBufferPointer { count(columns, bounds: $0, to: cells) }
    }

    private func count(
        _ columns: RankedColumns, bounds: UnsafeBufferPointer<UInt8>,
        to cells: UnsafeMutableBufferPointer<Int>
    ) {
        guard let ranks = UnsafeRawPointer(columns.ranks.baseAddress),
            let bounds = UnsafeRawPointer(bounds.baseAddress)
        else { return }
        let height = columns.capacity
        if columns.weights == nil, ranks == bounds { return countBothWays(ranks, height, to: cells) }
        for first in 0..<size {
            for second in 0..<size where first != second {
                let (upper, lower) = (ranks + first * height, bounds + second * height)
                let preferring =
                    columns.weights == nil
                    ? Self.number(of: upper, below: lower, height)
                    : Self.weight(planes, of: upper, below: lower, height)
                cells[first * size + second] &+= preferring
            }
        }
    }

    /// Reads each pair of columns once, which is enough where a rank is its own bound.
    private func countBothWays(
        _ ranks: UnsafeRawPointer, _ height: Int, to cells: UnsafeMutableBufferPointer<Int>
    ) {
        for first in 0..<size {
            for second in (first + 1)..<max(size, first + 1) {
                let (left, right) = (ranks + first * height, ranks + second * height)
                var (upward, downward) = (Bytes.zero, Bytes.zero)
                var place = 0
                while place < height {
                    let one = left.loadUnaligned(fromByteOffset: place, as: Bytes.self)
                    let other = right.loadUnaligned(fromByteOffset: place, as: Bytes.self)
                    upward &+= Bytes.zero.replacing(with: 1, where: one .< other)
                    downward &+= Bytes.zero.replacing(with: 1, where: other .< one)
                    place &+= 16
                }
                for lane in 0..<16 {
                    cells[first * size + second] &+= Int(upward[lane])
                    cells[second * size + first] &+= Int(downward[lane])
                }
            }
        }
    }

    /// How many of the ranks are below the bound beside them.
    ///
    /// A block has at most 252 times 16 rows, so a lane of bytes holds its share of the sum.
    private static func number(
        of ranks: UnsafeRawPointer, below bounds: UnsafeRawPointer, _ height: Int
    ) -> Int {
        var lanes = Bytes.zero
        var place = 0
        while place < height {
            let rank = ranks.loadUnaligned(fromByteOffset: place, as: Bytes.self)
            let bound = bounds.loadUnaligned(fromByteOffset: place, as: Bytes.self)
            lanes &+= Bytes.zero.replacing(with: 1, where: rank .< bound)
            place &+= 16
        }
        var sum = 0
        for lane in 0..<16 { sum &+= Int(lanes[lane]) }
        return sum
    }

    /// The weights of the rows in which the rank is below the bound beside it.
    ///
    /// At most 252 bytes of weights come together in a lane, and 252 times 255 fits its 16 bits.
    private static func weight(
        _ planes: [UInt8], of ranks: UnsafeRawPointer, below bounds: UnsafeRawPointer, _ height: Int
    ) -> Int {
        planes.withUnsafeBytes { planes in
            var sum = 0
            for (number, start) in stride(from: 0, to: planes.count, by: height).enumerated() {
                var (even, odd) = (SIMD8<UInt16>.zero, SIMD8<UInt16>.zero)
                var place = 0
                while place < height {
                    let rank = ranks.loadUnaligned(fromByteOffset: place, as: Bytes.self)
                    let bound = bounds.loadUnaligned(fromByteOffset: place, as: Bytes.self)
                    let weight = planes.loadUnaligned(fromByteOffset: start &+ place, as: Bytes.self)
                    let counted = Bytes.zero.replacing(with: weight, where: rank .< bound)
                    let pairs = unsafeBitCast(counted, to: SIMD8<UInt16>.self)
                    even &+= pairs & 0xFF
                    odd &+= pairs &>> 8
                    place &+= 16
                }
                var part = 0
                for lane in 0..<8 { part &+= Int(even[lane]) &+ Int(odd[lane]) }
                sum &+= part << (8 * number)
            }
            return sum
        }
    }

    /// The weights by their bytes, as many planes as the largest weight has bytes.
    private static func planes(of weights: UnsafeBufferPointer<Int>, height: Int) -> [UInt8] {
        var all = 0
        for weight in weights { all |= weight }
        let count = (Int.bitWidth - all.leadingZeroBitCount + 7) / 8
        var planes = Array(repeating: UInt8(0), count: count * height)
        for plane in 0..<count {
            for row in weights.indices {
                planes[plane * height + row] = UInt8(truncatingIfNeeded: weights[row] >> (8 * plane))
            }
        }
        return planes
    }
}
