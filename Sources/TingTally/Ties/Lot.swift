/// An order of all options drawn by lot before anybody knew which would tie.
///
/// This module draws nothing: whoever counts draws the order from a seed that
/// was committed before the vote, and hands both in, so that anybody can draw
/// it again.
public struct Lot: Hashable, Sendable {
    /// What the order was drawn from.
    public let seed: String
    /// Every option once, by its place on the ballot paper; the earlier stands above the later.
    public let order: [Int]

    /// Makes a lot.
    public init(seed: String, order: [Int]) {
        self.seed = seed
        self.order = order
    }
}

extension Transcript {
    /// Whether a lot was asked on the way, for a tie or for pairs of equal strength.
    public var asksLot: Bool {
        let codes: Set = ["tie-broken-by-lot", "equal-pairs-by-lot", "level-pair-by-lot"]
        return statements.contains { codes.contains($0.code) }
    }
}
