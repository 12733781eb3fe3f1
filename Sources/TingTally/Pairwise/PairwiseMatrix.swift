/// How many ballots prefer each option to each other option.
public struct PairwiseMatrix: Hashable, Sendable {
    /// How many options there are.
    public let size: Int
    /// Row by row.
    private let cells: [Int]

    /// A matrix with these numbers, row by row.
    init(size: Int, cells: [Int]) {
        self.size = size
        self.cells = cells
    }

    /// How many ballots prefer the first option to the second; 0 for an option over itself.
    public subscript(first: Int, over second: Int) -> Int { cells[first * size + second] }

    /// The numbers of each option over each other, row by row.
    public var rows: [[Int]] {
        (0..<size).map { Array(cells[($0 * size)..<(($0 + 1) * size)]) }
    }

    /// The option that strictly beats every other one; nil when there is none.
    public var condorcetWinner: Int? {
        (0..<size).first { option in
            (0..<size).allSatisfy { $0 == option || self[option, over: $0] > self[$0, over: option] }
        }
    }
}

extension RankedBallots {
    /// Compares every option with every other on every ballot.
    ///
    /// - Complexity: O(rows × options²).
    public func pairwise(unranked: Unranked) -> PairwiseMatrix {
        let size = options.count
        // A cell is a sum of some of the weights, and all of them together fit: `append` saw to it.
        var cells = Array(repeating: 0, count: size * size)
        // A block of rows is turned into columns, which the machine compares many at a time. What a
        // rank must be below is kept apart: without an opinion nothing is below an unranked option.
        let block = 2048
        var columns = [UInt8](repeating: 0, count: size * block)
        var bounds = columns
        let unrankedBound = unranked == .noOpinion ? 0 : Self.unranked
        for start in stride(from: 0, to: weights.count, by: block) {
            let count = min(block, weights.count - start)
            for option in 0..<size {
                for row in 0..<count {
                    let rank = ranks[(start + row) * size + option]
                    columns[option * block + row] = rank
                    bounds[option * block + row] = rank == Self.unranked ? unrankedBound : rank
                }
            }
            for first in 0..<size {
                for second in 0..<size where first != second {
                    cells[first * size + second] &+= Self.sum(
                        of: weights[start..<(start + count)], where: columns[(first * block)...],
                        isBelow: bounds[(second * block)...])
                }
            }
        }
        return PairwiseMatrix(size: size, cells: cells)
    }

    /// The weights of the rows in which the one number is below the other.
    private static func sum(
        of weights: ArraySlice<Int>, where ranks: ArraySlice<UInt8>, isBelow bounds: ArraySlice<UInt8>
    ) -> Int {
        weights.withUnsafeBufferPointer { weights in
            ranks.withUnsafeBufferPointer { ranks in
                bounds.withUnsafeBufferPointer { bounds in
                    var sum = 0
                    for row in 0..<weights.count {
                        // The sign of the difference makes a mask; a condition would make the
                        // machine guess, and rankings cannot be guessed.
                        sum &+= weights[row] & ((Int(ranks[row]) &- Int(bounds[row])) >> 63)
                    }
                    return sum
                }
            }
        }
    }
}
