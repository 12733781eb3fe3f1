/// Who can take the seats, over all ways in which ties that nobody broke can fall.
///
/// Each way fills the seats by itself, all of them where options and caps allow it. Whoever has a seat in every way is
/// elected; whoever has one in some ways only is tied.
struct PossibleSeats {
    /// One way: who has a seat in it, who is tied for the seats left in it, and how many seats are filled.
    private struct Way: Hashable {
        let elected: OptionSet256
        let tied: OptionSet256
        let filled: Int
    }

    /// The ways, each once; their order is never read.
    private var ways: Set<Way> = []

    /// Adds a way in which these have a seat.
    mutating func add(_ elected: OptionSet256) {
        ways.insert(Way(elected: elected, tied: OptionSet256(), filled: elected.count))
    }

    /// Adds a way in which seats were given out from the top of an order.
    mutating func add(_ seating: Seating) {
        let tied = OptionSet256(seating.tied)
        var elected = OptionSet256(seating.winners)
        elected.subtract(tied)
        ways.insert(Way(elected: elected, tied: tied, filled: seating.seats - seating.emptySeats))
    }

    /// How many seats are filled at least, whichever way the ties fall.
    var filled: Int { ways.map(\.filled).min() ?? 0 }

    /// Those who have a seat in every way.
    var sure: [Int] {
        guard var common = ways.first?.elected else { return [] }
        for way in ways { common = common.intersection(way.elected) }
        return common.options
    }

    /// Those who have a seat in some ways and not in others.
    var open: [Int] {
        var all = OptionSet256()
        for way in ways {
            all.formUnion(way.elected)
            all.formUnion(way.tied)
        }
        all.subtract(OptionSet256(sure))
        return all.options
    }

    /// Asks the given ways of breaking ties about the open options, and keeps what they prefer.
    ///
    /// The best of them has a seat where any way elects it; among those ways the next best does, and so on:
    /// what is left is always a way in which the count could go.
    mutating func narrow(by ties: TieBreaking, names: [String], writing transcript: inout Transcript) {
        guard !open.isEmpty, !ties.ways.isEmpty else { return }
        for group in ties.order(open, names: names, writing: &transcript) where group.count == 1 {
            let kept = ways.filter { $0.elected[group[0]] }
            if !kept.isEmpty { ways = kept }
        }
    }
}
