extension Fraction {
    /// The most digits that a numerator, a denominator or a decimal number may be written with.
    public static let mostDigits = 18

    /// Reads `2/3`, `3` or `45.96466`, the decimal digits exactly.
    ///
    /// Anything else is nil: a sign, a percent sign, an exponent, spaces, an
    /// empty part, a denominator of 0, more than ``mostDigits`` digits in a part.
    public init?(text: String) {
        let bytes = Array(text.utf8)
        if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
            guard let upper = Self.whole(bytes[..<slash]), let lower = Self.whole(bytes[(slash + 1)...]),
                let fraction = try? Fraction(upper, lower)
            else { return nil }
            self = fraction
        } else if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
            let places = bytes[(point + 1)...]
            guard !bytes[..<point].isEmpty, !places.isEmpty,
                let digits = Self.whole(bytes[..<point] + places)
            else { return nil }
            var scale = 1
            for _ in places { scale *= 10 }  // at most 18 digits were accepted
            guard let fraction = try? Fraction(digits, scale) else { return nil }
            self = fraction
        } else {
            guard let whole = Self.whole(bytes[...]) else { return nil }
            self.init(whole)
        }
    }

    /// ASCII digits as a number; nil when there are none or too many.
    private static func whole(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= mostDigits else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// The number as decimal text, such as `41.2`, when it ends within 20 places; else nil.
    public var decimal: String? {
        let lower = UInt128(denominator)
        var (whole, rest) = UInt128(numerator.magnitude).quotientAndRemainder(dividingBy: lower)
        var text = (numerator < 0 ? "-" : "") + String(whole)
        guard rest != 0 else { return text }
        text += "."
        for _ in 0..<20 {
            (whole, rest) = (rest * 10).quotientAndRemainder(dividingBy: lower)
            text += String(whole)
            if rest == 0 { return text }
        }
        return nil
    }
}

extension Fraction: CustomStringConvertible {
    /// The number as it is written in a rule: `2/3`, or `3` when it is whole.
    public var description: String {
        isWhole ? String(numerator) : "\(numerator)/\(denominator)"
    }
}
