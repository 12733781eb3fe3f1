/// The widest path over defeats from each option to each other, a path being as wide as its weakest defeat.
struct WidestPaths {
    /// How many options there are.
    let size: Int
    /// Row by row, the widths as numbers that grow with strength; 0 where there is no path.
    private var cells: [Int]
    /// What a reader sees for each width.
    private let values: [FactValue]

    /// Finds all paths.
    ///
    /// - Complexity: O(options³).
    init(in matrix: PairwiseMatrix, by strength: DefeatStrength) {
        size = matrix.size
        cells = Array(repeating: 0, count: size * size)
        // Equal strengths get equal numbers, and 0 is left for no path at all.
        let groups = matrix.defeats(by: strength.isWeaker).reversed()
        var values = [FactValue.number(0)]
        for group in groups {
            values += group.prefix(1).map(strength.value)
            for defeat in group { cells[defeat.winner * size + defeat.loser] = values.count - 1 }
        }
        self.values = values
        cells.withUnsafeMutableBufferPointer { [size] cells in
            for middle in 0..<size {
                for first in 0..<size where first != middle {
                    let before = cells[first * size + middle]
                    guard before > 0 else { continue }
                    for second in 0..<size where second != first {
                        let through = min(before, cells[middle * size + second])
                        if through > cells[first * size + second] { cells[first * size + second] = through }
                    }
                }
            }
        }
    }

    /// How wide the widest path from the first option to the second is.
    subscript(first: Int, to second: Int) -> Int { cells[first * size + second] }

    /// The same as a reader sees it.
    func value(_ first: Int, to second: Int) -> FactValue { values[self[first, to: second]] }

    /// All of them as a reader sees them, row by row.
    var rows: [[FactValue]] {
        (0..<size).map { first in (0..<size).map { value(first, to: $0) } }
    }

    /// All options in layers: each layer is what nothing left stands above.
    var layers: [[Int]] {
        var left = Array(0..<size)
        var layers: [[Int]] = []
        while !left.isEmpty {
            let layer = left.filter { option in
                left.allSatisfy { self[$0, to: option] <= self[option, to: $0] }
            }
            // Schulze's relation has no cycles, so a layer is never empty; were it so, stop here.
            guard !layer.isEmpty else { return layers + [left] }
            layers.append(layer)
            left.removeAll(where: layer.contains)
        }
        return layers
    }
}
