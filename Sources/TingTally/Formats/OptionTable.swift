/// Finds options by the bytes of their names, without making a text of them.
///
/// Up to 8 bytes are compared as one number; longer names byte by byte. Open
/// addressing, at most a quarter full.
struct OptionTable {
    /// A name: its bytes packed when they are few, else where they stand in `long`.
    private struct Key {
        var packed: UInt64 = 0
        var length = 0
        var start = 0
        var option: Int32 = -1
    }

    private var slots: [Key] = Array(repeating: Key(), count: 64)
    private var long: [UInt8] = []
    private(set) var count = 0

    /// What is compared first: all bytes of a short name, a number made of all bytes of a long one.
    @inline(__always)
    static func packed(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var packed: UInt64 = 0
        var place = range.lowerBound
        if range.count <= 8 {
            while place < range.upperBound {
                packed = packed << 8 | UInt64(bytes[place])
                place += 1
            }
        } else {
            packed = 0xCBF2_9CE4_8422_2325
            while place < range.upperBound {
                packed = (packed ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
                place += 1
            }
        }
        return packed
    }

    /// The option with this name; nil when there is none.
    ///
    /// - Parameters:
    ///   - bytes: A text that holds the name at `range`.
    ///   - packed: What ``packed(_:_:)`` says of it.
    @inline(__always)
    func option(_ bytes: [UInt8], _ range: Range<Int>, packed: UInt64) -> Int? {
        var slot = place(of: packed, range.count)
        while slots[slot].option >= 0 {
            if slots[slot].packed == packed, slots[slot].length == range.count,
                range.count <= 8 || isSame(slots[slot], bytes, range)
            {
                return Int(slots[slot].option)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The option with this name; nil when there is none.
    func option(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        option(bytes, range, packed: Self.packed(bytes, range))
    }

    /// Lets a name stand for an option; a name that already stands for one is left alone.
    ///
    /// - Returns: whether the name was new.
    @discardableResult
    mutating func add(_ bytes: [UInt8], _ range: Range<Int>, option: Int) -> Bool {
        guard self.option(bytes, range) == nil else { return false }
        if 4 * (count + 1) > slots.count { grow() }
        var key = Key(
            packed: Self.packed(bytes, range), length: range.count, start: long.count, option: Int32(option))
        if range.count > 8 { long += bytes[range] } else { key.start = 0 }
        insert(key)
        count += 1
        return true
    }

    /// Lets a text stand for an option.
    @discardableResult
    mutating func add(_ text: String, option: Int) -> Bool {
        let bytes = Array(text.utf8)
        return add(bytes, 0..<bytes.count, option: option)
    }

    private func isSame(_ key: Key, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes[range].elementsEqual(long[key.start..<(key.start + key.length)])
    }

    @inline(__always)
    private func place(of packed: UInt64, _ length: Int) -> Int {
        let mixed = (packed ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
    }

    private mutating func insert(_ key: Key) {
        var slot = place(of: key.packed, key.length)
        while slots[slot].option >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = key
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Key(), count: 2 * old.count)
        for key in old where key.option >= 0 { insert(key) }
    }
}
