/// The ballots of a count with transfers, in a pile for each option, and within a pile by what they are worth.
struct Piles: Sendable {
    /// Ballots of equal worth, by their places among the lists.
    struct Parcel: Sendable {
        /// What each unit of weight on these ballots is worth, in parts.
        let worth: Int
        /// The ballots.
        var rows: [UInt32]
    }

    /// What a transfer did.
    struct Moved: Sendable {
        /// What every option received, in parts.
        var received: [Int]
        /// What went to nobody, in parts.
        var exhausted = 0
    }

    private let lists: PreferenceLists
    private var piles: [[Parcel]]
    /// How far each list has been read.
    private var places: [UInt16]

    /// Piles without ballots.
    init(_ lists: PreferenceLists) {
        self.lists = lists
        piles = Array(repeating: [], count: lists.optionCount)
        places = Array(repeating: 0, count: lists.count)
    }

    /// About how many bytes a copy takes in which all piles were moved.
    var bytes: Int { places.count * (MemoryLayout<UInt16>.stride + MemoryLayout<UInt32>.stride) }

    /// Puts every ballot on the pile of its first choice.
    mutating func deal(worth: Int, continuing: [Bool]) -> Moved {
        var moved = Moved(received: Array(repeating: 0, count: piles.count))
        let rows = (0..<lists.count).map { UInt32(truncatingIfNeeded: $0) }
        move(rows, worth: worth, continuing, &moved)
        return moved
    }

    /// Passes a pile on, each ballot to the next continuing option on it.
    ///
    /// - Parameter worth: What a ballot is worth from now on, by what it was worth.
    mutating func pass(on option: Int, continuing: [Bool], worth: (Int) -> Int) -> Moved {
        var moved = Moved(received: Array(repeating: 0, count: piles.count))
        let pile = piles[option]
        piles[option] = []
        for parcel in pile { move(parcel.rows, worth: worth(parcel.worth), continuing, &moved) }
        return moved
    }

    /// Moves ballots of one worth.
    ///
    /// - Complexity: O(rows and the ranks they pass over).
    private mutating func move(_ rows: [UInt32], worth: Int, _ continuing: [Bool], _ moved: inout Moved) {
        let size = piles.count
        // One place more for those that go to nobody.
        var counts = Array(repeating: 0, count: size + 1)
        var weights = Array(repeating: 0, count: size + 1)
        var targets = Array(repeating: UInt8(0), count: rows.count)
        let stride = lists.stride
        lists.entries.withUnsafeBufferPointer { entries in
            continuing.withUnsafeBufferPointer { continuing in
                places.withUnsafeMutableBufferPointer { places in
                    lists.weights.withUnsafeBufferPointer { rowWeights in
                        guard let entries = entries.baseAddress, let continuing = continuing.baseAddress
                        else { return }
                        for (index, row) in rows.enumerated() {
                            let row = Int(row)
                            var place = Int(places[row])
                            let option = PreferenceLists.next(
                                on: entries + row * stride, from: &place, continuing: continuing)
                            places[row] = UInt16(truncatingIfNeeded: place)
                            let target = option == PreferenceLists.end ? size : Int(option)
                            targets[index] = UInt8(truncatingIfNeeded: target)
                            counts[target] &+= 1
                            weights[target] &+= rowWeights[row]
                        }
                    }
                }
            }
        }
        // Weight times worth fits: all weights times the greatest worth do.
        moved.exhausted += weights[size] * worth
        for option in 0..<size where counts[option] > 0 {
            moved.received[option] += weights[option] * worth
        }
        distribute(rows, targets, counts, worth)
    }

    /// Puts rows on the piles of their targets.
    private mutating func distribute(_ rows: [UInt32], _ targets: [UInt8], _ counts: [Int], _ worth: Int) {
        var starts = Array(repeating: 0, count: counts.count)
        for target in 1..<counts.count { starts[target] = starts[target - 1] + counts[target - 1] }
        var ends = starts
        let sorted = Array<UInt32>(unsafeUninitializedCapacity: rows.count) { buffer, count in
            for (index, row) in rows.enumerated() {
                let target = Int(targets[index])
                buffer[ends[target]] = row
                ends[target] &+= 1
            }
            count = rows.count
        }
        for option in piles.indices where counts[option] > 0 {
            let part = sorted[starts[option]..<ends[option]]
            if let parcel = piles[option].firstIndex(where: { $0.worth == worth }) {
                piles[option][parcel].rows.append(contentsOf: part)
            } else {
                piles[option].append(Parcel(worth: worth, rows: Array(part)))
            }
        }
    }
}
