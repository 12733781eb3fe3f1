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
