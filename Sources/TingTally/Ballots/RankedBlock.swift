/// Some thousands of rankings, kept by columns: the ranks that one option has on all of them lie side by side.
///
/// A comparison of two options reads two columns, many ballots to a machine
/// word. Rows that are allocated and not used yet rank nothing, so a count may
/// run over them: they prefer no option to any other.
struct RankedBlock: Hashable, Sendable {
    /// The most rows of a block: 252 times 16, and no power of two, which would crowd all columns of
    /// a row into the same corner of the machine's cache.
    static let mostRows = 4032

    /// How many rows are used.
    private(set) var count = 0
    /// How many rows are allocated: a multiple of 16.
    private(set) var capacity = 0
    /// Column after column, `capacity` ranks each.
    private var ranks: [UInt8] = []
    /// The weights of the rows used; nil while each is 1.
    private(set) var weights: [Int]?

    /// Whether no row can be added.
    var isFull: Bool { count == Self.mostRows }

    /// A block for so many options with all its rows allocated, or with none.
    init(options: Int, whole: Bool) {
        guard whole else { return }
        capacity = Self.mostRows
        ranks = Array(repeating: RankedBallots.unranked, count: options * capacity)
    }

    /// The weight of a row.
    func weight(of row: Int) -> Int { weights?[row] ?? 1 }

    /// The rank of an option in a row.
    func rank(of option: Int, in row: Int) -> UInt8 { ranks[option * capacity + row] }

    /// Adds a row: the rank of every option. The block is not full.
    mutating func append(_ row: UnsafeBufferPointer<UInt8>, weight: Int) {
        if count == capacity { grow(options: row.count) }
        ranks.withUnsafeMutableBufferPointer { ranks in
            var place = count
            for rank in row {
                ranks[place] = rank
                place &+= capacity
            }
        }
        if weight != 1, weights == nil { weights = Array(repeating: 1, count: count) }
        weights?.append(weight)
        count += 1
    }

    /// Makes room for more rows: a vote of a few ballots stays small.
    private mutating func grow(options: Int) {
        let larger = capacity == 0 ? 16 : min(4 * capacity, Self.mostRows)
        var moved = Array(repeating: RankedBallots.unranked, count: options * larger)
        for option in 0..<options {
            let start = option * capacity
            moved.replaceSubrange(
                (option * larger)..<(option * larger + count), with: ranks[start..<(start + count)])
        }
        (ranks, capacity) = (moved, larger)
    }

    /// Hands out the columns; they are gone when the body returns.
    func withColumns<Result>(_ body: (RankedColumns) -> Result) -> Result {
        ranks.withUnsafeBufferPointer { ranks in
            guard let weights else {
                return body(RankedColumns(count: count, capacity: capacity, ranks: ranks, weights: nil))
            }
            return weights.withUnsafeBufferPointer {
                body(RankedColumns(count: count, capacity: capacity, ranks: ranks, weights: $0))
            }
        }
    }
}

/// The columns of one block while they are read.
struct RankedColumns {
    /// How many rows there are.
    let count: Int
    /// How many rows are allocated, a multiple of 16; those beyond `count` rank nothing.
    let capacity: Int
    /// Column after column, `capacity` ranks each.
    let ranks: UnsafeBufferPointer<UInt8>
    /// The weights of the rows; nil when each is 1.
    let weights: UnsafeBufferPointer<Int>?

    /// The ranks of an option, one a row.
    func column(_ option: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: ranks[(option * capacity)..<(option * capacity + count)])
    }

    /// The ranks of an option, those of rows not used yet included.
    func wholeColumn(_ option: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: ranks[(option * capacity)..<((option + 1) * capacity)])
    }

    /// The weight of a row.
    func weight(of row: Int) -> Int { weights?[row] ?? 1 }
}
