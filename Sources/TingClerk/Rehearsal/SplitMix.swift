public import TingTally

/// A generator of numbers that gives the same sequence everywhere, and nothing to rely on in earnest.
///
/// - Source: Steele, Lea and Flood 2014, SplitMix64.
public struct SplitMix: Hashable, Sendable {
    private var state: UInt64

    /// Makes a generator; equal seeds give equal numbers.
    public init(seed: UInt64) {
        state = seed
    }

    /// The generator of one of many runs; each is as good as a generator with a seed of its own.
    public init(seed: UInt64, run: Int) {
        var first = SplitMix(seed: seed)
        var second = SplitMix(seed: first.next() &+ UInt64(truncatingIfNeeded: run))
        state = second.next()
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below the bound, each equally likely; 0 for a bound below 2.
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let bound = UInt64(bound)
        // Numbers beyond the last whole multiple of the bound are drawn again.
        let rest = (UInt64.max % bound + 1) % bound
        while true {
            let number = next()
            if number <= UInt64.max - rest { return Int(number % bound) }
        }
    }

    /// Whether something happens that happens with this chance: 0 never, 1 always.
    public mutating func happens(_ chance: Fraction) -> Bool {
        below(chance.denominator) < chance.numerator
    }

    /// One of some things, each equally likely; nil when there is none.
    public mutating func one<Item>(of items: [Item]) -> Item? {
        items.isEmpty ? nil : items[below(items.count)]
    }

    /// The same things in an order of which each is equally likely.
    public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        guard items.count > 1 else { return items }
        for place in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(place, below(place + 1))
        }
        return items
    }
}
