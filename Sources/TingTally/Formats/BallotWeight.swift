/// The unit in which all the weights of a file are whole numbers, and what they are in it.
///
/// Weights are written as whole numbers, decimals such as `2.5` or fractions such
/// as `5/2`. A file is walked over twice: first every weight is noted, which finds
/// the largest such unit, a part of a vote; then each ballot is weighed in it. Of
/// 2.5 and 1/3 the unit is a sixth of a vote, and they weigh 15 and 2.
struct BallotWeight {
    /// How many units make one vote: the least common denominator of the weights noted.
    private(set) var units = 1

    /// What one unit is worth in votes.
    var unit: Fraction { (try? Fraction(1, units)) ?? Fraction(1) }  // units are never 0

    /// Notes a weight, so that it is whole in the unit.
    ///
    /// - Throws: ``BallotFileError`` `ballot-count-missing`, `ballot-weight-unreadable`,
    ///   `ballot-count-not-positive`, `ballot-weight-too-fine`, `count-overflow`.
    mutating func note(_ text: BallotBytes, _ range: Range<Int>, line: Int) throws(BallotFileError) {
        if Self.whole(text, range) != nil { return }
        let weight = try Self.fraction(text, range, line: line)
        guard !weight.isWhole else { return }
        let common = greatestCommonDivisor(UInt128(units), UInt128(weight.denominator))
        let (product, overflow) = units.multipliedReportingOverflow(by: weight.denominator / Int(common))
        guard !overflow else { throw BallotFileError(line: line, Statement("ballot-weight-too-fine")) }
        units = product
    }

    /// A weight in units.
    ///
    /// - Throws: ``BallotFileError`` as ``note(_:_:line:)``; `ballot-weight-too-fine` where the weight was
    ///   not noted and is not whole in the unit.
    func weight(_ text: BallotBytes, _ range: Range<Int>, line: Int) throws(BallotFileError) -> Int {
        if units == 1, let whole = Self.whole(text, range) { return whole }
        let weight = try Self.fraction(text, range, line: line)
        guard units.isMultiple(of: weight.denominator) else {
            throw BallotFileError(line: line, Statement("ballot-weight-too-fine"))
        }
        let (product, overflow) = weight.numerator.multipliedReportingOverflow(
            by: units / weight.denominator)
        guard !overflow else { throw BallotFileError(line: line, Statement("count-overflow")) }
        return product
    }

    /// A whole number above 0 of at most 18 digits; nil for everything else.
    @inline(__always)
    static func whole(_ text: BallotBytes, _ range: Range<Int>) -> Int? {
        guard range.count <= 18 else { return nil }
        var value = 0
        for place in range {
            let byte = text[place]
            guard byte.isDigit else { return nil }
            value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
        return value > 0 ? value : nil
    }

    /// Any weight, exactly; the slow way, which also says what is wrong.
    private static func fraction(
        _ text: BallotBytes, _ range: Range<Int>, line: Int
    ) throws(BallotFileError) -> Fraction {
        let found = text.text(range)
        guard !found.isEmpty else { throw BallotFileError(line: line, Statement("ballot-count-missing")) }
        let digits = found.hasPrefix("-") ? String(found.dropFirst()) : found
        if digits.utf8.allSatisfy(\.isDigit), !digits.isEmpty {
            return Fraction(try wholeOrError(text, range, line: line))
        }
        guard let fraction = Fraction(text: digits) else {
            throw BallotFileError(line: line, Statement("ballot-weight-unreadable", [.text("found", found)]))
        }
        guard digits == found, fraction.numerator > 0 else {
            throw BallotFileError(line: line, Statement("ballot-count-not-positive", [.text("found", found)]))
        }
        return fraction
    }

    /// A whole number above 0, or what is wrong with it.
    ///
    /// - Throws: ``BallotFileError`` `ballot-count-missing`, `ballot-count-unreadable`,
    ///   `ballot-count-not-positive`, `count-overflow`.
    static func wholeOrError(
        _ text: BallotBytes, _ range: Range<Int>, line: Int
    ) throws(BallotFileError) -> Int {
        if let whole = whole(text, range) { return whole }
        let found = text.text(range)
        guard !found.isEmpty else { throw BallotFileError(line: line, Statement("ballot-count-missing")) }
        let digits = found.utf8.first == UInt8(ascii: "-") ? found.utf8.dropFirst() : found.utf8[...]
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else {
            throw BallotFileError(line: line, Statement("ballot-count-unreadable", [.text("found", found)]))
        }
        guard digits.count == found.utf8.count, digits.contains(where: { $0 != UInt8(ascii: "0") }) else {
            throw BallotFileError(line: line, Statement("ballot-count-not-positive", [.text("found", found)]))
        }
        guard let number = Int(found) else { throw BallotFileError(line: line, Statement("count-overflow")) }
        return number
    }
}
