/// Ballots shared among the options on them, by the part of each vote that an option keeps.
///
/// Votes are counted in parts of a unit of weight. What an option keeps is a part
/// of whatever comes to it, and the same in any unit.
struct MeekSharing: Sendable {
    private let lists: PreferenceLists
    /// All of a vote, in parts.
    private let whole: Int
    /// How many units make one vote.
    private let units: Int
    /// What each option keeps of a vote, in parts; 0 for the excluded.
    private(set) var keeps: [Int]
    /// The votes of every option, in parts of a unit.
    private(set) var votes: [Int] = []
    /// The votes that nobody keeps, in parts of a unit.
    private(set) var exhausted = 0

    /// Ballots of which every option keeps all that comes to it.
    init(_ lists: PreferenceLists, _ scale: VoteScale, units: Int) {
        self.lists = lists
        self.units = units
        whole = scale.parts
        keeps = Array(repeating: scale.parts, count: lists.optionCount)
    }

    /// Shares every ballot.
    ///
    /// - Complexity: O(rows × ranks until an option keeps all).
    mutating func deal() {
        let whole = whole
        var sums = Array(repeating: 0, count: keeps.count)
        var left = 0
        lists.entries.withUnsafeBufferPointer { entries in
            sums.withUnsafeMutableBufferPointer { sums in
                for row in 0..<lists.count {
                    var place = row * lists.stride
                    var rest = whole
                    while rest > 0, entries[place] != PreferenceLists.end {
                        let keep = keeps[Int(entries[place])]
                        // Both are at most a whole vote, and that is at most ten to the ninth.
                        let kept = keep == whole ? rest : (rest &* keep &+ whole &- 1) / whole
                        sums[Int(entries[place])] &+= kept &* lists.weights[row]
                        rest -= kept
                        place += 1
                    }
                    left &+= rest &* lists.weights[row]
                }
            }
        }
        (votes, exhausted) = (sums, left)
    }

    /// The quota for so many seats, in parts of a vote: all votes that count divided by seats and 1, cut off, and
    /// one part more.
    func quota(seats: Int) -> Int {
        let sum = votes.reduce(0) { $0 + Int128($1) }
        return Int(truncatingIfNeeded: sum / (Int128(units) * (Int128(seats) + 1)) + 1)
    }

    /// Parts of a vote in parts of a unit.
    ///
    /// - Throws: ``TallyError`` `votes-too-many-for-decimals`.
    func inUnits(_ parts: Int, _ scale: VoteScale) throws(TallyError) -> Int {
        let (product, overflow) = parts.multipliedReportingOverflow(by: units)
        guard !overflow else {
            throw TallyError(Statement("votes-too-many-for-decimals", [.number("decimals", scale.decimals)]))
        }
        return product
    }

    /// Lets options keep so much less or more of each vote that they have about the quota, in parts of a vote.
    mutating func keep(_ quota: Int, for options: some Sequence<Int>) {
        for option in options {
            // First the product, then the quotient, each rounded up.
            let product = Self.up(Int128(keeps[option]) * Int128(quota), over: Int128(whole))
            let quotient = Self.up(
                product * Int128(units) * Int128(whole), over: Int128(max(1, votes[option])))
            keeps[option] = Int(truncatingIfNeeded: min(Int128(whole), quotient))
        }
    }

    /// Lets an option keep nothing.
    mutating func exclude(_ option: Int) { keeps[option] = 0 }

    /// A quotient, rounded up.
    ///
    /// No product comes near 128 bits: a quota in parts of a unit fits 64, and a vote has at most ten to the
    /// ninth parts.
    private static func up(_ dividend: Int128, over divisor: Int128) -> Int128 {
        (dividend + divisor - 1) / divisor
    }
}
