/// A whole number from 0 up, however large.
///
/// Sums of square roots are compared, and their digits written, with numbers that 128 bits do not
/// hold. Only the few operations that takes are here; all of them are exact, and none can overflow.
struct Natural: Comparable {
    /// Base 2 to the 32nd, least significant first, no zeros at the end.
    private var limbs: [UInt32] = []

    /// The same number.
    init(_ number: UInt128) {
        var rest = number
        while rest != 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    /// The number plus a small one.
    func plus(_ small: UInt32) -> Natural {
        var result = self
        var carry = UInt64(small)
        var index = 0
        while carry != 0 {
            if index == result.limbs.count { result.limbs.append(0) }
            carry += UInt64(result.limbs[index])
            result.limbs[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
            index += 1
        }
        return result
    }

    /// The sum.
    func plus(_ other: Natural) -> Natural {
        let (long, short) = limbs.count >= other.limbs.count ? (limbs, other.limbs) : (other.limbs, limbs)
        var result = Natural(0)
        result.limbs = long
        var carry: UInt64 = 0
        for index in long.indices {
            carry += UInt64(long[index]) + (index < short.count ? UInt64(short[index]) : 0)
            result.limbs[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry != 0 { result.limbs.append(UInt32(truncatingIfNeeded: carry)) }
        return result
    }

    /// The number less another; 0 where the other is larger, as there is nothing below 0 here.
    func minus(_ other: Natural) -> Natural {
        guard other <= self else { return Natural(0) }
        var result = self
        var borrow: Int64 = 0
        for index in limbs.indices {
            var difference = Int64(limbs[index]) - borrow
            if index < other.limbs.count { difference -= Int64(other.limbs[index]) }
            borrow = difference < 0 ? 1 : 0
            result.limbs[index] = UInt32(truncatingIfNeeded: difference)
        }
        while result.limbs.last == 0 { result.limbs.removeLast() }
        return result
    }

    /// The number times a small one.
    func times(_ small: UInt32) -> Natural { times(Natural(UInt128(small))) }

    /// The product, by the method learnt at school.
    func times(_ other: Natural) -> Natural {
        var result = Natural(0)
        result.limbs = Array(repeating: 0, count: limbs.count + other.limbs.count)
        for (offset, limb) in limbs.enumerated() {
            var carry: UInt64 = 0
            for (index, factor) in other.limbs.enumerated() {
                // At most (2³² - 1)² + 2 (2³² - 1), which is 2⁶⁴ - 1.
                carry += UInt64(limb) * UInt64(factor) + UInt64(result.limbs[offset + index])
                result.limbs[offset + index] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            result.limbs[offset + other.limbs.count] = UInt32(truncatingIfNeeded: carry)
        }
        while result.limbs.last == 0 { result.limbs.removeLast() }
        return result
    }

    static func < (left: Natural, right: Natural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
    }
}

extension Natural {
    /// The number without so many low bits that the largest of several keeps at most `bits` of them.
    func leading(bits: Int, of largest: Natural) -> UInt128 {
        let excess = max(0, largest.bitWidth - bits)
        return shifted(right: excess)
    }

    /// How many bits the number has.
    private var bitWidth: Int {
        guard let last = limbs.last else { return 0 }
        return limbs.count * 32 - last.leadingZeroBitCount
    }

    /// The number without its low bits, of which no more than 128 may be left.
    private func shifted(right count: Int) -> UInt128 {
        var result = UInt128(0)
        for (place, limb) in limbs.enumerated().reversed() {
            let position = place * 32 - count
            if position >= 0 {
                result |= UInt128(limb) << UInt128(position)
            } else if position > -32 {
                result |= UInt128(limb >> UInt32(-position))
            }
        }
        return result
    }
}
