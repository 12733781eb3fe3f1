extension Surd {
    /// The number in decimal digits, cut off after so many places, never rounded.
    ///
    /// 3 × 1/2 × √1018 with 2 places is `47.85`; a number that ends earlier is
    /// filled with zeros. Worked out with whole numbers alone: the text R
    /// without its point is the greatest R with R² × denominator at most
    /// numerator × 10 to twice the places.
    ///
    /// - Parameter places: How many digits after the point; below 1 means none and no point.
    /// - Complexity: O(places³) digit operations.
    public func decimal(places: Int) -> String {
        let denominator = Natural(lower)
        var bound = Natural(upper)
        // The part before the point is below 2 to the 64th and needs no wide arithmetic.
        let whole = integerRoot(of: upper / lower)
        var digits = Natural(whole)
        var text = (isNegative ? "-" : "") + String(whole)
        guard places > 0 else { return text }
        text += "."
        for _ in 0..<places {
            bound = bound.times(100)
            digits = digits.times(10)
            var digit = 0
            while digit < 9 {
                let next = digits.plus(1)
                guard next.times(next).times(denominator) <= bound else { break }
                digits = next
                digit += 1
            }
            text += String(digit)
        }
        return text
    }
}

extension Surd: CustomStringConvertible {
    /// The fraction when it is one, else the first four decimal places and dots: `47.8591...`.
    public var description: String {
        fraction?.description ?? decimal(places: 4) + "..."
    }
}

extension Fact {
    /// A fact that is an exact real number: a fraction where it is one, else its first digits.
    public static func surd(_ name: String, _ value: Surd) -> Fact {
        if let fraction = value.fraction { return .fraction(name, fraction) }
        return .text(name, value.description)
    }
}
