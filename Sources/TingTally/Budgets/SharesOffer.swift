/// How the supporters of one project could pay for it: some with all they have left, the others one price a point.
struct SharesOffer {
    /// Voters with one purse who give one score.
    struct Part {
        let purse: Int
        let score: Int
        let voters: Int
    }

    let project: Int
    /// Those who would pay all they have left.
    var emptied: [Part]
    /// Those who would pay the price for each of their points.
    var paying: [Part]
    /// The points of those who pay the price.
    var points: Int128
    /// The price of a point in fixed-point numbers, and how far it can be from the exact one.
    var price: Int128
    var error: Int128
    /// What a point is worth to a voter.
    let worth: Int

    /// Whether this offer costs less for what it is worth than another, certainly, whatever the errors.
    func isCertainlyBelow(_ other: SharesOffer) -> Bool {
        Self.product(price + error, other.worth) < Self.product(max(0, other.price - other.error), worth)
    }

    /// Whether the fixed-point price for what it is worth is lower, whatever the errors may hide.
    func seemsBelow(_ other: SharesOffer) -> Bool {
        Self.product(price, other.worth) < Self.product(other.price, worth)
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

/// The price of a point as an exact fraction.
struct SharesPrice {
    let upper: Natural
    let lower: Natural

    /// Compares what two prices are for their worth.
    func isBelow(_ other: SharesPrice, worth: Int, otherWorth: Int) -> Bool {
        upper.times(other.lower).times(Natural(UInt128(otherWorth)))
            < other.upper.times(lower).times(Natural(UInt128(worth)))
    }
}
