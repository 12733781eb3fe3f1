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
        let skipsUnranked = unranked == .noOpinion
        ranks.withUnsafeBufferPointer { ranks in
            weights.withUnsafeBufferPointer { weights in
                cells.withUnsafeMutableBufferPointer { cells in
                    for row in 0..<weights.count {
                        let (start, weight) = (row * size, weights[row])
                        for first in 0..<size {
                            let rank = ranks[start + first]
                            for second in (first + 1)..<max(size, first + 1) {
                                let other = ranks[start + second]
                                if skipsUnranked && max(rank, other) == Self.unranked { continue }
                                // Written without branches, which the rankings would make hard to foresee.
                                cells[first * size + second] &+= rank < other ? weight : 0
                                cells[second * size + first] &+= other < rank ? weight : 0
                            }
                        }
                    }
                }
            }
        }
        return PairwiseMatrix(size: size, cells: cells)
    }
}
