/// How many ballots count for each option while only some options continue.
///
/// Ballots without equal ranks are read by columns: each rank and its option
/// make one number, and the least of the continuing columns is found for many
/// ballots at once. All others are read list by list. Both give the same votes.
struct FirstPreferences: Sendable {
    private let ballots: RankedBallots
    /// The lists, where ballots cannot be read by columns.
    private let lists: PreferenceLists?
    private let workers: Workers
    /// Ballots that count, in units.
    let valid: Int
    /// Ballots that leave options out where all must be ranked, in units.
    let invalid: Int

    /// Looks at the ballots by these rules.
    init(_ ballots: RankedBallots, _ rules: BallotRules, _ workers: Workers, byLists: Bool = false) {
        self.ballots = ballots
        self.workers = workers
        lists = byLists || !rules.areSettled(by: ballots) ? PreferenceLists(ballots, rules) : nil
        invalid = lists?.invalid ?? 0
        valid = ballots.total - invalid
    }

    /// Whether a ballot can be exhausted while one of its options still continues, so that every count needs
    /// to know which ballots the counts before it exhausted.
    var needsMemory: Bool { lists?.hasGroups ?? false }

    /// The votes of every option, in units: 0 for one that does not continue.
    ///
    /// - Parameter ended: For each list whether it was exhausted at a group of equals; kept from count to
    ///   count where ``needsMemory`` is true, and empty at the first.
    func votes(continuing: [Int], ended: inout [Bool]) -> [Int] {
        guard let lists, lists.hasGroups else { return votes(continuing: continuing) }
        if ended.isEmpty { ended = Array(repeating: false, count: lists.count) }
        var sums = Array(repeating: 0, count: ballots.options.count)
        sums.withUnsafeMutableBufferPointer { lists.add(continuing, $0, &ended) }
        return sums
    }

    /// The votes of every option, in units, by columns or by lists without groups.
    ///
    /// - Complexity: O(rows × continuing options) by columns, 16 rows at a time; O(rows × ranks passed
    ///   over) by lists.
    private func votes(continuing: [Int]) -> [Int] {
        let size = ballots.options.count
        let pieces = max(1, min(workers.count, ballots.blocks.count))
        let sums = UnsafeMutablePointer<Int>.allocate(capacity: pieces * size)
        sums.initialize(repeating: 0, count: pieces * size)
        defer { sums.deallocate() }
        nonisolated(unsafe) let start = sums
        workers.perform(pieces) { piece in
            let part = UnsafeMutableBufferPointer(start: start + piece * size, count: size)
            if let lists {
                lists.add(
                    (lists.count * piece / pieces)..<(lists.count * (piece + 1) / pieces), continuing, part)
                return
            }
            let blocks = ballots.blocks
            var columns = FirstPreferenceColumns(
                continuing, options: size, ranksFitNibble: size <= 15 && !ballots.hasSkippedRanks)
            for block in (blocks.count * piece / pieces)..<(blocks.count * (piece + 1) / pieces) {
                blocks[block].withColumns { columns.add($0, to: part) }
            }
        }
        return (0..<size).map { option in (0..<pieces).reduce(0) { $0 + sums[$1 * size + option] } }
    }
}

extension PreferenceLists {
    /// Adds the votes of some lists.
    fileprivate func add(_ rows: Range<Int>, _ continuing: [Int], _ sums: UnsafeMutableBufferPointer<Int>) {
        var flags = Array(repeating: false, count: optionCount)
        for option in continuing { flags[option] = true }
        flags.withUnsafeBufferPointer { flags in
            entries.withUnsafeBufferPointer { entries in
                guard let flags = flags.baseAddress, let entries = entries.baseAddress else { return }
                for row in rows {
                    var place = 0
                    let option = Self.next(on: entries + row * stride, from: &place, continuing: flags)
                    if option != Self.end { sums[Int(option)] &+= weights[row] }
                }
            }
        }
    }
}

extension PreferenceLists {
    /// Adds the votes of lists of which some end at a group of equals, for good.
    fileprivate func add(
        _ continuing: [Int], _ sums: UnsafeMutableBufferPointer<Int>, _ ended: inout [Bool]
    ) {
        var flags = Array(repeating: false, count: optionCount)
        for option in continuing { flags[option] = true }
        flags.withUnsafeBufferPointer { flags in
            entries.withUnsafeBufferPointer { entries in
                guard let flags = flags.baseAddress, let entries = entries.baseAddress else { return }
                for row in 0..<count where !ended[row] {
                    var place = 0
                    let option = Self.next(on: entries + row * stride, from: &place, continuing: flags)
                    if option != Self.end { sums[Int(option)] &+= weights[row] } else { ended[row] = true }
                }
            }
        }
    }
}

/// Finds the first continuing option of many rows at once.
private struct FirstPreferenceColumns {
    private let continuing: [Int]
    private let ranksFitNibble: Bool
    /// For each row the least of rank and option, as one number; then the option.
    private var narrow: [UInt8]
    private var wide: [UInt16]

    init(_ continuing: [Int], options: Int, ranksFitNibble: Bool) {
        self.continuing = continuing
        self.ranksFitNibble = ranksFitNibble
        narrow = Array(repeating: .max, count: RankedBlock.mostRows)
        wide = Array(repeating: .max, count: ranksFitNibble ? 0 : RankedBlock.mostRows)
    }

    /// Adds the votes of a block.
    mutating func add(_ columns: RankedColumns, to sums: UnsafeMutableBufferPointer<Int>) {
        if ranksFitNibble { findNarrow(columns) } else { findWide(columns) }
        let height = columns.capacity
        narrow.withUnsafeBufferPointer { first in
            guard let first = first.baseAddress else { return }
            if let weights = columns.weights {
                for row in 0..<weights.count where first[row] != .max {
                    sums[Int(first[row])] &+= weights[row]
                }
            } else {
                for option in continuing {
                    sums[option] &+= Self.number(of: UInt8(truncatingIfNeeded: option), in: first, height)
                }
            }
        }
    }

    /// Rank and option in one byte: for up to 15 options, whose ranks are below 15.
    private mutating func findNarrow(_ columns: RankedColumns) {
        let height = columns.capacity
        narrow.withUnsafeMutableBufferPointer { least in
            guard let least = least.baseAddress else { return }
            for row in 0..<height { least[row] = .max }
            for option in continuing {
                let ranks = columns.wholeColumn(option)
                guard let ranks = ranks.baseAddress else { continue }
                let low = UInt8(truncatingIfNeeded: option)
                // A rank that is left out has all bits set, and stays above every rank that is not.
                for row in 0..<height { least[row] = min(least[row], ranks[row] &<< 4 | low) }
            }
            for row in 0..<height { least[row] = least[row] >= 0xF0 ? .max : least[row] & 0x0F }
        }
    }

    /// Rank and option in two bytes.
    private mutating func findWide(_ columns: RankedColumns) {
        let height = columns.capacity
        wide.withUnsafeMutableBufferPointer { least in
            narrow.withUnsafeMutableBufferPointer { first in
                guard let least = least.baseAddress, let first = first.baseAddress else { return }
                for row in 0..<height { least[row] = .max }
                for option in continuing {
                    guard let ranks = columns.wholeColumn(option).baseAddress else { continue }
                    let low = UInt16(truncatingIfNeeded: option)
                    for row in 0..<height { least[row] = min(least[row], UInt16(ranks[row]) &<< 8 | low) }
                }
                for row in 0..<height {
                    first[row] = least[row] >= 0xFF00 ? .max : UInt8(truncatingIfNeeded: least[row])
                }
            }
        }
    }

    /// How many rows have this option; the height is a multiple of 16.
    private static func number(of option: UInt8, in first: UnsafePointer<UInt8>, _ height: Int) -> Int {
        var sum = 0
        var start = 0
        while start < height {
            // A sum of so few truths fits a byte, so the machine adds 16 rows at once.
            let end = min(start + 240, height)
            var part: UInt8 = 0
            for row in start..<end { part &+= first[row] == option ? 1 : 0 }
            sum &+= Int(part)
            start = end
        }
        return sum
    }
}
