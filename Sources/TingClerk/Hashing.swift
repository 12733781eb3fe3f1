import Crypto
public import TingProceedings

/// The one place where digests are computed.
public enum Hashing {
    /// SHA-256 of bytes.
    public static func digest(_ bytes: [UInt8]) -> TingProceedings.Digest { hex(SHA256.hash(data: bytes)) }

    /// SHA-256 of a zero byte and the bytes.
    ///
    /// - Source: RFC 6962, section 2.1.
    public static func leaf(_ bytes: [UInt8]) -> TingProceedings.Digest {
        var hasher = SHA256()
        hasher.update(data: [0x00])
        hasher.update(data: bytes)
        return hex(hasher.finalize())
    }

    /// The commitment to a text: SHA-256 of the byte 2, the salt and the text.
    ///
    /// Whoever has salt and text can show that this was the text; when both are
    /// erased the commitment says nothing, and the record is still whole.
    public static func commitment(to text: String, salt: [UInt8]) -> TingProceedings.Digest {
        var hasher = SHA256()
        hasher.update(data: [0x02])
        hasher.update(data: salt)
        hasher.update(data: Array(text.utf8))
        return hex(hasher.finalize())
    }

    private static func hex(_ digest: SHA256.Digest) -> TingProceedings.Digest {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return TingProceedings.Digest(hex: String(decoding: text, as: UTF8.self))
    }
}
