/// The results that a count can have, one for each way of breaking the ties that nobody broke.
///
/// An option that wins in every way has won, whatever becomes of the ties; one
/// that wins in some ways only is tied.
struct Outcomes {
    /// The winners of each way, in the order in which they won; each set of winners once.
    private(set) var ways: [[Int]] = []
    /// Pairs of options of which the first comes before the second in some way.
    private var before: Set<Pair> = []

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// The most ways that are followed; beyond it a count leaves all tied that could win.
    static let most = 2_000

    /// Adds a way, unless the same options win in one that is there.
    mutating func add(_ winners: [Int]) {
        for (place, first) in winners.enumerated() {
            for second in winners.dropFirst(place + 1) { before.insert(Pair(first: first, second: second)) }
        }
        let set = Set(winners)
        if !ways.contains(where: { $0.count == winners.count && Set($0) == set }) { ways.append(winners) }
    }

    /// All that win in some way: first those that win in every way, in the order of the first.
    var possible: [Int] {
        certain + Set(ways.joined()).subtracting(certain).sorted()
    }

    /// Those that win in every way.
    var certain: [Int] {
        (ways.first ?? []).filter { option in ways.allSatisfy { $0.contains(option) } }
    }

    /// Those that win in every way, in places: whoever comes before another in some ways only shares its place.
    var places: [[Int]] {
        var rest = certain[...]
        var places: [[Int]] = []
        while let best = rest.popFirst() {
            var place = [best]
            // Whoever comes before one of the place in some way belongs to it, with all that stand between.
            while let last = rest.lastIndex(where: { other in
                place.contains { before.contains(Pair(first: other, second: $0)) }
            }) {
                place += rest[...last]
                rest = rest[(last + 1)...]
            }
            places.append(place)
        }
        return places
    }

    /// Those that win in some ways and not in others.
    var tied: [Int] {
        let certain = Set(certain)
        return possible.filter { !certain.contains($0) }
    }

    /// The least number of winners of any way.
    var seats: Int { ways.map(\.count).min() ?? 0 }
}
