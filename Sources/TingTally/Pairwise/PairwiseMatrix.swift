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
