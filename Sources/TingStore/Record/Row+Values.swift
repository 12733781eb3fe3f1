import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

import struct Foundation.Data

extension Row {
    /// A moment.
    func instant(_ index: Int) throws -> Instant { Instant(seconds: try decode(atIndex: index)) }

    /// A moment, or none.
    func optionalInstant(_ index: Int) throws -> Instant? {
        try decode(Int?.self, atIndex: index).map { Instant(seconds: $0) }
    }

    /// Bytes.
    func bytes(_ index: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: index) { $0.map(Array.init) ?? [] }
    }

    /// A digest, kept as its thirty-two bytes.
    func digest(_ index: Int) throws -> Digest {
        try withUnsafeData(atIndex: index) { Digest(data: $0 ?? Data()) }
    }

    /// A value kept as canonical JSON.
    func json(_ index: Int) throws -> JSON {
        let text: String = try decode(atIndex: index)
        guard let json = try? JSON(bytes: Array(text.utf8)) else { throw MinutesError.damaged(at: text) }
        return json
    }
}

extension JSON {
    /// The canonical form as text.
    var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }
}

extension Digest {
    /// Makes a digest from its bytes.
    init(data: Data) {
        let digits = Array("0123456789abcdef".utf8)
        self.init(
            hex: String(unsafeUninitializedCapacity: 2 * data.count) { buffer in
                var place = 0
                for byte in data {
                    buffer[place] = digits[Int(byte >> 4)]
                    buffer[place + 1] = digits[Int(byte & 15)]
                    place += 2
                }
                return place
            })
    }

    /// The bytes; nil when the digits are not pairs of lower-case hexadecimal digits.
    var data: Data? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        var high: UInt8?
        for digit in hex.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? Data(bytes) : nil
    }
}
