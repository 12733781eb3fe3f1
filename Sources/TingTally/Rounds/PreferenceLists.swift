/// Every ballot as the list of options it can come to count for, in order, after the ballot rules.
///
/// A list holds one byte an option. Where the rules let a group of equals stand
/// until only one of them continues, the group stands in the list between two
/// marks.
struct PreferenceLists: Sendable {
    /// What stands after the last option of a list.
    static let end = UInt8.max
    /// What stands before a group of equals, and after it.
    static let groupStart: UInt8 = 250
    static let groupEnd: UInt8 = 251

    /// How many options are on the paper.
    let optionCount: Int
    /// The lists, `stride` bytes each, filled up with ``end``.
    private(set) var entries: [UInt8]
    /// How many bytes a list takes.
    let stride: Int
    /// The weight of each list, in units.
    private(set) var weights: [Int] = []
    /// Ballots that leave options out where all must be ranked, in units; they have no list.
    private(set) var invalid = 0
    /// Ballots whose list is empty, in units.
    private(set) var empty = 0
    /// Whether any list holds a group of equals.
    private(set) var hasGroups = false

    /// How many lists there are.
    var count: Int { weights.count }

    /// Makes the lists by these rules.
    ///
    /// - Complexity: O(rows × options), and options × ranks more for a ballot with equal or skipped ranks.
    init(_ ballots: RankedBallots, _ rules: BallotRules) {
        optionCount = ballots.options.count
        let groups = ballots.hasEqualRanks && rules.overvotes == .exhaustIfMultipleContinuing
        let isPlain = rules.areSettled(by: ballots) && !ballots.hasSkippedRanks && rules.mostRanks == nil
        stride = (groups ? 2 : 1) * ballots.options.count + 1
        entries = Array(repeating: Self.end, count: stride * ballots.rowCount)
        weights.reserveCapacity(ballots.rowCount)
        var reader = BallotRuleReader(rules, options: optionCount)
        ballots.forEachBlock { columns in
            if isPlain {
                addPlain(columns)
            } else {
                for row in 0..<columns.count {
                    add(reader.read(columns, row), weight: columns.weight(of: row))
                }
            }
        }
        if invalid > 0 { entries.removeLast(entries.count - stride * weights.count) }
    }

    /// Adds rows in which every rank from the first to the last used has one option: each goes straight to its place.
    private mutating func addPlain(_ columns: RankedColumns) {
        let first = weights.count
        let (stride, optionCount) = (stride, optionCount)
        entries.withUnsafeMutableBufferPointer { entries in
            guard let start = entries.baseAddress.map({ $0 + first * stride }) else { return }
            for option in 0..<optionCount {
                let column = columns.column(option)
                var list = start
                for rank in column {
                    // A rank that is left out lands on the place after the last, which is then ended again.
                    list[min(Int(rank), stride - 1)] = UInt8(truncatingIfNeeded: option)
                    list += stride
                }
            }
            var list = start
            for _ in 0..<columns.count {
                list[stride - 1] = Self.end
                list += stride
            }
        }
        if let weights = columns.weights {
            self.weights.append(contentsOf: weights)
        } else {
            self.weights.append(contentsOf: repeatElement(1, count: columns.count))
        }
        for row in first..<weights.count where entries[row * stride] == Self.end { empty += weights[row] }
    }

    /// Adds one list, or counts an invalid ballot.
    private mutating func add(_ list: [UInt8]?, weight: Int) {
        guard let list else {
            invalid += weight
            return
        }
        let start = weights.count * stride
        for (place, entry) in list.enumerated() { entries[start + place] = entry }
        hasGroups = hasGroups || list.contains(Self.groupStart)
        if list.isEmpty { empty += weight }
        weights.append(weight)
    }
}

extension PreferenceLists {
    /// The first option on a list, from a place on, that still continues; nil when the list is exhausted.
    ///
    /// - Parameter place: Where to begin; left at the option found, or at the end.
    @inline(__always)
    static func next(
        on list: UnsafePointer<UInt8>, from place: inout Int, continuing: UnsafePointer<Bool>
    ) -> UInt8 {
        while true {
            let entry = list[place]
            if entry < groupStart {
                if continuing[Int(entry)] { return entry }
                place &+= 1
            } else if entry == groupStart {
                let found = nextOfGroup(on: list, from: &place, continuing: continuing)
                if let found { return found }
            } else {
                return end
            }
        }
    }

    /// The one option of a group that continues; the end when several do; nil when none does.
    @inline(never)
    private static func nextOfGroup(
        on list: UnsafePointer<UInt8>, from place: inout Int, continuing: UnsafePointer<Bool>
    ) -> UInt8? {
        let start = place
        var found: UInt8?
        place &+= 1
        while list[place] != groupEnd {
            if continuing[Int(list[place])] {
                // Whoever reads on from here must find the group whole.
                guard found == nil else {
                    while list[place] != end { place &+= 1 }
                    return end
                }
                found = list[place]
            }
            place &+= 1
        }
        if found != nil { place = start } else { place &+= 1 }
        return found
    }
}
