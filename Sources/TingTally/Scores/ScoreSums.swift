/// What all ballots together give every option.
struct ScoreSums {
    /// The sum of the scores of each option, in units of the ballots.
    private(set) var sums: [Int]
    /// How many ballots say something of each option, in units of the ballots.
    private(set) var scorers: [Int]

    /// Adds up all scores; what has no score adds nothing.
    ///
    /// - Throws: ``TallyError`` `count-overflow` when a sum does not fit 64 bits.
    /// - Complexity: O(rows × options).
    init(_ ballots: ScoredBallots) throws(TallyError) {
        let size = ballots.options.count
        sums = Array(repeating: 0, count: size)
        scorers = sums
        let bound = ballots.range.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
        guard let most = Int(exactly: bound), !ballots.total.multipliedReportingOverflow(by: most).overflow
        else { throw TallyError(Statement("count-overflow")) }
        // No sum over part of the ballots can overflow from here on.
        switch ballots.scores {
        case .narrow(let cells) where ballots.weights.isEmpty: addBytes(cells)
        case .narrow(let cells): add(cells, ballots)
        case .wide(let cells): add(cells, ballots)
        }
    }

    /// Adds up cells of any width, with weights.
    private mutating func add<Cell: FixedWidthInteger>(_ cells: [Cell], _ ballots: ScoredBallots) {
        let size = sums.count
        for row in 0..<ballots.rowCount {
            let weight = ballots.weight(ofRow: row)
            let start = row * size
            for option in 0..<size where cells[start + option] != .min {
                sums[option] += Int(cells[start + option]) * weight
                scorers[option] += weight
            }
        }
    }

    /// Adds up single bytes without weights, several rows side by side in 16-bit lanes.
    ///
    /// A lane takes 256 cells before it is emptied: 256 × 127 is below 2 to the 15th.
    private mutating func addBytes(_ cells: [Int8]) {
        let size = sums.count
        let width = size * max(1, 64 / size)
        var lanes = Array(repeating: Int16(0), count: width)
        var found = lanes
        var start = 0
        cells.withUnsafeBufferPointer { cells in
            while start < cells.count {
                let rounds = min(256, (cells.count - start) / width)
                lanes.withUnsafeMutableBufferPointer { lanes in
                    found.withUnsafeMutableBufferPointer { found in
                        for _ in 0..<rounds {
                            Self.addBlock(cells, from: start, to: lanes, and: found)
                            start += width
                        }
                    }
                }
                // The last cells do not fill all lanes.
                if rounds < 256 {
                    for cell in start..<cells.count where cells[cell] != .min {
                        lanes[cell - start] += Int16(cells[cell])
                        found[cell - start] += 1
                    }
                    start = cells.count
                }
                for lane in 0..<width {
                    sums[lane % size] += Int(lanes[lane])
                    scorers[lane % size] += Int(found[lane])
                    lanes[lane] = 0
                    found[lane] = 0
                }
            }
        }
    }

    /// Adds one cell to every lane; written without branches, so that the compiler can use wide registers.
    @inline(__always)
    private static func addBlock(
        _ cells: UnsafeBufferPointer<Int8>, from start: Int, to lanes: UnsafeMutableBufferPointer<Int16>,
        and found: UnsafeMutableBufferPointer<Int16>
    ) {
        for lane in 0..<lanes.count {
            let cell = cells[start &+ lane]
            let isScored: Int16 = cell == .min ? 0 : 1
            lanes[lane] = lanes[lane] &+ Int16(truncatingIfNeeded: cell) &* isScored
            found[lane] = found[lane] &+ isScored
        }
    }
}

extension ScoredBallots {
    /// Refuses scores outside a range.
    ///
    /// - Throws: ``TallyError`` `score-below-lowest`, `score-above-highest`.
    func check(lowest: Int, highest: Int?) throws(TallyError) {
        guard let range else { return }
        guard range.lowerBound >= lowest else {
            throw TallyError(
                Statement(
                    "score-below-lowest", [.number("score", range.lowerBound), .number("lowest", lowest)]))
        }
        if let highest, range.upperBound > highest {
            throw TallyError(
                Statement(
                    "score-above-highest", [.number("score", range.upperBound), .number("highest", highest)]))
        }
    }
}
