/// Who may vote on one matter, frozen: ids with the classes they had then.
///
/// An electorate is written once, when its vote opens, and referred to by its
/// digest; nothing that happens to the roll afterwards changes it.
public struct Electorate: Hashable, Sendable {
    /// One person entitled to vote.
    public struct Voter: Hashable, Sendable {
        /// The member's id.
        public let id: String
        /// The classes at the moment of freezing, ascending, each once.
        public let classes: [String]

        /// Makes a voter.
        public init(id: String, classes: [String]) {
            self.id = id
            self.classes = Set(classes).sorted()
        }
    }

    /// The voters by id, ascending; ids are unique.
    public let voters: [Voter]

    /// Makes an electorate; the order of the voters given does not matter.
    public init(_ voters: [Voter]) {
        self.voters = voters.sorted { $0.id < $1.id }
    }

    /// The voter with this id; nil when the person may not vote.
    ///
    /// - Complexity: O(log n).
    public func voter(_ id: String) -> Voter? { place(of: id).map { voters[$0] } }

    /// The place of the voter with this id among ``voters``; nil when the person may not vote.
    ///
    /// - Complexity: O(log n).
    public func place(of id: String) -> Int? {
        var low = 0
        var high = voters.count
        while low < high {
            let middle = (low + high) / 2
            if voters[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < voters.count && voters[low].id == id ? low : nil
    }

    /// How many voters each class has, by class name, ascending; classes without voters are left out.
    public var sizes: [(name: String, size: Int)] {
        var sizes: [String: Int] = [:]
        for voter in voters { for name in voter.classes { sizes[name, default: 0] += 1 } }
        return sizes.sorted { $0.key < $1.key }.map { (name: $0.key, size: $0.value) }
    }

    /// The canonical form whose digest the minutes keep: one list a voter, the id first.
    public var json: JSON {
        .array(voters.map { .array([.string($0.id)] + $0.classes.map(JSON.string)) })
    }

    /// Reads the canonical form; nil for anything else.
    public init?(json: JSON) {
        guard let rows = json.array else { return nil }
        var voters: [Voter] = []
        voters.reserveCapacity(rows.count)
        for row in rows {
            guard let words = row.array?.compactMap(\.string), words.count == row.array?.count,
                let id = words.first
            else { return nil }
            voters.append(Voter(id: id, classes: Array(words.dropFirst())))
        }
        self.init(voters)
    }
}
