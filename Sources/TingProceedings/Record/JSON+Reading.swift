/// Bytes that are not JSON as the record knows it.
public struct NotJSON: Error, Hashable, Sendable {
    /// Where reading stopped, in bytes from 0.
    public let offset: Int
}

extension JSON {
    /// How many lists and maps may stand within each other.
    static let deepest = 64

    /// Reads one value; white space between tokens is accepted.
    ///
    /// - Throws: ``NotJSON`` for anything else: floating point, a number that does not
    ///   fit 64 bits, null, keys that come twice, text that is not UTF-8, more than 64
    ///   lists and maps within each other, bytes after the value.
    /// - Complexity: O(n).
    public init(bytes: [UInt8]) throws(NotJSON) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }
}

/// Reads JSON from bytes, recursively, with a depth limit.
private struct JSONParser {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(NotJSON) -> JSON {
        let value = try self.value(depth: 0)
        skipSpace()
        guard place == bytes.count else { throw NotJSON(offset: place) }
        return value
    }

    private mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func take(word: StaticString, as value: JSON) throws(NotJSON) -> JSON {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw NotJSON(offset: place) }
        for index in 0..<word.utf8CodeUnitCount where bytes[place + index] != word.utf8Start[index] {
            throw NotJSON(offset: place)
        }
        place = end
        return value
    }

    private mutating func value(depth: Int) throws(NotJSON) -> JSON {
        skipSpace()
        guard place < bytes.count else { throw NotJSON(offset: place) }
        switch bytes[place] {
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "{") where depth < JSON.deepest: return try object(depth: depth)
        case UInt8(ascii: "[") where depth < JSON.deepest: return try array(depth: depth)
        case UInt8(ascii: "t"): return try take(word: "true", as: .boolean(true))
        case UInt8(ascii: "f"): return try take(word: "false", as: .boolean(false))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
        default: throw NotJSON(offset: place)
        }
    }

    private mutating func integer() throws(NotJSON) -> Int {
        let start = place
        let negative = take(UInt8(ascii: "-"))
        var number = 0
        let firstDigit = place
        while place < bytes.count, (48...57).contains(bytes[place]) {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let digit = Int(bytes[place] - 48)
            let (sum, carry) =
                negative
                ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            guard !overflow, !carry else { throw NotJSON(offset: start) }
            number = sum
            place += 1
        }
        // No leading zeros, and no zero with a sign: a number is written in one way only.
        let digits = place - firstDigit
        guard digits > 0, bytes[firstDigit] != 48 || (digits == 1 && !negative) else {
            throw NotJSON(offset: start)
        }
        if place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw NotJSON(offset: place)
            default: break
            }
        }
        return number
    }

    private mutating func array(depth: Int) throws(NotJSON) -> JSON {
        place += 1
        var items: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw NotJSON(offset: place) }
        return .array(items)
    }

    private mutating func object(depth: Int) throws(NotJSON) -> JSON {
        place += 1
        var members: [String: JSON] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([:]) }
        repeat {
            skipSpace()
            let keyPlace = place
            let key = try text()
            skipSpace()
            guard take(UInt8(ascii: ":")), members[key] == nil else { throw NotJSON(offset: keyPlace) }
            members[key] = try value(depth: depth + 1)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw NotJSON(offset: place) }
        return .object(members)
    }

    private mutating func text() throws(NotJSON) -> String {
        let start = place
        guard take(UInt8(ascii: "\"")) else { throw NotJSON(offset: place) }
        let first = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\"),
            bytes[place] >= 0x20
        {
            place += 1
        }
        if take(UInt8(ascii: "\"")) {
            guard let text = String(validating: bytes[first..<(place - 1)], as: UTF8.self) else {
                throw NotJSON(offset: start)
            }
            return text
        }
        var plain = Array(bytes[first..<place])
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: plain, as: UTF8.self) else {
                    throw NotJSON(offset: start)
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &plain)
            case 0..<0x20: throw NotJSON(offset: place - 1)
            default: plain.append(byte)
            }
        }
        throw NotJSON(offset: start)
    }

    private mutating func escape(into plain: inout [UInt8]) throws(NotJSON) {
        guard place < bytes.count else { throw NotJSON(offset: place) }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(byte)
        case UInt8(ascii: "b"): plain.append(0x08)
        case UInt8(ascii: "t"): plain.append(0x09)
        case UInt8(ascii: "n"): plain.append(0x0A)
        case UInt8(ascii: "f"): plain.append(0x0C)
        case UInt8(ascii: "r"): plain.append(0x0D)
        case UInt8(ascii: "u"):
            var unit = try hexadecimal()
            if (0xD800..<0xDC00).contains(unit) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw NotJSON(offset: place) }
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw NotJSON(offset: place) }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw NotJSON(offset: place) }
            plain.append(contentsOf: String(Character(scalar)).utf8)
        default: throw NotJSON(offset: place - 1)
        }
    }

    /// Four hexadecimal digits; no sign, as `UInt32(_:radix:)` would take one.
    private mutating func hexadecimal() throws(NotJSON) -> UInt32 {
        guard place + 4 <= bytes.count else { throw NotJSON(offset: place) }
        var unit: UInt32 = 0
        for byte in bytes[place..<(place + 4)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(byte - 55)
            default: throw NotJSON(offset: place)
            }
        }
        place += 4
        return unit
    }
}
