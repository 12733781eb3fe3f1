public import TingWorkflow

/// The dated register of members.
public struct Roll: Hashable, Sendable {
    /// Every member there ever was, by id, ascending.
    public private(set) var members: [Member]

    /// Makes a roll; the order of the members given does not matter, ids are unique.
    public init(_ members: [Member] = []) {
        self.members = members.sorted { $0.id < $1.id }
    }

    /// The member with this id; nil when there never was one.
    ///
    /// - Complexity: O(log n).
    public func member(_ id: String) -> Member? {
        let place = firstPlace(notBelow: id)
        return place < members.count && members[place].id == id ? members[place] : nil
    }

    /// How many were members with all rights at a moment: those whom the rules mean by `members`.
    public func count(at instant: Instant) -> Int {
        members.reduce(0) { $0 + ($1.isActive(at: instant) ? 1 : 0) }
    }

    /// Who held a role at a moment and had all rights, by id.
    public func holders(of role: String, at instant: Instant) -> [Member] {
        members.filter { $0.holds(role, at: instant) && $0.isActive(at: instant) }
    }

    /// Enters a member, or replaces the entry with the same id.
    public mutating func enter(_ member: Member) {
        let place = firstPlace(notBelow: member.id)
        if place < members.count, members[place].id == member.id {
            members[place] = member
        } else {
            members.insert(member, at: place)
        }
    }

    private func firstPlace(notBelow id: String) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
