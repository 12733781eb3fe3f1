/// How the supporters of one project could pay for it: some with all they have left, the others one price a point.
struct SharesOffer {
    /// Ballots with one purse that give one score.
    struct Part: Hashable {
        let purse: Int
        let score: Int
        /// How much they weigh, in units.
        let weight: Int
    }

    let project: Int
    /// The round in which the project was looked at.
    let round: Int
    /// Those that would pay all they have left.
    let emptied: [Part]
    /// Those that would pay the price for each of their points.
    let paying: [Part]
    /// The points of those that pay the price.
    let points: Int128
    /// The price of a point in fixed-point numbers, and how far it can be from the exact one.
    var price: Int128 = 0
    var error: Int128 = 0
    /// What a point is worth.
    let worth: Int

    /// Whether this offer costs less for what it is worth than another, certainly, whatever the errors.
    func isCertainlyBelow(_ other: SharesOffer) -> Bool {
        Self.product(price + error, other.worth) < Self.product(max(0, other.price - other.error), worth)
    }

    /// Whether the fixed-point price for what it is worth is lower, whatever the errors may hide.
    func seemsBelow(_ other: SharesOffer) -> Bool {
        Self.product(price, other.worth) < Self.product(other.price, worth)
    }

    /// Whether the same pay all they have, in the same round; the others then pay one price.
    func hasSamePayers(as other: SharesOffer) -> Bool {
        project == other.project && round == other.round && points == other.points
            && emptied.count == other.emptied.count
            && (emptied == other.emptied || Set(emptied) == Set(other.emptied))
    }

    /// A product at full width.
    private static func product(_ price: Int128, _ worth: Int) -> Wide {
        let product = UInt128(price).multipliedFullWidth(by: UInt128(worth))
        return Wide(high: product.high, low: product.low)
    }

    private struct Wide: Comparable {
        let high: UInt128
        let low: UInt128

        static func < (left: Wide, right: Wide) -> Bool { (left.high, left.low) < (right.high, right.low) }
    }
}
